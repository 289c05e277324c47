package dev.ashlar.value.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import dev.ashlar.value.ValueType;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * Values as JSON. Plain values are plain JSON with sorted keys and the one number text; what JSON
 * does not know is a map with one key that starts with a dollar sign:
 *
 * <ul>
 *   <li>{@code {"$unknown": TYPE}} for an unknown,
 *   <li>{@code {"$secret": FORM}} for a secret, in whatever form the {@link SecretWriter} gives it,
 *   <li>{@code {"$map": MAP}} for an ordinary map that would otherwise be mistaken for one of
 *       these.
 * </ul>
 */
public final class ValueJson {
  private static final JsonFactory FACTORY = new JsonFactory();
  static final String UNKNOWN = "$unknown";
  static final String SECRET = "$secret";
  static final String MAP = "$map";

  private ValueJson() {}

  /** Gives a secret the form in which it may be written. */
  @FunctionalInterface
  public interface SecretWriter {
    /** A form without the content in clear: {@code true}, a fingerprint, a ciphertext. */
    Value sealed(ValuePath place, Value content);
  }

  /** Reads a secret back from its written form. */
  @FunctionalInterface
  public interface SecretReader {
    /** The value that stands for the secret; usually a secret value again. */
    Value opened(ValuePath place, Value form);
  }

  /** Writes that there is a secret and nothing of it: the form in digests. */
  public static final SecretWriter REDACTED = (place, content) -> Value.BoolValue.TRUE;

  /** The canonical text: equal values have equal texts; of a secret only that it is one. */
  public static String canonical(Value value) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = FACTORY.createGenerator(text)) {
      write(out, value, REDACTED);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** Writes one value. */
  public static void write(JsonGenerator out, Value value, SecretWriter secrets)
      throws IOException {
    write(out, value, secrets, ValuePath.ROOT);
  }

  private static void write(JsonGenerator out, Value value, SecretWriter secrets, ValuePath place)
      throws IOException {
    if (value instanceof Value.TextValue text) {
      out.writeString(text.text());
    } else if (value instanceof Value.NumberValue number) {
      out.writeNumber(number.toString());
    } else if (value instanceof Value.BoolValue bool) {
      out.writeBoolean(bool.bool());
    } else if (value instanceof Value.MapValue map) {
      writeMap(out, map, secrets, place);
    } else if (value instanceof Value.ListValue list) {
      out.writeStartArray();
      for (int i = 0; i < list.items().size(); i++) {
        Value item = list.items().get(i);
        write(out, item, secrets, item.hasSecret() ? place.index(i) : place);
      }
      out.writeEndArray();
    } else if (value instanceof Value.UnknownValue unknown) {
      out.writeStartObject();
      out.writeFieldName(UNKNOWN);
      TypeJson.write(out, unknown.type());
      out.writeEndObject();
    } else if (value instanceof Value.SecretValue secret) {
      out.writeStartObject();
      out.writeFieldName(SECRET);
      write(out, secrets.sealed(place, secret.content()), secrets, place);
      out.writeEndObject();
    } else {
      out.writeNull();
    }
  }

  private static void writeMap(
      JsonGenerator out, Value.MapValue map, SecretWriter secrets, ValuePath place)
      throws IOException {
    boolean mistakable = !map.entries().isEmpty() && map.entries().firstKey().startsWith("$");
    if (mistakable) {
      out.writeStartObject();
      out.writeFieldName(MAP);
    }
    out.writeStartObject();
    for (Map.Entry<String, Value> entry : map.entries().entrySet()) {
      out.writeFieldName(entry.getKey());
      Value item = entry.getValue();
      write(out, item, secrets, item.hasSecret() ? place.key(entry.getKey()) : place);
    }
    out.writeEndObject();
    if (mistakable) {
      out.writeEndObject();
    }
  }

  /**
   * Reads a canonical text that holds no secret.
   *
   * @throws UncheckedIOException if it is not JSON
   */
  public static Value parse(String text) {
    try (JsonParser in = FACTORY.createParser(text)) {
      in.nextToken();
      Value value = read(in, (place, form) -> Value.secret(Value.unknown(ValueType.ANY)));
      if (in.nextToken() != null) {
        throw new IOException("text after the end of the JSON value");
      }
      return value;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads one value; the parser stands on its first token, and afterwards on its last. */
  public static Value read(JsonParser in, SecretReader secrets) throws IOException {
    return ValueReader.once().read(in, secrets);
  }
}
