package dev.ashlar.state.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.ashlar.state.StateProblems;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the fields of one object, strictly: none unknown, none missing, none of another type. */
final class Fields {
  private Fields() {}

  /** Takes one field in; the parser stands on its value. */
  interface Field {
    /** Whether the name is known. */
    boolean read(String name) throws IOException;
  }

  static void read(JsonParser in, Field field) throws IOException {
    if (in.currentToken() != JsonToken.START_OBJECT) {
      throw unreadable("has no object where one belongs");
    }
    in.nextToken();
    rest(in, field);
  }

  /** Reads the fields from the one that the parser stands on to the end of the object. */
  static void rest(JsonParser in, Field field) throws IOException {
    for (; in.currentToken() == JsonToken.FIELD_NAME; in.nextToken()) {
      String name = in.currentName();
      in.nextToken();
      if (!field.read(name)) {
        throw unreadable("has a field that this version does not know");
      }
    }
    if (in.currentToken() != JsonToken.END_OBJECT) {
      throw unreadable("has something else than a field");
    }
  }

  /** Reads each item of an array. */
  static <T> List<T> list(JsonParser in, Json.Reading<T> item) throws IOException {
    if (in.currentToken() != JsonToken.START_ARRAY) {
      throw unreadable("has no list where one belongs");
    }
    List<T> items = new ArrayList<>();
    while (in.nextToken() != JsonToken.END_ARRAY) {
      items.add(item.read(in));
    }
    return items;
  }

  static String text(JsonParser in) throws IOException {
    expectText(in);
    return in.getText();
  }

  static void expectText(JsonParser in) throws IOException {
    if (in.currentToken() != JsonToken.VALUE_STRING) {
      throw unreadable("has no text where one belongs");
    }
  }

  static long number(JsonParser in) throws IOException {
    if (in.currentToken() != JsonToken.VALUE_NUMBER_INT) {
      throw unreadable("has no whole number where one belongs");
    }
    return in.getLongValue();
  }

  static int count(JsonParser in) throws IOException {
    return Math.toIntExact(number(in));
  }

  static boolean bool(JsonParser in) throws IOException {
    if (!in.currentToken().isBoolean()) {
      throw unreadable("has no true or false where one belongs");
    }
    return in.getBooleanValue();
  }

  static Instant instant(JsonParser in) throws IOException {
    try {
      return Instant.parse(text(in));
    } catch (DateTimeException e) {
      throw unreadable("has no time where one belongs");
    }
  }

  static <E extends Enum<E>> E choice(JsonParser in, Class<E> type) throws IOException {
    String text = text(in);
    for (E constant : type.getEnumConstants()) {
      if (word(constant).equals(text)) {
        return constant;
      }
    }
    throw unreadable("has a word that this version does not know");
  }

  /** How a constant is written: {@code in-doubt}. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Steps into an object's first field, which has this name, and onto its value. */
  static void first(JsonParser in, String name) throws IOException {
    if (in.currentToken() != JsonToken.START_OBJECT) {
      throw unreadable("has no object where one belongs");
    }
    next(in, name);
  }

  /** Steps from a value to the next field, which has this name, and onto its value. */
  static void next(JsonParser in, String name) throws IOException {
    if (in.nextToken() != JsonToken.FIELD_NAME || !name.equals(in.currentName())) {
      throw unreadable("lacks the field \"" + name + "\" in its place");
    }
    in.nextToken();
  }

  /** What was read, if it was not there before. */
  static <T> T once(@Nullable T before, T value) throws FormatException {
    if (before != null) {
      throw unreadable("has a field twice");
    }
    return value;
  }

  /** What was read, if it was there. */
  static <T> T required(@Nullable T value, String name) throws FormatException {
    if (value == null) {
      throw unreadable("lacks the field \"" + name + "\"");
    }
    return value;
  }

  static void version(JsonParser in) throws IOException {
    long version = number(in);
    if (version > Json.VERSION) {
      throw new FormatException(
          StateProblems.NEWER_FORMAT,
          "has format version %d; this engine reads up to %d".formatted(version, Json.VERSION));
    }
    if (version < 1) {
      throw unreadable("has no version that ever was");
    }
  }

  static FormatException unreadable(String detail) {
    return new FormatException(StateProblems.UNREADABLE, detail);
  }
}
