package dev.ashlar.memory;

import dev.ashlar.schema.Equivalence;
import dev.ashlar.schema.OnUnset;
import dev.ashlar.schema.Property;
import dev.ashlar.schema.ResourceSpec;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A key that encrypts other things.
 *
 * @param description what it is for
 * @param spec what kind of key it is
 * @param enabled whether it can be used
 * @param rotationDays after how many days it is renewed; never, where nothing is said
 * @param deletionWindowDays how long it can be brought back after its removal
 * @param policy who may use it: a policy document in JSON; the cloud keeps what was last said
 * @param tags labels of your own; they also carry the mark of ownership
 * @since 0.1
 */
@ResourceSpec(
    type = "memory::Key",
    outputs = Key.Outputs.class,
    naming = ResourceSpec.Naming.PASCAL_CASE,
    description = "A key that encrypts other things.",
    ownershipMark = "Tags",
    idempotencyHorizon = "PT24H")
public record Key(
    @Property(maxLength = 8_192, description = "What it is for.") @Nullable String description,
    @Property(immutable = true, defaultValue = "SYMMETRIC", description = "What kind of key it is.")
        Spec spec,
    @Property(defaultValue = "true", description = "Whether it can be used.") boolean enabled,
    @Property(
            min = 90,
            max = 2_560,
            description = "After how many days it is renewed; never, where nothing is said.")
        @Nullable Integer rotationDays,
    @Property(
            min = 7,
            max = 30,
            defaultValue = "30",
            description = "How long it can be brought back after its removal.")
        int deletionWindowDays,
    @Property(
            equivalence = Equivalence.Rule.POLICY_DOCUMENT,
            onUnset = OnUnset.KEEP,
            description =
                "Who may use it: a policy document in JSON; the cloud keeps what was last said.")
        @Nullable String policy,
    @Property(description = "Labels of your own; they also carry the mark of ownership.")
        @Nullable Map<String, String> tags)
    implements KeyTarget {

  /** What kind of key. */
  public enum Spec {
    /** One key for both ways. */
    SYMMETRIC,
    /** A pair of RSA keys. */
    RSA_2048,
    /** A pair of keys on an elliptic curve. */
    ECC_P256
  }

  /**
   * What the cloud gives.
   *
   * @param arn the name that is unique in all clouds
   * @param createdAt when it was made
   */
  public record Outputs(
      @Property(description = "The name that is unique in all clouds.") String arn,
      @Property(description = "When it was made.") String createdAt) {}
}
