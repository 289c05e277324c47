package dev.ashlar.expression.cel;

import dev.ashlar.cel.common.types.CelKind;
import dev.ashlar.cel.common.types.CelType;
import dev.ashlar.cel.common.types.ListType;
import dev.ashlar.cel.common.types.MapType;
import dev.ashlar.cel.common.types.NullableType;
import dev.ashlar.cel.common.types.OptionalType;
import dev.ashlar.cel.common.types.SimpleType;
import dev.ashlar.cel.common.types.StructTypeReference;
import dev.ashlar.expression.Typed;
import dev.ashlar.value.ValueType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Types of ours as CEL's, and back. */
final class CelTypes {
  private CelTypes() {}

  /**
   * The type of a parameter. A struct is a map there: its constant parts have been resolved
   * already, and what remains are loops and functions.
   */
  static CelType parameter(Typed type, Structs structs) {
    return isStruct(type) ? MapType.create(SimpleType.STRING, SimpleType.DYN) : part(type, structs);
  }

  private static boolean isStruct(Typed type) {
    return type instanceof Typed.Struct
        || type instanceof Typed.Plain plain && plain.type() instanceof ValueType.ObjectType;
  }

  /** The type of a part of a container. */
  static CelType part(Typed type, Structs structs) {
    if (type instanceof Typed.Struct struct) {
      return StructTypeReference.create(structs.name(struct));
    }
    if (type instanceof Typed.Instances instances) {
      return MapType.create(SimpleType.STRING, part(instances.each(), structs));
    }
    if (type instanceof Typed.Maybe maybe) {
      return OptionalType.create(part(maybe.some(), structs));
    }
    Typed.Plain plain = (Typed.Plain) type;
    if (plain.type() instanceof ValueType.ListType list) {
      return ListType.create(part(new Typed.Plain(list.items(), plain.secret()), structs));
    }
    if (plain.type() instanceof ValueType.MapType map) {
      return MapType.create(
          SimpleType.STRING, part(new Typed.Plain(map.values(), plain.secret()), structs));
    }
    if (plain.type() instanceof ValueType.ObjectType object) {
      return StructTypeReference.create(structs.name(object, plain.secret()));
    }
    return switch ((ValueType.Scalar) plain.type()) {
      case ANY -> SimpleType.DYN;
      case NULL -> SimpleType.NULL_TYPE;
      case BOOLEAN -> SimpleType.BOOL;
      case INTEGER -> SimpleType.INT;
      case NUMBER -> SimpleType.DOUBLE;
      case STRING -> SimpleType.STRING;
    };
  }

  /** The type of a result; empty where no document can hold it. */
  static Optional<ValueType> result(CelType type, Structs structs) {
    if (type instanceof NullableType nullable) {
      return result(nullable.targetType(), structs);
    }
    if (type instanceof ListType list) {
      return result(list.elemType(), structs).map(ValueType::listOf);
    }
    if (type instanceof MapType map) {
      boolean texts =
          map.keyType().equals(SimpleType.STRING)
              || map.keyType().kind() == CelKind.TYPE_PARAM
              || map.keyType().kind() == CelKind.DYN;
      return texts ? result(map.valueType(), structs).map(ValueType::mapOf) : Optional.empty();
    }
    return switch (type.kind()) {
      case DYN, ANY, TYPE_PARAM -> Optional.of(ValueType.ANY);
      case NULL_TYPE -> Optional.of(ValueType.NULL);
      case BOOL -> Optional.of(ValueType.BOOLEAN);
      case INT -> Optional.of(ValueType.INTEGER);
      case DOUBLE -> Optional.of(ValueType.NUMBER);
      case STRING -> Optional.of(ValueType.STRING);
      case STRUCT -> Optional.of(structs.value(type.name()));
      default -> Optional.empty();
    };
  }

  /** Whether something in the type may not be there. */
  static boolean hasOptional(CelType type) {
    return type.name().equals(OptionalType.NAME)
        || type.parameters().stream().anyMatch(CelTypes::hasOptional);
  }

  /** The class of the values of a type at run time. */
  static Class<?> runtime(CelType type) {
    return switch (type.kind()) {
      case BOOL -> Boolean.class;
      case INT -> Long.class;
      case DOUBLE -> Double.class;
      case STRING -> String.class;
      case LIST -> List.class;
      case MAP -> Map.class;
      default -> Object.class;
    };
  }

  /** The words for a type in messages. */
  static String words(CelType type) {
    if (type.name().equals(OptionalType.NAME)) {
      return "something that may not be there";
    }
    return switch (type.kind()) {
      case BOOL -> "a boolean";
      case INT -> "a whole number";
      case DOUBLE -> "a number";
      case STRING -> "a text";
      case LIST -> "a list";
      case MAP, STRUCT -> "a map";
      case NULL_TYPE -> "null";
      case TIMESTAMP -> "a timestamp";
      case DURATION -> "a duration";
      case BYTES -> "bytes";
      case UINT -> "an unsigned number";
      default -> "a value of any type";
    };
  }
}
