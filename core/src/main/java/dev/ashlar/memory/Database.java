package dev.ashlar.memory;

import dev.ashlar.schema.OnUnset;
import dev.ashlar.schema.Operation;
import dev.ashlar.schema.Property;
import dev.ashlar.schema.ResourceSpec;
import dev.ashlar.schema.Stability;
import dev.ashlar.value.Secret;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A relational database.
 *
 * @param name its name, unique in the account
 * @param engine which database it is
 * @param engineVersion which version of it; the cloud chooses, where nothing is said
 * @param size how large its machine is
 * @param storageGigabytes how much it can hold
 * @param adminUser who administers it
 * @param adminPassword the administrator's password; it can be set and never be read
 * @param subnetIds the subnets that it is in
 * @param securityGroupIds the security groups that guard it
 * @param backupDays how long backups are kept
 * @param multiZone whether a second one stands by in another zone
 * @param keyId the key that encrypts it, or an alias of one; without one the cloud's own
 * @param tags labels of your own; they also carry the mark of ownership
 * @since 0.1
 */
@ResourceSpec(
    type = "memory::Database",
    outputs = Database.Outputs.class,
    naming = ResourceSpec.Naming.PASCAL_CASE,
    description = "A relational database.",
    identity = "Name",
    generatedName =
        @ResourceSpec.GeneratedName(property = "Name", maxLength = 63, lowerCase = true),
    ownershipMark = "Tags",
    limits = {
      @ResourceSpec.Limit(operation = Operation.CREATE, timeout = "PT40M"),
      @ResourceSpec.Limit(operation = Operation.UPDATE, timeout = "PT40M"),
      @ResourceSpec.Limit(operation = Operation.DELETE, timeout = "PT40M")
    },
    assumptions = "It takes minutes to make, to change and to remove.",
    idempotencyHorizon = "PT24H")
public record Database(
    @Property(
            immutable = true,
            pattern = "[a-z][a-z0-9-]{0,62}",
            description = "Its name, unique in the account.")
        @Nullable String name,
    @Property(immutable = true, description = "Which database it is.") Engine engine,
    @Property(
            pattern = "[0-9]+([.][0-9]+)*",
            onUnset = OnUnset.KEEP,
            description = "Which version of it; the cloud chooses, where nothing is said.")
        @Nullable String engineVersion,
    @Property(defaultValue = "SMALL", description = "How large its machine is.") Size size,
    @Property(min = 20, max = 65_536, defaultValue = "20", description = "How much it can hold.")
        int storageGigabytes,
    @Property(
            immutable = true,
            pattern = "[a-z][a-z0-9_]{0,15}",
            defaultValue = "admin",
            description = "Who administers it.")
        String adminUser,
    @Property(
            writeOnly = true,
            minLength = 8,
            maxLength = 128,
            description = "The administrator's password; it can be set and never be read.")
        Secret<String> adminPassword,
    @Property(references = Subnet.class, description = "The subnets that it is in.")
        @Nullable Set<String> subnetIds,
    @Property(references = SecurityGroup.class, description = "The security groups that guard it.")
        @Nullable Set<String> securityGroupIds,
    @Property(min = 0, max = 35, defaultValue = "7", description = "How long backups are kept.")
        int backupDays,
    @Property(
            defaultValue = "false",
            description = "Whether a second one stands by in another zone.")
        boolean multiZone,
    @Property(
            immutable = true,
            references = KeyTarget.class,
            description =
                "The key that encrypts it, or an alias of one; without one the cloud's own.")
        @Nullable String keyId,
    @Property(description = "Labels of your own; they also carry the mark of ownership.")
        @Nullable Map<String, String> tags) {

  /** Which database. */
  public enum Engine {
    /** PostgreSQL. */
    POSTGRES,
    /** MySQL. */
    MYSQL,
    /** MariaDB. */
    MARIADB
  }

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
   * What the cloud gives.
   *
   * @param arn the name that is unique in all clouds
   * @param endpoint the name that it is reached by
   * @param port the port that it listens on
   * @param status what it is doing
   */
  public record Outputs(
      @Property(description = "The name that is unique in all clouds.") String arn,
      @Property(description = "The name that it is reached by.") String endpoint,
      @Property(description = "The port that it listens on.") int port,
      @Property(stability = Stability.Always.VOLATILE, description = "What it is doing.")
          String status) {}
}
