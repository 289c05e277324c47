package dev.ashlar.expression.path;

import dev.ashlar.value.ValueType;

/** The words for types in messages. */
public final class Names {
  private Names() {}

  /** A type with its article. */
  public static String of(ValueType type) {
    if (type instanceof ValueType.ListType) {
      return "a list";
    }
    if (type instanceof ValueType.MapType || type instanceof ValueType.ObjectType) {
      return "a map";
    }
    return switch ((ValueType.Scalar) type) {
      case ANY -> "a value of any type";
      case NULL -> "null";
      case BOOLEAN -> "a boolean";
      case INTEGER -> "a whole number";
      case NUMBER -> "a number";
      case STRING -> "a text";
    };
  }
}
