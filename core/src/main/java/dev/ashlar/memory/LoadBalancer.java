package dev.ashlar.memory;

import dev.ashlar.schema.Operation;
import dev.ashlar.schema.Property;
import dev.ashlar.schema.ResourceSpec;
import dev.ashlar.schema.Stability;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Spreads requests over machines.
 *
 * @param name its name, unique in the account
 * @param scheme who can reach it
 * @param subnetIds the subnets that it is in
 * @param securityGroupIds the security groups that guard it
 * @param listeners what it listens to
 * @param tags labels of your own; they also carry the mark of ownership
 * @since 0.1
 */
@ResourceSpec(
    type = "memory::LoadBalancer",
    outputs = LoadBalancer.Outputs.class,
    naming = ResourceSpec.Naming.PASCAL_CASE,
    description = "Spreads requests over machines.",
    identity = "Name",
    generatedName = @ResourceSpec.GeneratedName(property = "Name", maxLength = 32),
    ownershipMark = "Tags",
    limits = {@ResourceSpec.Limit(operation = Operation.CREATE, timeout = "PT15M")},
    idempotencyHorizon = "PT24H")
public record LoadBalancer(
    @Property(
            immutable = true,
            pattern = "[A-Za-z0-9-]{1,32}",
            description = "Its name, unique in the account.")
        @Nullable String name,
    @Property(immutable = true, defaultValue = "INTERNAL", description = "Who can reach it.")
        Scheme scheme,
    @Property(references = Subnet.class, minLength = 1, description = "The subnets that it is in.")
        Set<String> subnetIds,
    @Property(references = SecurityGroup.class, description = "The security groups that guard it.")
        @Nullable Set<String> securityGroupIds,
    @Property(keyedBy = "Port", description = "What it listens to.")
        @Nullable List<Listener> listeners,
    @Property(description = "Labels of your own; they also carry the mark of ownership.")
        @Nullable Map<String, String> tags) {

  /** Who can reach it. */
  public enum Scheme {
    /** Only the network. */
    INTERNAL,
    /** Everybody. */
    PUBLIC
  }

  /** What is spoken. */
  public enum Protocol {
    /** HTTP. */
    HTTP,
    /** HTTP over TLS. */
    HTTPS,
    /** TCP. */
    TCP
  }

  /**
   * What a load balancer listens to.
   *
   * @param port the port
   * @param protocol what is spoken
   * @param targetIds who gets the requests
   */
  public record Listener(
      @Property(min = 1, max = 65_535, description = "The port.") int port,
      @Property(defaultValue = "HTTP", description = "What is spoken.") Protocol protocol,
      @Property(
              references = {Instance.class, ContainerService.class},
              description = "Who gets the requests.")
          @Nullable Set<String> targetIds) {}

  /**
   * What the cloud gives.
   *
   * @param arn the name that is unique in all clouds
   * @param dnsName the name that it is reached by
   * @param state whether it can be used
   */
  public record Outputs(
      @Property(description = "The name that is unique in all clouds.") String arn,
      @Property(description = "The name that it is reached by.") String dnsName,
      @Property(stability = Stability.Always.VOLATILE, description = "Whether it can be used.")
          String state) {}
}
