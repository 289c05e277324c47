package dev.ashlar.memory;

import dev.ashlar.schema.Property;
import dev.ashlar.schema.ResourceSpec;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rules for the traffic to and from machines.
 *
 * @param networkId the network that it is for
 * @param description what it is for
 * @param rules what is let through; everything else is not
 * @param tags labels of your own; they also carry the mark of ownership
 * @since 0.1
 */
@ResourceSpec(
    type = "memory::SecurityGroup",
    outputs = SecurityGroup.Outputs.class,
    naming = ResourceSpec.Naming.PASCAL_CASE,
    description = "Rules for the traffic to and from machines.",
    ownershipMark = "Tags",
    visibilityBound = "PT5S")
public record SecurityGroup(
    @Property(
            immutable = true,
            references = Network.class,
            description = "The network that it is for.")
        String networkId,
    @Property(
            immutable = true,
            minLength = 1,
            maxLength = 255,
            defaultValue = "managed",
            description = "What it is for.")
        String description,
    @Property(description = "What is let through; everything else is not.")
        @Nullable Set<Rule> rules,
    @Property(description = "Labels of your own; they also carry the mark of ownership.")
        @Nullable Map<String, String> tags) {

  /** Which way traffic goes. */
  public enum Direction {
    /** To the machine. */
    INGRESS,
    /** From the machine. */
    EGRESS
  }

  /** What is spoken. */
  public enum Protocol {
    /** TCP. */
    TCP,
    /** UDP. */
    UDP,
    /** Anything. */
    ANY
  }

  /**
   * Traffic that is let through.
   *
   * @param direction which way it goes
   * @param protocol what is spoken
   * @param fromPort the first port
   * @param toPort the last port
   * @param cidr the addresses on the other side
   */
  public record Rule(
      @Property(defaultValue = "INGRESS", description = "Which way it goes.") Direction direction,
      @Property(defaultValue = "TCP", description = "What is spoken.") Protocol protocol,
      @Property(min = 0, max = 65_535, description = "The first port.") int fromPort,
      @Property(min = 0, max = 65_535, description = "The last port.") int toPort,
      @Property(
              pattern = "([0-9]{1,3}\\.){3}[0-9]{1,3}/[0-9]{1,2}",
              defaultValue = "0.0.0.0/0",
              description = "The addresses on the other side.")
          String cidr) {}

  /**
   * What the cloud gives.
   *
   * @param arn the name that is unique in all clouds
   * @param ownerAccount the account that it belongs to
   */
  public record Outputs(
      @Property(description = "The name that is unique in all clouds.") String arn,
      @Property(description = "The account that it belongs to.") String ownerAccount) {}
}
