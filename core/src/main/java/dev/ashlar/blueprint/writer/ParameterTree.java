package dev.ashlar.blueprint.writer;

import dev.ashlar.blueprint.ParameterDeclaration;
import dev.ashlar.blueprint.ParameterDeclaration.ChangeRule;
import dev.ashlar.blueprint.source.Node;
import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.Constraints;
import dev.ashlar.schema.Shape;
import dev.ashlar.value.Value;

/** Declarations of parameters as nodes. */
final class ParameterTree {
  private ParameterTree() {}

  static Node of(ParameterDeclaration declaration) {
    Attribute attribute = declaration.attribute();
    Entries entries = attribute(attribute);
    entries.optional("default", declaration.defaultValue().map(TermTree::of));
    if (attribute.sensitive()) {
      entries.bool("sensitive", true);
    }
    if (declaration.immutability() != ChangeRule.NEVER) {
      entries.put("immutable", Words.of(declaration.immutability()));
    }
    return entries.node();
  }

  private static Entries attribute(Attribute attribute) {
    Entries entries = new Entries();
    Shape shape = attribute.shape();
    entries.text("type", word(shape));
    if (shape instanceof Shape.ListShape list && !isAny(list.items())) {
      entries.put("items", attribute(list.items()).node());
    } else if (shape instanceof Shape.MapShape map && !isAny(map.values())) {
      entries.put("items", attribute(map.values()).node());
    } else if (shape instanceof Shape.ObjectShape object) {
      entries.all("properties", object.attributes(), ParameterTree::property);
    }
    constraints(entries, attribute.constraints(), shape);
    if (attribute.nullable()) {
      entries.bool("nullable", true);
    }
    if (!attribute.description().isEmpty()) {
      entries.text("description", attribute.description());
    }
    return entries;
  }

  private static Node property(Attribute attribute) {
    return attribute(attribute)
        .optional("default", attribute.defaultValue().map(ParameterTree::literal))
        .node();
  }

  /** The term that reads back as this value. */
  private static Node literal(Value value) {
    if (value instanceof Value.ListValue || value instanceof Value.MapValue) {
      return new Entries().put("$literal", TermTree.unread(value)).node();
    }
    return value instanceof Value.TextValue text
        ? Entries.text(Escapes.escape(text.text()))
        : TermTree.unread(value);
  }

  private static boolean isAny(Attribute attribute) {
    return attribute.equals(Attribute.of("items", Shape.Primitive.ANY))
        || attribute.equals(Attribute.of(attribute.name(), Shape.Primitive.ANY));
  }

  private static String word(Shape shape) {
    if (shape instanceof Shape.Primitive primitive) {
      return Words.text(primitive);
    }
    if (shape instanceof Shape.ListShape) {
      return "list";
    }
    return shape instanceof Shape.MapShape ? "map" : "object";
  }

  private static void constraints(Entries entries, Constraints constraints, Shape shape) {
    entries.list("enum", constraints.allowed(), TermTree::unread);
    entries.optional("minimum", constraints.minimum().map(n -> Entries.scalar(Value.of(n))));
    entries.optional("maximum", constraints.maximum().map(n -> Entries.scalar(Value.of(n))));
    String unit =
        shape instanceof Shape.ListShape
            ? "Items"
            : shape instanceof Shape.MapShape ? "Properties" : "Length";
    constraints.minLength().ifPresent(n -> entries.number("min" + unit, n));
    constraints.maxLength().ifPresent(n -> entries.number("max" + unit, n));
    entries.text("pattern", constraints.pattern());
  }
}
