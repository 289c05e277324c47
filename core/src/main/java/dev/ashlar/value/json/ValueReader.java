package dev.ashlar.value.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.ashlar.value.MapStack;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads values as {@link ValueJson} writes them, many one after the other. For one thread. */
public final class ValueReader {
  private static final ValueJson.SecretReader NO_SECRETS =
      (place, form) -> {
        throw new IllegalStateException("no value is read");
      };

  private final @Nullable SharedValues shared;
  private final MapStack maps = new MapStack();

  /** The steps to what is read now: a path is only made for a secret. */
  private final ArrayDeque<Object> place = new ArrayDeque<>();

  private ValueJson.SecretReader secrets = NO_SECRETS;

  private ValueReader(@Nullable SharedValues shared) {
    this.shared = shared;
  }

  /** A reader for a single value. */
  static ValueReader once() {
    return new ValueReader(null);
  }

  /** A reader for many values, which share what they have in common. */
  public static ValueReader sharing() {
    return new ValueReader(new SharedValues());
  }

  /** Reads one value; the parser stands on its first token, and afterwards on its last. */
  public Value read(JsonParser in, ValueJson.SecretReader with) throws IOException {
    secrets = with;
    place.clear();
    int mark = maps.mark();
    try {
      return value(in);
    } finally {
      maps.drop(mark);
    }
  }

  /** Reads a text; equal ones may be the same. */
  public String readText(JsonParser in) throws IOException {
    return shared == null ? in.getText() : sharedText(in, shared).text();
  }

  private static Value.TextValue sharedText(JsonParser in, SharedValues shared) throws IOException {
    return shared.text(in.getTextCharacters(), in.getTextOffset(), in.getTextLength());
  }

  private Value value(JsonParser in) throws IOException {
    JsonToken token = in.currentToken();
    if (token == null) {
      throw new IOException("a JSON value is missing");
    }
    return switch (token) {
      case VALUE_STRING -> shared == null ? Value.of(in.getText()) : sharedText(in, shared);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(in);
      case VALUE_TRUE -> Value.of(true);
      case VALUE_FALSE -> Value.of(false);
      case VALUE_NULL -> Value.NULL;
      case START_ARRAY -> list(in);
      case START_OBJECT -> map(in);
      default -> throw new IOException("unexpected " + token);
    };
  }

  private Value number(JsonParser in) throws IOException {
    if (in.currentToken() == JsonToken.VALUE_NUMBER_INT
        && in.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
      long number = in.getLongValue();
      return shared == null ? Value.of(number) : shared.number(number);
    }
    try {
      return Value.of(in.getDecimalValue());
    } catch (IllegalArgumentException e) {
      throw new IOException("a number is out of range", e);
    }
  }

  private Value list(JsonParser in) throws IOException {
    List<Value> items = new ArrayList<>();
    while (in.nextToken() != JsonToken.END_ARRAY) {
      items.add(at(items.size(), in));
    }
    return items.isEmpty() ? Value.ListValue.EMPTY : new Value.ListValue(items);
  }

  private Value at(Object step, JsonParser in) throws IOException {
    place.addLast(step);
    Value value = value(in);
    place.removeLast();
    return value;
  }

  private Value map(JsonParser in) throws IOException {
    int mark = maps.mark();
    boolean first = true;
    for (String key = in.nextFieldName(); key != null; key = in.nextFieldName()) {
      in.nextToken();
      if (first && key.startsWith("$")) {
        Value marked = marked(in, key);
        if (marked != null) {
          return marked;
        }
      }
      first = false;
      maps.push(key, at(key, in));
    }
    expect(in, JsonToken.END_OBJECT);
    return popped(mark);
  }

  private Value.MapValue popped(int mark) throws IOException {
    Value.MapValue map;
    try {
      map = maps.pop(mark);
    } catch (IllegalArgumentException e) {
      throw new IOException("a key stands twice", e);
    }
    return shared == null || map.hasSecret() ? map : shared.map(map);
  }

  private @Nullable Value marked(JsonParser in, String key) throws IOException {
    Value value;
    switch (key) {
      case ValueJson.UNKNOWN -> value = Value.unknown(TypeJson.read(in));
      case ValueJson.SECRET -> value = secrets.opened(path(), value(in));
      case ValueJson.MAP -> value = literal(in);
      default -> {
        return null;
      }
    }
    if (in.nextToken() != JsonToken.END_OBJECT) {
      throw new IOException("a marker stands alone in its map");
    }
    return value;
  }

  private Value literal(JsonParser in) throws IOException {
    expect(in, JsonToken.START_OBJECT);
    int mark = maps.mark();
    for (String key = in.nextFieldName(); key != null; key = in.nextFieldName()) {
      in.nextToken();
      maps.push(key, at(key, in));
    }
    expect(in, JsonToken.END_OBJECT);
    return popped(mark);
  }

  private static void expect(JsonParser in, JsonToken token) throws IOException {
    if (in.currentToken() != token) {
      throw new IOException("no map where one belongs");
    }
  }

  private ValuePath path() {
    ValuePath path = ValuePath.ROOT;
    for (Object step : place) {
      path = step instanceof Integer index ? path.index(index) : path.key((String) step);
    }
    return path;
  }
}
