package dev.ashlar.schema.validation;

import dev.ashlar.schema.Shape;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValueType;
import java.util.List;
import java.util.stream.Collectors;

/** The user's words for types and values. A hidden value is told by its type alone. */
final class Wording {
  private static final int LONGEST_VALUE = 60;
  private static final int MOST_CHOICES = 30;

  private Wording() {}

  static String expected(Shape shape) {
    if (shape instanceof Shape.ListShape) {
      return "a list";
    }
    if (shape instanceof Shape.MapShape) {
      return "a map";
    }
    if (shape instanceof Shape.ObjectShape) {
      return "an object";
    }
    return of(ValueType.Scalar.valueOf(((Shape.Primitive) shape).name()));
  }

  static String actual(Value value, boolean hidden) {
    String type = of(value.type());
    boolean scalar = value.type() instanceof ValueType.Scalar;
    return hidden || !scalar || value instanceof Value.NullValue
        ? type
        : type + " (" + shown(value) + ")";
  }

  static String of(ValueType type) {
    if (type instanceof ValueType.Scalar scalar) {
      return switch (scalar) {
        case ANY -> "any value";
        case NULL -> "null";
        case BOOLEAN -> "a boolean";
        case INTEGER -> "an integer";
        case NUMBER -> "a number";
        case STRING -> "a text";
      };
    }
    return type instanceof ValueType.ListType ? "a list" : "a map";
  }

  /** A scalar, texts in quotes, cut where it is long. */
  static String shown(Value value) {
    String text = value.toString();
    if (text.codePointCount(0, text.length()) > LONGEST_VALUE) {
      text = text.substring(0, text.offsetByCodePoints(0, LONGEST_VALUE)) + "…";
    }
    return value instanceof Value.TextValue ? '"' + text + '"' : text;
  }

  static String choices(List<Value> allowed) {
    String all =
        allowed.stream().limit(MOST_CHOICES).map(Wording::shown).collect(Collectors.joining(", "));
    int left = allowed.size() - MOST_CHOICES;
    return left > 0 ? all + " and " + left + " more" : all;
  }
}
