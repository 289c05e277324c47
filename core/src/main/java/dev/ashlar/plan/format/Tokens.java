package dev.ashlar.plan.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.ashlar.value.Bytes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON token by token. Every method finds the parser on the first token of a value and leaves
 * it on the last; what is not of the kind that it reads is an {@link IOException}.
 */
final class Tokens {
  private Tokens() {}

  /** Reads the value of a field; tells whether it knows the field. */
  @FunctionalInterface
  interface Field {
    boolean read(String name) throws IOException;
  }

  /** Reads one value. */
  @FunctionalInterface
  interface Item<T> {
    T read(JsonParser in) throws IOException;
  }

  /** The fields of an object in whatever order; the required ones must be there. */
  static void object(JsonParser in, Set<String> required, Field field) throws IOException {
    expect(in, JsonToken.START_OBJECT);
    Set<String> missing = new HashSet<>(required);
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      String name = in.currentName();
      in.nextToken();
      missing.remove(name);
      if (!field.read(name)) {
        in.skipChildren();
      }
    }
    if (!missing.isEmpty()) {
      throw new IOException("a field is missing: " + missing.iterator().next());
    }
  }

  static <T> List<T> list(JsonParser in, Item<T> item) throws IOException {
    expect(in, JsonToken.START_ARRAY);
    List<T> items = new ArrayList<>();
    while (in.nextToken() != JsonToken.END_ARRAY) {
      items.add(item.read(in));
    }
    return items;
  }

  static <T> SortedMap<String, T> map(JsonParser in, Item<T> item) throws IOException {
    SortedMap<String, T> entries = new TreeMap<>();
    object(
        in,
        Set.of(),
        name -> {
          entries.put(name, item.read(in));
          return true;
        });
    return entries;
  }

  static List<String> texts(JsonParser in) throws IOException {
    return list(in, Tokens::text);
  }

  static String text(JsonParser in) throws IOException {
    expect(in, JsonToken.VALUE_STRING);
    return in.getText();
  }

  /** A text, or nothing where there is null. */
  static @Nullable String textOrNull(JsonParser in) throws IOException {
    return in.currentToken() == JsonToken.VALUE_NULL ? null : text(in);
  }

  /** A constant by its word in documents. */
  static <E extends Enum<E>> E word(Class<E> type, String word) throws IOException {
    try {
      return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
    } catch (IllegalArgumentException e) {
      throw new IOException("an unknown word for " + type.getSimpleName(), e);
    }
  }

  static boolean bool(JsonParser in) throws IOException {
    if (in.currentToken() != JsonToken.VALUE_FALSE) {
      expect(in, JsonToken.VALUE_TRUE);
    }
    return in.currentToken() == JsonToken.VALUE_TRUE;
  }

  static long whole(JsonParser in) throws IOException {
    expect(in, JsonToken.VALUE_NUMBER_INT);
    return in.getLongValue();
  }

  static int integer(JsonParser in) throws IOException {
    long number = whole(in);
    if (number != (int) number) {
      throw new IOException("too large a number");
    }
    return (int) number;
  }

  /** Bytes in base64. */
  static Bytes bytes(JsonParser in) throws IOException {
    return Bytes.of(Base64.getDecoder().decode(text(in)));
  }

  private static void expect(JsonParser in, JsonToken token) throws IOException {
    if (in.currentToken() != token) {
      throw new IOException("not " + token);
    }
  }
}
