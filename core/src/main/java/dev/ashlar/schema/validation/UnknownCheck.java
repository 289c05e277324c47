package dev.ashlar.schema.validation;

import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.Shape;
import dev.ashlar.schema.definition.Definitions;
import dev.ashlar.value.ValueType;

/** Whether a value of which only the type is known can turn out to fit. */
final class UnknownCheck {
  private static final int MAX_DEPTH = 100;

  private final Definitions definitions;

  UnknownCheck(Definitions definitions) {
    this.definitions = definitions;
  }

  boolean mayFit(Attribute attribute, ValueType type) {
    return mayFit(attribute, type, 0);
  }

  private boolean mayFit(Attribute declared, ValueType type, int depth) {
    Shape shape = definitions.effective(declared).shape();
    if (shape == Shape.Primitive.ANY
        || type == ValueType.ANY
        || type == ValueType.NULL
        || depth > MAX_DEPTH) {
      return true;
    }
    if (shape instanceof Shape.Primitive primitive) {
      // A number may turn out to be whole.
      return primitive == Shape.Primitive.INTEGER || primitive == Shape.Primitive.NUMBER
          ? type == ValueType.INTEGER || type == ValueType.NUMBER
          : type == ValueType.Scalar.valueOf(primitive.name());
    }
    if (shape instanceof Shape.ListShape list) {
      return type instanceof ValueType.ListType given
          && mayFit(list.items(), given.items(), depth + 1);
    }
    if (shape instanceof Shape.MapShape map) {
      return entriesMayFit(map, type, depth);
    }
    return shape instanceof Shape.ObjectShape object && fieldsMayFit(object, type, depth);
  }

  private boolean entriesMayFit(Shape.MapShape map, ValueType type, int depth) {
    if (type instanceof ValueType.MapType given) {
      return mayFit(map.values(), given.values(), depth + 1);
    }
    return type instanceof ValueType.ObjectType given
        && given.fields().values().stream().allMatch(f -> mayFit(map.values(), f, depth + 1));
  }

  private boolean fieldsMayFit(Shape.ObjectShape object, ValueType type, int depth) {
    return type instanceof ValueType.MapType
        || type instanceof ValueType.ObjectType given
            && given.fields().entrySet().stream()
                .allMatch(
                    field -> {
                      Attribute own = object.attributes().get(field.getKey());
                      return own != null && mayFit(own, field.getValue(), depth + 1);
                    });
  }
}
