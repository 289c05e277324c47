package dev.ashlar.memory;

import dev.ashlar.schema.Property;
import dev.ashlar.schema.ResourceSpec;
import dev.ashlar.value.Secret;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A secret text, kept for programs that need it.
 *
 * @param name its name, unique in the account
 * @param value the secret itself; it can be set, and only programs can read it
 * @param description what it is for
 * @param rotationDays after how many days it is to be renewed
 * @param keyId the key that encrypts it, or an alias of one; without one the cloud's own
 * @param tags labels of your own; they also carry the mark of ownership
 * @since 0.1
 */
@ResourceSpec(
    type = "memory::Secret",
    outputs = StoredSecret.Outputs.class,
    naming = ResourceSpec.Naming.PASCAL_CASE,
    description = "A secret text, kept for programs that need it.",
    identity = "Name",
    generatedName = @ResourceSpec.GeneratedName(property = "Name", maxLength = 256),
    ownershipMark = "Tags",
    idempotencyHorizon = "PT24H")
public record StoredSecret(
    @Property(
            immutable = true,
            pattern = "[A-Za-z0-9/_+=.@-]{1,256}",
            description = "Its name, unique in the account.")
        @Nullable String name,
    @Property(
            writeOnly = true,
            minLength = 1,
            maxLength = 65_536,
            description = "The secret itself; it can be set, and only programs can read it.")
        Secret<String> value,
    @Property(maxLength = 2_048, description = "What it is for.") @Nullable String description,
    @Property(min = 1, max = 1_000, description = "After how many days it is to be renewed.")
        @Nullable Integer rotationDays,
    @Property(
            references = KeyTarget.class,
            description =
                "The key that encrypts it, or an alias of one; without one the cloud's own.")
        @Nullable String keyId,
    @Property(description = "Labels of your own; they also carry the mark of ownership.")
        @Nullable Map<String, String> tags) {

  /**
   * What the cloud gives.
   *
   * @param arn the name that is unique in all clouds
   * @param versionId the version of the secret
   */
  public record Outputs(
      @Property(description = "The name that is unique in all clouds.") String arn,
      @Property(changedBy = "Value", description = "The version of the secret.")
          String versionId) {}
}
