package dev.ashlar.schema.export;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.Equivalence;
import dev.ashlar.schema.Immutability;
import dev.ashlar.schema.OnUnset;
import dev.ashlar.schema.ReferenceTarget;
import dev.ashlar.schema.Shape;
import dev.ashlar.schema.Stability;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import dev.ashlar.value.json.ValueJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Writes attributes as JSON Schemas. */
final class AttributeSchema {
  private final JsonGenerator out;

  AttributeSchema(JsonGenerator out) {
    this.out = out;
  }

  /** The keywords of an object, without its braces. */
  void object(Map<String, Attribute> attributes) throws IOException {
    out.writeStringField("type", "object");
    properties(attributes);
  }

  private void properties(Map<String, Attribute> attributes) throws IOException {
    out.writeObjectFieldStart("properties");
    for (Map.Entry<String, Attribute> attribute : attributes.entrySet()) {
      out.writeFieldName(attribute.getKey());
      named(attribute.getValue(), false);
    }
    out.writeEndObject();
    List<String> required =
        attributes.entrySet().stream()
            .filter(entry -> isRequired(entry.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    if (!required.isEmpty()) {
      strings("required", required);
    }
    out.writeBooleanField("additionalProperties", false);
  }

  private static boolean isRequired(Attribute attribute) {
    return attribute.required() && attribute.defaultValue().isEmpty() && !attribute.computed();
  }

  /** Outputs by name, each as a schema that is read only. */
  void outputs(Map<String, Attribute> outputs) throws IOException {
    out.writeStartObject();
    for (Attribute output : outputs.values()) {
      out.writeFieldName(output.name());
      named(output, true);
    }
    out.writeEndObject();
  }

  /** The schema of an attribute whose name says nothing to a user: an item, a definition. */
  void attribute(Attribute attribute) throws IOException {
    out.writeStartObject();
    keywords(attribute, false);
    out.writeEndObject();
  }

  private void named(Attribute attribute, boolean output) throws IOException {
    out.writeStartObject();
    out.writeStringField("title", Titles.of(attribute.name()));
    keywords(attribute, output);
    out.writeEndObject();
  }

  private void keywords(Attribute attribute, boolean output) throws IOException {
    JsonSchema.describe(out, attribute.description());
    shape(attribute);
    constraints(attribute);
    if (attribute.defaultValue().isPresent()) {
      out.writeFieldName("default");
      value(attribute.defaultValue().get());
    }
    attribute.deprecation().ifPresent(old -> JsonSchema.deprecate(out, old));
    flag("readOnly", output || attribute.computed());
    flag("writeOnly", attribute.writeOnly());
    flag("x-sensitive", attribute.sensitive());
    annotations(attribute, output);
  }

  private void shape(Attribute attribute) throws IOException {
    Shape shape = attribute.shape();
    if (shape instanceof Shape.DefinitionShape named) {
      definition(named, attribute.nullable());
      return;
    }
    type(shape, attribute.nullable());
    if (shape instanceof Shape.ListShape list) {
      out.writeFieldName("items");
      attribute(list.items());
    } else if (shape instanceof Shape.MapShape map) {
      out.writeFieldName("additionalProperties");
      attribute(map.values());
    } else if (shape instanceof Shape.ObjectShape object) {
      properties(object.attributes());
    }
  }

  private void definition(Shape.DefinitionShape named, boolean nullable) throws IOException {
    // Of a pointer, and that in a URI: a name may hold any character.
    String pointer = "#/$defs/" + Titles.escaped(ValuePath.of(named.definition()).toPointer());
    if (!nullable) {
      out.writeStringField("$ref", pointer);
      return;
    }
    out.writeArrayFieldStart("anyOf");
    out.writeStartObject();
    out.writeStringField("$ref", pointer);
    out.writeEndObject();
    out.writeStartObject();
    out.writeStringField("type", "null");
    out.writeEndObject();
    out.writeEndArray();
  }

  private void type(Shape shape, boolean nullable) throws IOException {
    String type =
        shape instanceof Shape.Primitive primitive
            ? primitive.name().toLowerCase(Locale.ROOT)
            : shape instanceof Shape.ListShape ? "array" : "object";
    if (shape == Shape.Primitive.ANY) {
      return;
    }
    if (nullable) {
      strings("type", List.of(type, "null"));
    } else {
      out.writeStringField("type", type);
    }
  }

  private void constraints(Attribute attribute) throws IOException {
    var constraints = attribute.constraints();
    if (!constraints.allowed().isEmpty()) {
      List<Value> allowed = new ArrayList<>(constraints.allowed());
      if (attribute.nullable()) {
        allowed.add(Value.NULL);
      }
      out.writeFieldName("enum");
      value(Value.list(allowed));
    }
    number("minimum", constraints.minimum().map(Value::of));
    number("maximum", constraints.maximum().map(Value::of));
    for (String unit : units(attribute.shape())) {
      number("min" + unit, constraints.minLength().map(Value::of));
      number("max" + unit, constraints.maxLength().map(Value::of));
    }
    if (constraints.pattern().isPresent()) {
      out.writeStringField("pattern", constraints.pattern().get());
    }
  }

  /** What lengths are called. Of a definition it is not known: the others have no effect. */
  private static List<String> units(Shape shape) {
    if (shape instanceof Shape.DefinitionShape) {
      return List.of("Length", "Items", "Properties");
    }
    return List.of(
        shape instanceof Shape.ListShape
            ? "Items"
            : shape instanceof Shape.Primitive ? "Length" : "Properties");
  }

  private void annotations(Attribute attribute, boolean output) throws IOException {
    if (attribute.immutability() != Immutability.NO) {
      out.writeStringField("x-immutable", word(attribute.immutability()));
    }
    if (attribute.equivalence() instanceof Equivalence.KeyedList keyed) {
      out.writeStringField("x-keyed-by", keyed.key());
    } else if (attribute.equivalence() instanceof Equivalence.Rule rule
        && rule != Equivalence.Rule.EXACT) {
      out.writeStringField("x-equivalence", word(rule));
    }
    if (attribute.onUnset() != OnUnset.UNSET && attribute.onUnset() != OnUnset.DEFAULT) {
      out.writeStringField("x-on-unset", word(attribute.onUnset()));
    }
    if (output && attribute.stability() instanceof Stability.ChangedBy changed) {
      strings("x-changed-by", changed.inputs().stream().map(ValuePath::toString).toList());
    } else if (output && attribute.stability() == Stability.VOLATILE) {
      flag("x-volatile", true);
    }
    if (!attribute.references().isEmpty()) {
      out.writeArrayFieldStart("x-references");
      for (ReferenceTarget target : attribute.references()) {
        out.writeStartObject();
        out.writeStringField("type", target.type());
        out.writeStringField("attribute", target.attribute());
        out.writeEndObject();
      }
      out.writeEndArray();
    }
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private void number(String name, Optional<Value.NumberValue> number) throws IOException {
    if (number.isPresent()) {
      out.writeFieldName(name);
      value(number.get());
    }
  }

  private void flag(String name, boolean set) throws IOException {
    if (set) {
      out.writeBooleanField(name, true);
    }
  }

  private void strings(String name, List<String> texts) throws IOException {
    out.writeArrayFieldStart(name);
    for (String text : texts) {
      out.writeString(text);
    }
    out.writeEndArray();
  }

  private void value(Value value) throws IOException {
    ValueJson.write(out, value, ValueJson.REDACTED);
  }
}
