package dev.ashlar.processor;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/**
 * What generated source calls a type: qualified, for a nested class may have the simple name of the
 * record that it stands for, and without annotations.
 */
final class TypeNames {
  private static final Set<String> SCALARS =
      Set.of(
          "java.lang.String", "java.math.BigDecimal", "java.math.BigInteger", "java.time.Duration");
  private static final Set<String> COLLECTIONS =
      Set.of("java.util.List", "java.util.Set", "java.util.Collection");

  private final Types types;

  TypeNames(Types types) {
    this.types = types;
  }

  /** The type as a type argument: boxed where it is primitive. */
  String boxed(TypeMirror type) {
    if (type.getKind().isPrimitive()) {
      return switch (type.getKind()) {
        case INT -> "Integer";
        case CHAR -> "Character";
        default -> capitalised(type.getKind().name());
      };
    }
    if (!(type instanceof DeclaredType declared)) {
      return "Object";
    }
    String name = shortened(qualified(declared));
    List<? extends TypeMirror> arguments = declared.getTypeArguments();
    return arguments.isEmpty()
        ? name
        : arguments.stream().map(this::boxed).collect(Collectors.joining(", ", name + "<", ">"));
  }

  /** The type as a parameter that takes a literal: primitive where that is possible. */
  String literal(TypeMirror type) {
    return unboxed(type).getKind().isPrimitive()
        ? unboxed(type).getKind().name().toLowerCase(Locale.ROOT)
        : boxed(type);
  }

  private TypeMirror unboxed(TypeMirror type) {
    if (type.getKind().isPrimitive()) {
      return type;
    }
    try {
      return types.unboxedType(type);
    } catch (IllegalArgumentException e) {
      return type;
    }
  }

  private static String capitalised(String name) {
    return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
  }

  static String qualified(DeclaredType type) {
    return ((TypeElement) type.asElement()).getQualifiedName().toString();
  }

  private static String shortened(String name) {
    return name.matches("java\\.lang\\.[A-Z]\\w*") ? name.substring("java.lang.".length()) : name;
  }

  boolean isScalar(TypeMirror type) {
    return unboxed(type).getKind().isPrimitive()
        || type instanceof DeclaredType declared
            && (declared.asElement().getKind() == ElementKind.ENUM
                || SCALARS.contains(qualified(declared)));
  }

  boolean isRecord(TypeMirror type) {
    return type instanceof DeclaredType declared
        && declared.asElement().getKind() == ElementKind.RECORD
        && !isValue(type);
  }

  boolean isValue(TypeMirror type) {
    return type instanceof DeclaredType declared
        && (qualified(declared).equals(Api.VALUE)
            || qualified(declared).startsWith(Api.VALUE + "."));
  }

  boolean isCollection(TypeMirror type) {
    return type instanceof DeclaredType declared
        && COLLECTIONS.contains(qualified(declared))
        && declared.getTypeArguments().size() == 1;
  }

  boolean isMap(TypeMirror type) {
    return type instanceof DeclaredType declared
        && qualified(declared).equals("java.util.Map")
        && declared.getTypeArguments().size() == 2;
  }

  /** Whether a value of the type can be written down in Java without any record or secret. */
  boolean isLiteral(TypeMirror type) {
    return isScalar(type)
        || isValue(type)
        || isCollection(type) && isLiteral(argument(type, 0))
        || isMap(type) && isLiteral(argument(type, 1));
  }

  static TypeMirror argument(TypeMirror type, int index) {
    return ((DeclaredType) type).getTypeArguments().get(index);
  }
}
