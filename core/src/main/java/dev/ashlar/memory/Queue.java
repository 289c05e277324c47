package dev.ashlar.memory;

import dev.ashlar.schema.Property;
import dev.ashlar.schema.ResourceSpec;
import dev.ashlar.schema.Stability;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A queue of messages.
 *
 * @param name its name, unique in the account
 * @param fifo whether messages keep their order
 * @param visibilityTimeout how many seconds a message that was taken is hidden
 * @param retentionSeconds how long a message is kept
 * @param maxMessageBytes how large a message may be
 * @param deadLetter where messages go that nobody can handle
 * @param keyId the key that encrypts it, or an alias of one; without one the cloud's own
 * @param tags labels of your own; they also carry the mark of ownership
 * @since 0.1
 */
@ResourceSpec(
    type = "memory::Queue",
    outputs = Queue.Outputs.class,
    naming = ResourceSpec.Naming.PASCAL_CASE,
    description = "A queue of messages.",
    identity = "Name",
    generatedName = @ResourceSpec.GeneratedName(property = "Name", maxLength = 80),
    ownershipMark = "Tags",
    idempotencyHorizon = "PT24H")
public record Queue(
    @Property(
            immutable = true,
            pattern = "[A-Za-z0-9_.-]{1,80}",
            description = "Its name, unique in the account.")
        @Nullable String name,
    @Property(
            immutable = true,
            defaultValue = "false",
            description = "Whether messages keep their order.")
        boolean fifo,
    @Property(
            min = 0,
            max = 43_200,
            defaultValue = "30",
            description = "How many seconds a message that was taken is hidden.")
        int visibilityTimeout,
    @Property(
            min = 60,
            max = 1_209_600,
            defaultValue = "345600",
            description = "How long a message is kept.")
        int retentionSeconds,
    @Property(
            min = 1_024,
            max = 262_144,
            defaultValue = "262144",
            description = "How large a message may be.")
        int maxMessageBytes,
    @Property(description = "Where messages go that nobody can handle.")
        @Nullable DeadLetter deadLetter,
    @Property(
            references = KeyTarget.class,
            description =
                "The key that encrypts it, or an alias of one; without one the cloud's own.")
        @Nullable String keyId,
    @Property(description = "Labels of your own; they also carry the mark of ownership.")
        @Nullable Map<String, String> tags) {

  /**
   * Where messages go that nobody can handle.
   *
   * @param queueArn the queue that takes them
   * @param maxReceives after how many tries
   */
  public record DeadLetter(
      @Property(
              references = Queue.class,
              referencedAttribute = "Arn",
              description = "The queue that takes them.")
          String queueArn,
      @Property(min = 1, max = 1_000, defaultValue = "5", description = "After how many tries.")
          int maxReceives) {}

  /**
   * What the cloud gives.
   *
   * @param arn the name that is unique in all clouds
   * @param url the address that it is reached at
   * @param depth how many messages are in it
   */
  public record Outputs(
      @Property(description = "The name that is unique in all clouds.") String arn,
      @Property(description = "The address that it is reached at.") String url,
      @Property(
              stability = Stability.Always.VOLATILE,
              min = 0,
              max = 1_000,
              description = "How many messages are in it.")
          int depth) {}
}
