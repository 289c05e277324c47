package dev.ashlar.memory;

import dev.ashlar.schema.Property;
import dev.ashlar.schema.ResourceSpec;
import dev.ashlar.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Keeps any value: the smallest resource there is.
 *
 * @param input what it keeps
 * @param replaceOn anything; when it changes, the object is replaced
 * @since 0.1
 */
@ResourceSpec(
    type = "memory::Value",
    outputs = AnyValue.Outputs.class,
    description = "Keeps any value: the smallest resource there is.",
    idempotencyHorizon = "PT24H")
public record AnyValue(
    @Property(description = "What it keeps.") @Nullable Value input,
    @Property(immutable = true, description = "Anything; when it changes, the object is replaced.")
        @Nullable Value replaceOn) {

  /**
   * What the cloud gives.
   *
   * @param id the identifier
   * @param output the input again
   */
  public record Outputs(
      @Property(description = "The identifier.") String id,
      @Property(changedBy = "input", description = "The input again.") @Nullable Value output) {}
}
