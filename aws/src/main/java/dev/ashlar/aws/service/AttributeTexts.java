package dev.ashlar.aws.service;

import dev.ashlar.aws.json.Json;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.Shape;
import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/** Values as texts, where a service takes nothing else: documents are JSON. */
public final class AttributeTexts {
  private AttributeTexts() {}

  /** A value as a text, secrets in clear. */
  public static String text(Value value) {
    if (value instanceof Value.SecretValue secret) {
      return text(secret.content());
    }
    return value instanceof MapValue || value instanceof Value.ListValue
        ? Json.revealed(value)
        : value.toString();
  }

  /** A document; a text that is no JSON stays a text. */
  public static Value json(String text) {
    try {
      return Json.read(text);
    } catch (UncheckedIOException e) {
      return Value.of(text);
    }
  }

  /**
   * The properties that are told as texts, by their names; what the schema does not know is out.
   */
  public static MapValue model(ResourceSchema schema, Map<String, String> texts) {
    Map<String, Value> model = new TreeMap<>();
    texts.forEach(
        (name, text) ->
            schema
                .attribute(name)
                .ifPresent(
                    attribute ->
                        model.put(
                            name,
                            schema.resolve(attribute.shape()) == Shape.Primitive.ANY
                                ? json(text)
                                : Value.of(text))));
    return Value.map(model);
  }
}
