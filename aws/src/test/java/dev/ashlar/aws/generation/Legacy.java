package dev.ashlar.aws.generation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/**
 * Guesses which types only CloudFormation's own engine makes. Neither source says which types have
 * handlers. The registry's schemas of types without any are made up from an older specification:
 * they know neither tags nor a source, and have a made-up identifier.
 */
final class Legacy {
  /**
   * Their schemas in the registry itself have handlers by now, as terraform-provider-awscc's copies
   * show; cfn-lint's do not tell.
   */
  private static final Set<String> HANDLED =
      Set.of(
          "AWS::AppStream::StackFleetAssociation",
          "AWS::ServiceCatalog::CloudFormationProduct",
          "AWS::ServiceDiscovery::Service");

  private Legacy() {}

  static boolean isServedByTemplatesOnly(JsonNode specified, JsonNode registered) {
    JsonNode identifier = specified.path("primaryIdentifier");
    if (identifier.isEmpty()) {
      return true;
    }
    boolean madeUp = identifier.size() == 1 && identifier.get(0).asText().equals("Id");
    return madeUp
        && !registered.isMissingNode()
        && !registered.has("tagging")
        && !registered.has("sourceUrl")
        && !HANDLED.contains(specified.path("cloudFormationType").asText());
  }
}
