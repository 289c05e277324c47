package dev.ashlar.shop;

import dev.ashlar.schema.Property;
import dev.ashlar.schema.ResourceSpec;
import org.jspecify.annotations.Nullable;

/**
 * Switches a feature for some of the customers.
 *
 * @param name its name
 * @param percent how many customers have the feature
 * @param audience whom it is for
 */
@ResourceSpec(
    type = "shop::Flag",
    outputs = Flag.Outputs.class,
    naming = ResourceSpec.Naming.PASCAL_CASE,
    identity = "Name",
    idempotencyHorizon = "PT1H")
public record Flag(
    @Property(immutable = true, pattern = "[a-z-]{1,40}") String name,
    @Property(defaultValue = "0", min = 0, max = 100) int percent,
    @Nullable String audience) {

  /**
   * What the service gives.
   *
   * @param url where it is asked for
   */
  public record Outputs(String url) {}
}
