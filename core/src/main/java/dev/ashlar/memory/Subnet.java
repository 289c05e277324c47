package dev.ashlar.memory;

import dev.ashlar.schema.Property;
import dev.ashlar.schema.ResourceSpec;
import dev.ashlar.schema.Stability;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A part of a network, in one zone.
 *
 * @param networkId the network that it is a part of
 * @param cidrBlock its address range, inside that of the network
 * @param zone the zone that it is in
 * @param publicAddresses whether machines in it get public addresses
 * @param tags labels of your own; they also carry the mark of ownership
 * @since 0.1
 */
@ResourceSpec(
    type = "memory::Subnet",
    outputs = Subnet.Outputs.class,
    naming = ResourceSpec.Naming.PASCAL_CASE,
    description = "A part of a network, in one zone.",
    ownershipMark = "Tags",
    assumptions = "Two subnets of one network cannot overlap.")
public record Subnet(
    @Property(
            immutable = true,
            references = Network.class,
            description = "The network that it is a part of.")
        String networkId,
    @Property(
            immutable = true,
            pattern = "([0-9]{1,3}\\.){3}[0-9]{1,3}/[0-9]{1,2}",
            description = "Its address range, inside that of the network.")
        String cidrBlock,
    @Property(
            immutable = true,
            pattern = "[a-z0-9-]{1,32}",
            defaultValue = "a",
            description = "The zone that it is in.")
        String zone,
    @Property(defaultValue = "false", description = "Whether machines in it get public addresses.")
        boolean publicAddresses,
    @Property(description = "Labels of your own; they also carry the mark of ownership.")
        @Nullable Map<String, String> tags) {

  /**
   * What the cloud gives.
   *
   * @param arn the name that is unique in all clouds
   * @param gatewayAddress the address of the way out
   * @param availableAddresses how many addresses are free
   */
  public record Outputs(
      @Property(description = "The name that is unique in all clouds.") String arn,
      @Property(description = "The address of the way out.") String gatewayAddress,
      @Property(
              stability = Stability.Always.VOLATILE,
              min = 0,
              description = "How many addresses are free.")
          int availableAddresses) {}
}
