package dev.ashlar.schema.binding;

import dev.ashlar.value.ValuePath;

/** A value and a Java type do not fit. Names the path and never the value, which may be secret. */
final class Mismatch extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  Mismatch(ValuePath path, String what) {
    super((path.steps().isEmpty() ? "the value" : path.toString()) + " " + what);
  }
}
