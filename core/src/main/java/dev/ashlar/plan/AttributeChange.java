package dev.ashlar.plan;

import dev.ashlar.diagnostic.Diagnostic.Location;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import java.util.Optional;

/**
 * What becomes of one property or output.
 *
 * @param path which
 * @param before its value before; null where it was not set
 * @param after its value afterwards; null where it is not set, unknown in parts or as a whole
 * @param sensitive whether either is secret
 * @param requiresReplace whether this is why the object is replaced
 * @param expression the expression that the value comes from
 * @param location where that is declared
 * @since 0.1
 */
public record AttributeChange(
    ValuePath path,
    Value before,
    Value after,
    boolean sensitive,
    boolean requiresReplace,
    Optional<String> expression,
    Optional<Location> location) {

  /** Whether any part of the value afterwards is only known after apply. */
  public boolean unknown() {
    return !after.isKnown();
  }
}
