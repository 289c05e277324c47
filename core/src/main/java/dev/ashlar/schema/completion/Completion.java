package dev.ashlar.schema.completion;

import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.ConfigurationSchema;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.Shape;
import dev.ashlar.schema.definition.Definitions;
import dev.ashlar.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Fills in what a declared value says without saying it: defaults, at any depth and inside the
 * items of lists, and that null is absent where it is no value of its own. What is of the wrong
 * type stays as it is; what is unknown stays unknown; a secret stays a secret.
 */
public final class Completion {
  /** Defaults within defaults end here: a definition could contain itself by its default. */
  private static final int MAX_DEFAULTS = 20;

  private final Definitions definitions;

  private Completion(Definitions definitions) {
    this.definitions = definitions;
  }

  /** Completes the properties of a resource. */
  public static Value.MapValue complete(ResourceSchema schema, Value.MapValue properties) {
    return new Completion(Definitions.of(schema)).object(schema.properties(), properties, 0);
  }

  /** Completes a provider's configuration. */
  public static Value.MapValue complete(ConfigurationSchema schema, Value.MapValue configuration) {
    return new Completion(Definitions.NONE).object(schema.attributes(), configuration, 0);
  }

  /** Completes one value, such as that of a parameter; null becomes the default. */
  public static Value complete(Attribute attribute, Value value) {
    boolean unset = value instanceof Value.NullValue && !attribute.nullable();
    Value given = unset ? attribute.defaultValue().orElse(value) : value;
    return new Completion(Definitions.NONE).value(attribute, given, 0);
  }

  private Value.MapValue object(
      Map<String, Attribute> attributes, Value.MapValue given, int defaults) {
    TreeMap<String, Value> result = new TreeMap<>();
    given
        .entries()
        .forEach(
            (name, part) -> {
              Attribute attribute = attributes.get(name);
              if (attribute == null) {
                result.put(name, part);
              } else if (isSet(attribute, part)) {
                result.put(name, value(attribute, part, defaults));
              }
            });
    attributes.forEach(
        (name, attribute) -> {
          if (!result.containsKey(name) && !attribute.computed() && defaults < MAX_DEFAULTS) {
            attribute
                .defaultValue()
                .ifPresent(value -> result.put(name, value(attribute, value, defaults + 1)));
          }
        });
    return result.equals(given.entries()) ? given : new Value.MapValue(result);
  }

  private static boolean isSet(Attribute attribute, Value value) {
    return attribute.nullable() || !(value instanceof Value.NullValue);
  }

  private Value value(Attribute declared, Value given, int defaults) {
    if (given instanceof Value.SecretValue secret) {
      Value completed = value(declared, secret.content(), defaults);
      return completed.equals(secret.content()) ? given : Value.secret(completed);
    }
    Shape shape = definitions.effective(declared).shape();
    if (shape instanceof Shape.ObjectShape object && given instanceof Value.MapValue map) {
      return object(object.attributes(), map, defaults);
    }
    if (shape instanceof Shape.MapShape map && given instanceof Value.MapValue entries) {
      TreeMap<String, Value> result = new TreeMap<>();
      entries
          .entries()
          .forEach(
              (key, entry) -> {
                if (isSet(map.values(), entry)) {
                  result.put(key, value(map.values(), entry, defaults));
                }
              });
      return result.equals(entries.entries()) ? given : new Value.MapValue(result);
    }
    if (shape instanceof Shape.ListShape list && given instanceof Value.ListValue items) {
      List<Value> result = new ArrayList<>(items.items().size());
      items.items().forEach(item -> result.add(value(list.items(), item, defaults)));
      return result.equals(items.items()) ? given : Value.list(result);
    }
    return given;
  }
}
