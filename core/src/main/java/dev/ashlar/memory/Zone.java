package dev.ashlar.memory;

import dev.ashlar.schema.Equivalence;
import dev.ashlar.schema.Property;
import dev.ashlar.schema.ResourceSpec;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A domain, and who answers for its names.
 *
 * @param name the domain, with a dot at its end
 * @param networkId the network that alone sees it; everybody does, where there is none
 * @param comment what it is for
 * @param tags labels of your own; they also carry the mark of ownership
 * @since 0.1
 */
@ResourceSpec(
    type = "memory::Zone",
    outputs = Zone.Outputs.class,
    naming = ResourceSpec.Naming.PASCAL_CASE,
    description = "A domain, and who answers for its names.",
    identity = "Name",
    ownershipMark = "Tags",
    idempotencyHorizon = "PT24H")
public record Zone(
    @Property(
            immutable = true,
            pattern = "([a-z0-9-]{1,63}[.])+",
            equivalence = Equivalence.Rule.IGNORE_CASE,
            description = "The domain, with a dot at its end.")
        String name,
    @Property(
            immutable = true,
            references = Network.class,
            description = "The network that alone sees it; everybody does, where there is none.")
        @Nullable String networkId,
    @Property(maxLength = 256, description = "What it is for.") @Nullable String comment,
    @Property(description = "Labels of your own; they also carry the mark of ownership.")
        @Nullable Map<String, String> tags) {

  /**
   * What the cloud gives.
   *
   * @param arn the name that is unique in all clouds
   * @param nameServers who answers for it
   */
  public record Outputs(
      @Property(description = "The name that is unique in all clouds.") String arn,
      @Property(description = "Who answers for it.") List<String> nameServers) {}
}
