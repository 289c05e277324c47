package dev.ashlar.aws.catalogue;

import dev.ashlar.schema.Origin;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.Stability;
import java.util.List;
import java.util.Map;

/**
 * Outputs that change while an object lives. No source of the catalogue says which do: these are
 * written down by hand.
 */
final class Changing {
  private static final Map<String, List<String>> OUTPUTS =
      Map.of(
          "AWS::IAM::ManagedPolicy",
          List.of(
              "AttachmentCount",
              "DefaultVersionId",
              "PermissionsBoundaryUsageCount",
              "UpdateDate"));

  private Changing() {}

  static void describe(String type, ResourceSchema.Builder schema) {
    ResourceSchema so = schema.build();
    for (String name : OUTPUTS.getOrDefault(type, List.of())) {
      so.outputs().values().stream()
          .filter(output -> output.name().equals(name))
          .forEach(
              output ->
                  schema.addOutput(
                      output.with(
                          builder ->
                              builder.stability(Stability.VOLATILE).origin(Origin.CURATED))));
    }
  }
}
