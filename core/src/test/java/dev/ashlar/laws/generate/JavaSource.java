package dev.ashlar.laws.generate;

import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.Constraints;
import dev.ashlar.schema.Equivalence;
import dev.ashlar.schema.Immutability;
import dev.ashlar.schema.OnUnset;
import dev.ashlar.schema.Operation;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.Shape;
import dev.ashlar.schema.Stability;
import dev.ashlar.value.Value;
import dev.ashlar.value.json.ValueJson;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Schemas and texts as Java: what a failing case is printed with, to be pasted into a test. */
public final class JavaSource {
  private JavaSource() {}

  /** A schema. */
  public static String of(ResourceSchema schema) {
    StringBuilder java = new StringBuilder("ResourceSchema.builder(\"" + schema.type() + "\")");
    schema.definitions().values().forEach(each -> add(java, "addDefinition", each));
    schema.properties().values().forEach(each -> add(java, "addProperty", each));
    schema.outputs().values().forEach(each -> add(java, "addOutput", each));
    if (!schema.operations().contains(Operation.UPDATE)) {
      java.append("\n    .operations(Set.of(");
      java.append(
          schema.operations().stream()
              .map(each -> "Operation." + each)
              .collect(Collectors.joining(", ")));
      java.append("))");
    }
    return java.append("\n    .build()").toString();
  }

  private static void add(StringBuilder java, String method, Attribute attribute) {
    java.append("\n    .").append(method).append('(').append(of(attribute)).append(')');
  }

  /** An attribute. */
  public static String of(Attribute attribute) {
    return "Attribute.builder("
        + text(attribute.name())
        + ", "
        + of(attribute.shape())
        + ")"
        + flag(attribute.required(), ".required()")
        + flag(attribute.computed(), ".computed()")
        + flag(attribute.sensitive(), ".sensitive()")
        + flag(attribute.writeOnly(), ".writeOnly()")
        + flag(attribute.nullable(), ".nullable()")
        + attribute.defaultValue().map(value -> ".defaultValue(" + of(value) + ")").orElse("")
        + flag(
            attribute.immutability() != Immutability.NO,
            ".immutability(Immutability." + attribute.immutability() + ")")
        + flag(
            attribute.onUnset() != OnUnset.UNSET, ".onUnset(OnUnset." + attribute.onUnset() + ")")
        + equivalence(attribute.equivalence())
        + constraints(attribute.constraints())
        + stability(attribute.stability())
        + ".build()";
  }

  private static String flag(boolean set, String java) {
    return set ? java : "";
  }

  private static String of(Shape shape) {
    if (shape instanceof Shape.ListShape list) {
      return "new Shape.ListShape(" + of(list.items()) + ")";
    }
    if (shape instanceof Shape.MapShape map) {
      return "new Shape.MapShape(" + of(map.values()) + ")";
    }
    if (shape instanceof Shape.DefinitionShape named) {
      return "new Shape.DefinitionShape(" + text(named.definition()) + ")";
    }
    if (shape instanceof Shape.ObjectShape object) {
      return object.attributes().values().stream()
          .map(each -> text(each.name()) + ", " + of(each))
          .collect(Collectors.joining(", ", "new Shape.ObjectShape(Map.of(", "))"));
    }
    return "Shape.Primitive." + shape;
  }

  private static String equivalence(Equivalence equivalence) {
    if (equivalence == Equivalence.EXACT) {
      return "";
    }
    return ".equivalence("
        + (equivalence instanceof Equivalence.KeyedList keyed
            ? "Equivalence.keyedBy(" + text(keyed.key()) + ")"
            : "Equivalence." + equivalence)
        + ")";
  }

  private static String stability(Stability stability) {
    if (stability instanceof Stability.ChangedBy by) {
      return by.inputs().stream()
          .map(path -> "ValuePath.of(" + text(path.head()) + ")")
          .collect(Collectors.joining(", ", ".stability(Stability.changedBy(List.of(", ")))"));
    }
    return stability == Stability.STABLE ? "" : ".stability(Stability.VOLATILE)";
  }

  private static String constraints(Constraints constraints) {
    if (constraints.equals(Constraints.NONE)) {
      return "";
    }
    StringBuilder java = new StringBuilder(".constraints(Constraints.NONE");
    if (!constraints.allowed().isEmpty()) {
      java.append(".withAllowed(List.of(");
      java.append(
          constraints.allowed().stream().map(JavaSource::of).collect(Collectors.joining(", ")));
      java.append("))");
    }
    if (constraints.minimum().isPresent() || constraints.maximum().isPresent()) {
      java.append(".withRange(" + number(constraints.minimum()));
      java.append(", " + number(constraints.maximum()) + ")");
    }
    if (constraints.minLength().isPresent() || constraints.maxLength().isPresent()) {
      java.append(".withLength(" + length(constraints.minLength()));
      java.append(", " + length(constraints.maxLength()) + ")");
    }
    constraints.pattern().ifPresent(each -> java.append(".withPattern(" + text(each) + ")"));
    return java.append(")").toString();
  }

  private static String number(Optional<BigDecimal> bound) {
    return bound
        .map(each -> "Optional.of(new BigDecimal(\"" + each + "\"))")
        .orElse("Optional.empty()");
  }

  private static String length(Optional<Integer> bound) {
    return bound.map(each -> "Optional.of(" + each + ")").orElse("Optional.empty()");
  }

  /** A value. */
  public static String of(Value value) {
    return "ValueJson.parse(" + text(ValueJson.canonical(value)) + ")";
  }

  /** A list of schemas. */
  public static String of(List<ResourceSchema> schemas) {
    return schemas.stream()
        .map(JavaSource::of)
        .collect(Collectors.joining(",\n  ", "List.of(\n  ", ")"));
  }

  /** A text in quotes. */
  public static String text(String text) {
    StringBuilder java = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      switch (c) {
        case '"' -> java.append("\\\"");
        case '\\' -> java.append("\\\\");
        case '\n' -> java.append("\\n");
        default -> java.append(c);
      }
    }
    return java.append('"').toString();
  }

  /** A text of several lines, as a text block. */
  public static String block(String text) {
    return "\"\"\"\n" + text.replace("\\", "\\\\").replace("\"\"\"", "\\\"\"\"") + "\"\"\"";
  }
}
