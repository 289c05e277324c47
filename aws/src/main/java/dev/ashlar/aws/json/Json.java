package dev.ashlar.aws.json;

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

/** Values as the JSON that AWS reads and writes. */
public final class Json {
  private static final JsonFactory FACTORY = new JsonFactory();

  private Json() {}

  /**
   * Reads a text.
   *
   * @throws UncheckedIOException if it is not JSON; the message may hold what it says
   */
  public static Value read(String text) {
    try (JsonParser in = FACTORY.createParser(text)) {
      in.nextToken();
      Value value = read(in);
      if (in.nextToken() != null) {
        throw new IOException("text after the end of the JSON value");
      }
      return value;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a text that is an object; anything else is an empty one. */
  public static Value.MapValue readObject(String text) {
    return read(text) instanceof Value.MapValue map ? map : Value.MapValue.EMPTY;
  }

  private static Value read(JsonParser in) throws IOException {
    JsonToken token = in.currentToken();
    if (token == null) {
      throw new IOException("no JSON value");
    }
    return switch (token) {
      case START_OBJECT -> object(in);
      case START_ARRAY -> array(in);
      case VALUE_STRING -> Value.of(in.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Value.of(in.getDecimalValue());
      case VALUE_TRUE -> Value.of(true);
      case VALUE_FALSE -> Value.of(false);
      case VALUE_NULL -> Value.NULL;
      default -> throw new IOException("unexpected " + token);
    };
  }

  private static Value object(JsonParser in) throws IOException {
    Map<String, Value> entries = new TreeMap<>();
    while (in.nextToken() != JsonToken.END_OBJECT) {
      String name = in.currentName();
      in.nextToken();
      entries.put(name, read(in));
    }
    return Value.map(entries);
  }

  private static Value array(JsonParser in) throws IOException {
    List<Value> items = new ArrayList<>();
    while (in.nextToken() != JsonToken.END_ARRAY) {
      items.add(read(in));
    }
    return Value.list(items);
  }

  /**
   * The text of a value, secrets in clear: for the wire and nothing else.
   *
   * @throws IllegalArgumentException if a part of the value is unknown
   */
  public static String revealed(Value value) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = FACTORY.createGenerator(text)) {
      write(out, value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void write(JsonGenerator out, Value value) throws IOException {
    if (value instanceof Value.SecretValue secret) {
      write(out, secret.content());
    } else if (value instanceof Value.TextValue text) {
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
    } else if (value instanceof Value.UnknownValue) {
      throw new IllegalArgumentException("a part of the value is unknown");
    } else {
      out.writeNull();
    }
  }
}
