package dev.ashlar.memory;

import dev.ashlar.schema.Operation;
import dev.ashlar.schema.Property;
import dev.ashlar.schema.ResourceSpec;
import dev.ashlar.schema.Stability;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A virtual machine.
 *
 * @param image what it starts from
 * @param size how large it is
 * @param subnetId the subnet that it is in
 * @param securityGroupIds the security groups that guard it
 * @param roleArn the identity that it takes on
 * @param startScript what it runs when it first starts
 * @param disk its disk
 * @param monitoring whether it is watched closely
 * @param tags labels of your own; they also carry the mark of ownership
 * @since 0.1
 */
@ResourceSpec(
    type = "memory::Instance",
    outputs = Instance.Outputs.class,
    naming = ResourceSpec.Naming.PASCAL_CASE,
    description = "A virtual machine.",
    ownershipMark = "Tags",
    limits = {
      @ResourceSpec.Limit(operation = Operation.CREATE, timeout = "PT10M"),
      @ResourceSpec.Limit(operation = Operation.DELETE, timeout = "PT10M")
    },
    idempotencyHorizon = "PT24H",
    visibilityBound = "PT5S")
public record Instance(
    @Property(
            immutable = true,
            pattern = "[a-z0-9][a-z0-9.:/-]{0,127}",
            description = "What it starts from.")
        String image,
    @Property(defaultValue = "SMALL", description = "How large it is.") Size size,
    @Property(
            immutable = true,
            references = Subnet.class,
            description = "The subnet that it is in.")
        String subnetId,
    @Property(references = SecurityGroup.class, description = "The security groups that guard it.")
        @Nullable Set<String> securityGroupIds,
    @Property(
            references = Role.class,
            referencedAttribute = "Arn",
            description = "The identity that it takes on.")
        @Nullable String roleArn,
    @Property(
            immutable = true,
            maxLength = 16_384,
            description = "What it runs when it first starts.")
        @Nullable String startScript,
    @Property(description = "Its disk.") @Nullable Disk disk,
    @Property(defaultValue = "false", description = "Whether it is watched closely.")
        boolean monitoring,
    @Property(description = "Labels of your own; they also carry the mark of ownership.")
        @Nullable Map<String, String> tags) {

  /** How large a machine is. */
  public enum Size {
    /** 1 processor, 2 GB. */
    SMALL,
    /** 2 processors, 8 GB. */
    MEDIUM,
    /** 8 processors, 32 GB. */
    LARGE
  }

  /**
   * A machine's disk.
   *
   * @param gigabytes how large it is
   * @param encrypted whether it is encrypted
   * @param keyId the key that encrypts it, or an alias of one
   */
  public record Disk(
      @Property(min = 8, max = 16_384, defaultValue = "8", description = "How large it is.")
          int gigabytes,
      @Property(immutable = true, defaultValue = "true", description = "Whether it is encrypted.")
          boolean encrypted,
      @Property(
              immutable = true,
              references = KeyTarget.class,
              description = "The key that encrypts it, or an alias of one.")
          @Nullable String keyId) {}

  /**
   * What the cloud gives.
   *
   * @param arn the name that is unique in all clouds
   * @param privateAddress its address in the subnet
   * @param publicAddress its address for everybody
   * @param status what it is doing
   */
  public record Outputs(
      @Property(description = "The name that is unique in all clouds.") String arn,
      @Property(description = "Its address in the subnet.") String privateAddress,
      @Property(changedBy = "Size", description = "Its address for everybody.")
          String publicAddress,
      @Property(stability = Stability.Always.VOLATILE, description = "What it is doing.")
          String status) {}
}
