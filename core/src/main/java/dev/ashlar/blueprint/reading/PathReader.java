package dev.ashlar.blueprint.reading;

import dev.ashlar.value.Address;
import dev.ashlar.value.ValuePath;
import java.util.Optional;

/** Reads a path as a person writes it: {@code Tags[0].Value}, {@code Tags["a b"]}, a pointer. */
final class PathReader {
  private final String text;
  private int at;

  private PathReader(String text) {
    this.text = text;
  }

  static Optional<ValuePath> read(String text) {
    if (text.startsWith("/")) {
      return Optional.of(ValuePath.ofPointer(text));
    }
    PathReader reader = new PathReader(text);
    Optional<ValuePath> path = reader.path();
    return path.filter(whole -> reader.at == text.length() && !whole.steps().isEmpty());
  }

  private Optional<ValuePath> path() {
    ValuePath path = ValuePath.ROOT;
    while (at < text.length()) {
      boolean first = path.steps().isEmpty();
      char c = text.charAt(at);
      Optional<ValuePath> longer;
      if (c == '[') {
        longer = bracket(path);
      } else if (c == '.' && !first) {
        at++;
        longer = name(path);
      } else {
        longer = first ? name(path) : Optional.empty();
      }
      if (longer.isEmpty()) {
        return longer;
      }
      path = longer.get();
    }
    return Optional.of(path);
  }

  private Optional<ValuePath> name(ValuePath path) {
    int start = at;
    while (at < text.length() && isOfName(text.charAt(at))) {
      at++;
    }
    return at == start ? Optional.empty() : Optional.of(path.key(text.substring(start, at)));
  }

  private static boolean isOfName(char c) {
    return c != '.' && c != '[' && c != ']' && c != '"' && c > ' ';
  }

  private Optional<ValuePath> bracket(ValuePath path) {
    if (text.startsWith("[\"", at)) {
      return quoted(path);
    }
    int close = text.indexOf(']', at);
    String index = close < 0 ? "" : text.substring(at + 1, close);
    if (!index.matches("0|[1-9][0-9]{0,8}")) {
      return Optional.empty();
    }
    at = close + 1;
    return Optional.of(path.index(Integer.parseInt(index)));
  }

  /** A key in brackets is written as in an address, whose reader therefore reads it. */
  private Optional<ValuePath> quoted(ValuePath path) {
    int close = at;
    while ((close = text.indexOf("\"]", close + 1)) >= 0) {
      Optional<String> key =
          Address.parse("x" + text.substring(at, close + 2)).flatMap(Address::key);
      if (key.isPresent()) {
        at = close + 2;
        return Optional.of(path.key(key.get()));
      }
    }
    return Optional.empty();
  }
}
