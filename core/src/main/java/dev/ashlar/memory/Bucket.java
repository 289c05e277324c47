package dev.ashlar.memory;

import dev.ashlar.schema.Equivalence;
import dev.ashlar.schema.Property;
import dev.ashlar.schema.ResourceSpec;
import dev.ashlar.schema.Stability;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A store for objects.
 *
 * @param name its name, unique in the cloud
 * @param versioning whether old versions of objects are kept
 * @param encryption how objects are encrypted
 * @param publicAccess whether everybody may read it
 * @param policy who may do what with it: a policy document in JSON
 * @param lifecycle when objects are removed
 * @param objectLock whether objects can be locked against removal
 * @param tags labels of your own; they also carry the mark of ownership
 * @since 0.1
 */
@ResourceSpec(
    type = "memory::Bucket",
    outputs = Bucket.Outputs.class,
    naming = ResourceSpec.Naming.PASCAL_CASE,
    description = "A store for objects.",
    identity = "Name",
    generatedName =
        @ResourceSpec.GeneratedName(property = "Name", maxLength = 63, lowerCase = true),
    ownershipMark = "Tags",
    idempotencyHorizon = "PT24H")
public record Bucket(
    @Property(
            immutable = true,
            pattern = "[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]",
            description = "Its name, unique in the cloud.")
        @Nullable String name,
    @Property(defaultValue = "OFF", description = "Whether old versions of objects are kept.")
        Versioning versioning,
    @Property(description = "How objects are encrypted.") @Nullable Encryption encryption,
    @Property(defaultValue = "false", description = "Whether everybody may read it.")
        boolean publicAccess,
    @Property(
            equivalence = Equivalence.Rule.POLICY_DOCUMENT,
            description = "Who may do what with it: a policy document in JSON.")
        @Nullable String policy,
    @Property(keyedBy = "Prefix", description = "When objects are removed.")
        @Nullable List<Expiry> lifecycle,
    @Property(
            immutable = true,
            defaultValue = "false",
            description = "Whether objects can be locked against removal.")
        boolean objectLock,
    @Property(
            keyedBy = "Key",
            description = "Labels of your own; they also carry the mark of ownership.")
        @Nullable List<Tag> tags) {

  /** What happens to old versions of objects. */
  public enum Versioning {
    /** They are gone. */
    OFF,
    /** They are kept. */
    ON,
    /** Those there are, are kept. */
    SUSPENDED
  }

  /** How it is encrypted. */
  public enum Algorithm {
    /** With a key of the cloud's. */
    AES256,
    /** With a key of one's own. */
    KEY
  }

  /**
   * How objects are encrypted.
   *
   * @param algorithm how it is encrypted
   * @param keyId the key, or an alias of one
   */
  public record Encryption(
      @Property(defaultValue = "AES256", description = "How it is encrypted.") Algorithm algorithm,
      @Property(references = KeyTarget.class, description = "The key, or an alias of one.")
          @Nullable String keyId) {}

  /**
   * When objects are removed.
   *
   * @param prefix what their names start with
   * @param days after how many days
   */
  public record Expiry(
      @Property(maxLength = 1_024, description = "What their names start with.") String prefix,
      @Property(min = 1, max = 36_500, description = "After how many days.") int days) {}

  /**
   * A label.
   *
   * @param key its name
   * @param value what it says
   */
  public record Tag(
      @Property(minLength = 1, maxLength = 128, description = "Its name.") String key,
      @Property(maxLength = 256, description = "What it says.") String value) {}

  /**
   * What the cloud gives.
   *
   * @param arn the name that is unique in all clouds
   * @param domainName the name that it is reached by
   * @param url the address that it is reached at
   * @param objectCount how many objects are in it
   */
  public record Outputs(
      @Property(description = "The name that is unique in all clouds.") String arn,
      @Property(description = "The name that it is reached by.") String domainName,
      @Property(description = "The address that it is reached at.") String url,
      @Property(
              stability = Stability.Always.VOLATILE,
              min = 0,
              max = 1_000_000,
              description = "How many objects are in it.")
          int objectCount) {}
}
