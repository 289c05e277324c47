package dev.ashlar.memory;

import dev.ashlar.schema.Property;
import dev.ashlar.schema.ResourceSpec;
import dev.ashlar.schema.Stability;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A program that runs when it is called.
 *
 * @param name its name, unique in the account
 * @param language what runs it
 * @param handler where the program starts
 * @param code where the program is
 * @param roleArn the identity that it takes on
 * @param memoryMegabytes how much memory it has
 * @param timeoutSeconds how long it may run
 * @param environment its environment variables
 * @param subnetIds the subnets that it is in
 * @param tags labels of your own; they also carry the mark of ownership
 * @since 0.1
 */
@ResourceSpec(
    type = "memory::Function",
    outputs = Function.Outputs.class,
    naming = ResourceSpec.Naming.PASCAL_CASE,
    description = "A program that runs when it is called.",
    identity = "Name",
    generatedName = @ResourceSpec.GeneratedName(property = "Name", maxLength = 64),
    ownershipMark = "Tags",
    idempotencyHorizon = "PT24H")
public record Function(
    @Property(
            immutable = true,
            pattern = "[A-Za-z0-9_-]{1,64}",
            description = "Its name, unique in the account.")
        @Nullable String name,
    @Property(description = "What runs it.") Language language,
    @Property(
            minLength = 1,
            maxLength = 128,
            defaultValue = "main",
            description = "Where the program starts.")
        String handler,
    @Property(description = "Where the program is.") Code code,
    @Property(
            references = Role.class,
            referencedAttribute = "Arn",
            description = "The identity that it takes on.")
        String roleArn,
    @Property(
            min = 128,
            max = 10_240,
            defaultValue = "128",
            description = "How much memory it has.")
        int memoryMegabytes,
    @Property(min = 1, max = 900, defaultValue = "3", description = "How long it may run.")
        int timeoutSeconds,
    @Property(description = "Its environment variables.") @Nullable Map<String, String> environment,
    @Property(references = Subnet.class, description = "The subnets that it is in.")
        @Nullable Set<String> subnetIds,
    @Property(description = "Labels of your own; they also carry the mark of ownership.")
        @Nullable Map<String, String> tags) {

  /** What runs a program. */
  public enum Language {
    /** Java 17. */
    JAVA_17,
    /** Java 21. */
    JAVA_21,
    /** Node 22. */
    NODE_22,
    /** Python 3. */
    PYTHON_3
  }

  /**
   * Where a program is.
   *
   * @param bucket the bucket
   * @param object the object in it
   */
  public record Code(
      @Property(references = Bucket.class, description = "The bucket.") String bucket,
      @Property(minLength = 1, maxLength = 1_024, description = "The object in it.")
          String object) {}

  /**
   * What the cloud gives.
   *
   * @param arn the name that is unique in all clouds
   * @param url the address that it is called at
   * @param version the version of the program
   * @param lastModifiedAt when it was last changed
   */
  public record Outputs(
      @Property(description = "The name that is unique in all clouds.") String arn,
      @Property(description = "The address that it is called at.") String url,
      @Property(
              changedBy = {"Code", "Language", "Handler"},
              description = "The version of the program.")
          String version,
      @Property(stability = Stability.Always.VOLATILE, description = "When it was last changed.")
          String lastModifiedAt) {}
}
