package dev.ashlar.memory;

import dev.ashlar.schema.Equivalence;
import dev.ashlar.schema.Property;
import dev.ashlar.schema.ResourceSpec;
import dev.ashlar.schema.Stability;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody may do.
 *
 * @param name its name, unique in the account
 * @param document the policy document, in JSON
 * @param description what it is for
 * @param tags labels of your own; they also carry the mark of ownership
 * @since 0.1
 */
@ResourceSpec(
    type = "memory::Policy",
    outputs = Policy.Outputs.class,
    naming = ResourceSpec.Naming.PASCAL_CASE,
    description = "What somebody may do.",
    identity = "Name",
    generatedName = @ResourceSpec.GeneratedName(property = "Name", maxLength = 128),
    ownershipMark = "Tags",
    visibilityBound = "PT5S")
public record Policy(
    @Property(
            immutable = true,
            pattern = "[A-Za-z0-9+=,.@_-]{1,128}",
            description = "Its name, unique in the account.")
        @Nullable String name,
    @Property(
            equivalence = Equivalence.Rule.POLICY_DOCUMENT,
            description = "The policy document, in JSON.")
        String document,
    @Property(immutable = true, maxLength = 1_000, description = "What it is for.")
        @Nullable String description,
    @Property(description = "Labels of your own; they also carry the mark of ownership.")
        @Nullable Map<String, String> tags) {

  /**
   * What the cloud gives.
   *
   * @param arn the name that is unique in all clouds
   * @param versionId the version of the document
   * @param attachmentCount how many roles have it
   */
  public record Outputs(
      @Property(description = "The name that is unique in all clouds.") String arn,
      @Property(changedBy = "Document", description = "The version of the document.")
          String versionId,
      @Property(
              stability = Stability.Always.VOLATILE,
              min = 0,
              max = 3,
              description = "How many roles have it.")
          int attachmentCount) {}
}
