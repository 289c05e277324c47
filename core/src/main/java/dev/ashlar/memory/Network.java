package dev.ashlar.memory;

import dev.ashlar.schema.Property;
import dev.ashlar.schema.ResourceSpec;
import dev.ashlar.schema.Stability;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A private network, with an address range of its own.
 *
 * @param cidrBlock the address range, like 10.0.0.0/16
 * @param dnsSupport whether names are resolved inside it
 * @param tenancy whether its machines share hardware with others
 * @param description what it is for
 * @param tags labels of your own; they also carry the mark of ownership
 * @since 0.1
 */
@ResourceSpec(
    type = "memory::Network",
    outputs = Network.Outputs.class,
    naming = ResourceSpec.Naming.PASCAL_CASE,
    description = "A private network, with an address range of its own.",
    ownershipMark = "Tags",
    idempotencyHorizon = "PT24H")
public record Network(
    @Property(
            immutable = true,
            pattern = "([0-9]{1,3}\\.){3}[0-9]{1,3}/[0-9]{1,2}",
            description = "The address range, like 10.0.0.0/16.")
        String cidrBlock,
    @Property(defaultValue = "true", description = "Whether names are resolved inside it.")
        boolean dnsSupport,
    @Property(
            immutable = true,
            defaultValue = "SHARED",
            description = "Whether its machines share hardware with others.")
        Tenancy tenancy,
    @Property(maxLength = 255, description = "What it is for.") @Nullable String description,
    @Property(description = "Labels of your own; they also carry the mark of ownership.")
        @Nullable Map<String, String> tags) {

  /** Whose hardware machines run on. */
  public enum Tenancy {
    /** Anybody's. */
    SHARED,
    /** Only one's own. */
    DEDICATED
  }

  /**
   * What the cloud gives.
   *
   * @param arn the name that is unique in all clouds
   * @param mainRouteTableId the route table that it starts with
   * @param state whether it can be used
   */
  public record Outputs(
      @Property(description = "The name that is unique in all clouds.") String arn,
      @Property(description = "The route table that it starts with.") String mainRouteTableId,
      @Property(stability = Stability.Always.VOLATILE, description = "Whether it can be used.")
          String state) {}
}
