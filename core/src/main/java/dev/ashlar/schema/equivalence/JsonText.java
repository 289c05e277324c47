package dev.ashlar.schema.equivalence;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.ashlar.value.Value;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The values that JSON texts of users and clouds spell. Unlike our own files they hold no markers:
 * a key with a dollar sign is a key.
 */
final class JsonText {
  private static final JsonFactory FACTORY = new JsonFactory();

  private JsonText() {}

  /** The value that a text spells, or the value itself where it is no text. */
  static Value meant(Value value) {
    return value instanceof Value.TextValue text ? parse(text.text()).orElse(value) : value;
  }

  /** Empty for what is not JSON, or names a key twice. */
  static Optional<Value> parse(String text) {
    try (JsonParser in = FACTORY.createParser(text)) {
      if (in.nextToken() == null) {
        return Optional.empty();
      }
      Value value = read(in);
      return in.nextToken() == null ? Optional.of(value) : Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Value read(JsonParser in) throws IOException {
    return switch (in.currentToken()) {
      case VALUE_STRING -> Value.of(in.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Value.of(in.getDecimalValue());
      case VALUE_TRUE -> Value.of(true);
      case VALUE_FALSE -> Value.of(false);
      case VALUE_NULL -> Value.NULL;
      case START_ARRAY -> {
        List<Value> items = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
          items.add(read(in));
        }
        yield Value.list(items);
      }
      case START_OBJECT -> {
        TreeMap<String, Value> entries = new TreeMap<>();
        while (in.nextToken() != JsonToken.END_OBJECT) {
          String key = in.currentName();
          in.nextToken();
          if (entries.put(key, read(in)) != null) {
            throw new IllegalArgumentException("a key stands twice");
          }
        }
        yield Value.map(entries);
      }
      default -> throw new IllegalArgumentException("not JSON");
    };
  }
}
