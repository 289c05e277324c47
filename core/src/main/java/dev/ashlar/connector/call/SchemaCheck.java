package dev.ashlar.connector.call;

import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.Shape;
import dev.ashlar.schema.definition.Definitions;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import java.util.Map;
import java.util.TreeMap;

/**
 * Holds what a connector tells against its schema: only declared attributes, each of its type, and
 * known. Marks what the schema calls secret. Ranges and patterns are the cloud's own affair here.
 */
final class SchemaCheck {
  private final Definitions definitions;

  SchemaCheck(ResourceSchema schema) {
    this.definitions = Definitions.of(schema);
  }

  /**
   * The values with their secrets marked.
   *
   * @throws Breach at the first value that does not fit; the message holds no value
   */
  Value.MapValue checked(Map<String, Attribute> attributes, Value.MapValue values) {
    return object(ValuePath.ROOT, attributes, values, false);
  }

  /**
   * The same for an answer that has to be complete.
   *
   * @throws Breach also where an attribute that is always there is missing
   */
  Value.MapValue complete(Map<String, Attribute> attributes, Value.MapValue values) {
    for (Attribute attribute : attributes.values()) {
      if (attribute.required() && values.get(attribute.name()).equals(Value.NULL)) {
        throw new Breach("gave no " + attribute.name() + ", which its schema promises");
      }
    }
    return checked(attributes, values);
  }

  private Value.MapValue object(
      ValuePath place, Map<String, Attribute> attributes, Value.MapValue values, boolean hidden) {
    Map<String, Value> checked = new TreeMap<>();
    values
        .entries()
        .forEach(
            (name, value) -> {
              Attribute attribute = attributes.get(name);
              if (attribute == null) {
                throw new Breach("gave " + place.key(name) + ", which its schema does not declare");
              }
              checked.put(name, attribute(place.key(name), attribute, value, hidden));
            });
    return Value.map(checked);
  }

  private Value attribute(ValuePath place, Attribute declared, Value value, boolean hidden) {
    Attribute attribute = definitions.effective(declared);
    boolean marked = attribute.sensitive() || attribute.writeOnly();
    if (value instanceof Value.SecretValue secret) {
      return Value.secret(shaped(place, attribute.shape(), secret.content(), true));
    }
    Value checked = shaped(place, attribute.shape(), value, hidden || marked);
    return marked && !value.equals(Value.NULL) ? Value.secret(checked) : checked;
  }

  private Value shaped(ValuePath place, Shape shape, Value value, boolean hidden) {
    if (value instanceof Value.NullValue) {
      return value;
    }
    if (value instanceof Value.UnknownValue) {
      if (hidden) {
        return value;
      }
      throw new Breach("gave an unknown " + place);
    }
    if (shape instanceof Shape.Primitive primitive) {
      return primitive(place, primitive, value);
    }
    if (shape instanceof Shape.ListShape list && value instanceof Value.ListValue items) {
      Value[] checked = new Value[items.items().size()];
      for (int i = 0; i < checked.length; i++) {
        checked[i] = attribute(place.index(i), list.items(), items.items().get(i), hidden);
      }
      return Value.list(checked);
    }
    if (shape instanceof Shape.MapShape map && value instanceof Value.MapValue entries) {
      Map<String, Value> checked = new TreeMap<>();
      entries
          .entries()
          .forEach(
              (key, item) ->
                  checked.put(key, attribute(place.key(key), map.values(), item, hidden)));
      return Value.map(checked);
    }
    if (shape instanceof Shape.ObjectShape object && value instanceof Value.MapValue entries) {
      return object(place, object.attributes(), entries, hidden);
    }
    throw wrongType(place, Attribute.of("", shape).type().toString(), value);
  }

  private static Value primitive(ValuePath place, Shape.Primitive shape, Value value) {
    boolean fits =
        switch (shape) {
          case ANY -> value.isKnown();
          case BOOLEAN -> value instanceof Value.BoolValue;
          case INTEGER -> value instanceof Value.NumberValue number && number.isInteger();
          case NUMBER -> value instanceof Value.NumberValue;
          case STRING -> value instanceof Value.TextValue;
        };
    if (!fits) {
      throw wrongType(place, Attribute.of("", shape).type().toString(), value);
    }
    return value;
  }

  private static Breach wrongType(ValuePath place, String wanted, Value value) {
    return new Breach("gave " + place + " as " + value.type() + ", and its schema says " + wanted);
  }
}
