package dev.ashlar.memory;

import dev.ashlar.schema.Property;
import dev.ashlar.schema.ResourceSpec;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Hands every message on to all that subscribed.
 *
 * @param name its name, unique in the account
 * @param displayName the name that people see
 * @param fifo whether messages keep their order
 * @param subscriptions who gets the messages
 * @param keyId the key that encrypts it, or an alias of one; without one the cloud's own
 * @param tags labels of your own; they also carry the mark of ownership
 * @since 0.1
 */
@ResourceSpec(
    type = "memory::Topic",
    outputs = Topic.Outputs.class,
    naming = ResourceSpec.Naming.PASCAL_CASE,
    description = "Hands every message on to all that subscribed.",
    identity = "Name",
    generatedName = @ResourceSpec.GeneratedName(property = "Name", maxLength = 256),
    ownershipMark = "Tags",
    idempotencyHorizon = "PT24H")
public record Topic(
    @Property(
            immutable = true,
            pattern = "[A-Za-z0-9_.-]{1,256}",
            description = "Its name, unique in the account.")
        @Nullable String name,
    @Property(maxLength = 100, description = "The name that people see.")
        @Nullable String displayName,
    @Property(
            immutable = true,
            defaultValue = "false",
            description = "Whether messages keep their order.")
        boolean fifo,
    @Property(keyedBy = "Endpoint", description = "Who gets the messages.")
        @Nullable List<Subscription> subscriptions,
    @Property(
            references = KeyTarget.class,
            description =
                "The key that encrypts it, or an alias of one; without one the cloud's own.")
        @Nullable String keyId,
    @Property(description = "Labels of your own; they also carry the mark of ownership.")
        @Nullable Map<String, String> tags) {

  /** How a message is handed on. */
  public enum Protocol {
    /** To a queue. */
    QUEUE,
    /** To a function. */
    FUNCTION,
    /** To a web address. */
    HTTPS,
    /** To a person. */
    EMAIL
  }

  /**
   * Somebody who gets the messages.
   *
   * @param protocol how a message is handed on
   * @param endpoint to what
   */
  public record Subscription(
      @Property(description = "How a message is handed on.") Protocol protocol,
      @Property(minLength = 1, maxLength = 2_048, description = "To what.") String endpoint) {}

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
