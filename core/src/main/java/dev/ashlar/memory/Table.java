package dev.ashlar.memory;

import dev.ashlar.schema.Operation;
import dev.ashlar.schema.Property;
import dev.ashlar.schema.ResourceSpec;
import dev.ashlar.schema.Stability;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A table of documents that are found by a key.
 *
 * @param name its name, unique in the account
 * @param partitionKey the attribute that documents are found by
 * @param sortKey the attribute that orders documents of one key
 * @param billing what is paid for
 * @param readCapacity how many reads a second are provided
 * @param writeCapacity how many writes a second are provided
 * @param expiryAttribute the attribute that says when a document goes away
 * @param keyId the key that encrypts it, or an alias of one; without one the cloud's own
 * @param tags labels of your own; they also carry the mark of ownership
 * @since 0.1
 */
@ResourceSpec(
    type = "memory::Table",
    outputs = Table.Outputs.class,
    naming = ResourceSpec.Naming.PASCAL_CASE,
    description = "A table of documents that are found by a key.",
    identity = "Name",
    generatedName = @ResourceSpec.GeneratedName(property = "Name", maxLength = 255),
    ownershipMark = "Tags",
    limits = {@ResourceSpec.Limit(operation = Operation.CREATE, timeout = "PT10M")},
    idempotencyHorizon = "PT24H",
    visibilityBound = "PT5S")
public record Table(
    @Property(
            immutable = true,
            pattern = "[A-Za-z0-9_.-]{3,255}",
            description = "Its name, unique in the account.")
        @Nullable String name,
    @Property(
            immutable = true,
            minLength = 1,
            maxLength = 255,
            description = "The attribute that documents are found by.")
        String partitionKey,
    @Property(
            immutable = true,
            maxLength = 255,
            description = "The attribute that orders documents of one key.")
        @Nullable String sortKey,
    @Property(defaultValue = "ON_DEMAND", description = "What is paid for.") Billing billing,
    @Property(min = 1, max = 40_000, description = "How many reads a second are provided.")
        @Nullable Integer readCapacity,
    @Property(min = 1, max = 40_000, description = "How many writes a second are provided.")
        @Nullable Integer writeCapacity,
    @Property(maxLength = 255, description = "The attribute that says when a document goes away.")
        @Nullable String expiryAttribute,
    @Property(
            references = KeyTarget.class,
            description =
                "The key that encrypts it, or an alias of one; without one the cloud's own.")
        @Nullable String keyId,
    @Property(description = "Labels of your own; they also carry the mark of ownership.")
        @Nullable Map<String, String> tags) {

  /** What is paid for. */
  public enum Billing {
    /** What is used. */
    ON_DEMAND,
    /** What is provided. */
    PROVISIONED
  }

  /**
   * What the cloud gives.
   *
   * @param arn the name that is unique in all clouds
   * @param streamArn the stream of its changes
   * @param documentCount how many documents are in it
   */
  public record Outputs(
      @Property(description = "The name that is unique in all clouds.") String arn,
      @Property(description = "The stream of its changes.") String streamArn,
      @Property(
              stability = Stability.Always.VOLATILE,
              min = 0,
              max = 1_000_000,
              description = "How many documents are in it.")
          int documentCount) {}
}
