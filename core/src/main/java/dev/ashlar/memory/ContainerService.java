package dev.ashlar.memory;

import dev.ashlar.schema.Operation;
import dev.ashlar.schema.Property;
import dev.ashlar.schema.ResourceSpec;
import dev.ashlar.schema.Stability;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A container that is kept running.
 *
 * @param name its name, unique in the account
 * @param image what it runs
 * @param replicas how many of it run
 * @param processors how many processors each has
 * @param memoryMegabytes how much memory each has
 * @param port the port that it listens on
 * @param environment its environment variables
 * @param secretArns environment variables that come from secrets, by their Arn
 * @param roleArn the identity that it takes on
 * @param subnetIds the subnets that it is in
 * @param securityGroupIds the security groups that guard it
 * @param tags labels of your own; they also carry the mark of ownership
 * @since 0.1
 */
@ResourceSpec(
    type = "memory::Container",
    outputs = ContainerService.Outputs.class,
    naming = ResourceSpec.Naming.PASCAL_CASE,
    description = "A container that is kept running.",
    identity = "Name",
    generatedName = @ResourceSpec.GeneratedName(property = "Name", maxLength = 255),
    ownershipMark = "Tags",
    limits = {
      @ResourceSpec.Limit(operation = Operation.CREATE, timeout = "PT10M"),
      @ResourceSpec.Limit(operation = Operation.UPDATE, timeout = "PT10M")
    })
public record ContainerService(
    @Property(
            immutable = true,
            pattern = "[A-Za-z0-9_-]{1,255}",
            description = "Its name, unique in the account.")
        @Nullable String name,
    @Property(minLength = 1, maxLength = 512, description = "What it runs.") String image,
    @Property(min = 0, max = 1_000, defaultValue = "1", description = "How many of it run.")
        int replicas,
    @Property(
            min = 0.25,
            max = 16,
            defaultValue = "0.25",
            description = "How many processors each has.")
        double processors,
    @Property(
            min = 512,
            max = 122_880,
            defaultValue = "512",
            description = "How much memory each has.")
        int memoryMegabytes,
    @Property(min = 1, max = 65_535, description = "The port that it listens on.")
        @Nullable Integer port,
    @Property(description = "Its environment variables.") @Nullable Map<String, String> environment,
    @Property(description = "Environment variables that come from secrets, by their Arn.")
        @Nullable Map<String, String> secretArns,
    @Property(
            references = Role.class,
            referencedAttribute = "Arn",
            description = "The identity that it takes on.")
        @Nullable String roleArn,
    @Property(references = Subnet.class, description = "The subnets that it is in.")
        @Nullable Set<String> subnetIds,
    @Property(references = SecurityGroup.class, description = "The security groups that guard it.")
        @Nullable Set<String> securityGroupIds,
    @Property(description = "Labels of your own; they also carry the mark of ownership.")
        @Nullable Map<String, String> tags) {

  /**
   * What the cloud gives.
   *
   * @param arn the name that is unique in all clouds
   * @param endpoint the name that it is reached by
   * @param runningReplicas how many of it run just now
   */
  public record Outputs(
      @Property(description = "The name that is unique in all clouds.") String arn,
      @Property(description = "The name that it is reached by.") String endpoint,
      @Property(
              stability = Stability.Always.VOLATILE,
              min = 0,
              max = 1_000,
              description = "How many of it run just now.")
          int runningReplicas) {}
}
