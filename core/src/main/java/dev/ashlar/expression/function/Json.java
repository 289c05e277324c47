package dev.ashlar.expression.function;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.ashlar.value.Value;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** JSON and values, both ways; keys are sorted, numbers are exact. No key has a special meaning. */
public final class Json {
  private static final JsonFactory FACTORY = new JsonFactory();

  private Json() {}

  /** The JSON text of a known value. */
  public static String encode(Value value) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = FACTORY.createGenerator(text)) {
      write(out, value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void write(JsonGenerator out, Value value) throws IOException {
    if (value instanceof Value.TextValue text) {
      out.writeString(text.text());
    } else if (value instanceof Value.NumberValue number) {
      out.writeNumber(number.toString());
    } else if (value instanceof Value.BoolValue bool) {
      out.writeBoolean(bool.bool());
    } else if (value instanceof Value.ListValue list) {
      out.writeStartArray();
      for (Value item : list.items()) {
        write(out, item);
      }
      out.writeEndArray();
    } else if (value instanceof Value.MapValue map) {
      out.writeStartObject();
      for (Map.Entry<String, Value> entry : map.entries().entrySet()) {
        out.writeFieldName(entry.getKey());
        write(out, entry.getValue());
      }
      out.writeEndObject();
    } else {
      out.writeNull();
    }
  }

  /** The value of a JSON text. */
  public static Value decode(String text) {
    try (JsonParser in = FACTORY.createParser(text)) {
      if (in.nextToken() == null) {
        throw Refusal.argument("jsonDecode() was given an empty text.");
      }
      Value value = read(in);
      if (in.nextToken() != null) {
        throw Refusal.argument("jsonDecode() was given more than one JSON value.");
      }
      return value;
    } catch (IOException | IllegalArgumentException e) {
      throw Refusal.argument("jsonDecode() was given a text that is not JSON.");
    }
  }

  private static Value read(JsonParser in) throws IOException {
    JsonToken token = in.currentToken();
    return switch (token) {
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
        yield new Value.ListValue(items);
      }
      case START_OBJECT -> {
        Map<String, Value> entries = new TreeMap<>();
        while (in.nextToken() != JsonToken.END_OBJECT) {
          String key = in.currentName();
          in.nextToken();
          if (entries.put(key, read(in)) != null) {
            throw Refusal.argument("jsonDecode() was given an object with a key twice.");
          }
        }
        yield Value.map(entries);
      }
      default -> throw Refusal.argument("jsonDecode() was given a text that is not JSON.");
    };
  }
}
