package dev.ashlar.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the text of an address, character by character: keys may hold any character. */
final class AddressReader {
  private final String text;
  private int at;

  private AddressReader(String text) {
    this.text = text;
  }

  static Optional<Address> read(String text) {
    AddressReader reader = new AddressReader(text);
    List<Address.Segment> segments = new ArrayList<>();
    do {
      Optional<Address.Segment> segment = reader.segment();
      if (segment.isEmpty()) {
        return Optional.empty();
      }
      segments.add(segment.get());
    } while (reader.skip('/'));
    return reader.at == text.length() ? Optional.of(new Address(segments)) : Optional.empty();
  }

  private Optional<Address.Segment> segment() {
    int start = at;
    while (at < text.length() && text.charAt(at) != '[' && text.charAt(at) != '/') {
      at++;
    }
    String name = text.substring(start, at);
    if (!Names.isName(name)) {
      return Optional.empty();
    }
    if (!skip('[')) {
      return Optional.of(new Address.Segment(name, Optional.empty()));
    }
    Optional<String> key = string();
    return key.isPresent() && skip(']')
        ? Optional.of(new Address.Segment(name, key))
        : Optional.empty();
  }

  private Optional<String> string() {
    if (!skip('"')) {
      return Optional.empty();
    }
    StringBuilder key = new StringBuilder();
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"') {
        return Optional.of(key.toString());
      }
      if (c != '\\') {
        key.append(c);
      } else if (!escape(key)) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private boolean escape(StringBuilder key) {
    if (at == text.length()) {
      return false;
    }
    char c = text.charAt(at++);
    switch (c) {
      case '"', '\\', '/' -> key.append(c);
      case 'n' -> key.append('\n');
      case 'r' -> key.append('\r');
      case 't' -> key.append('\t');
      case 'b' -> key.append('\b');
      case 'f' -> key.append('\f');
      case 'u' -> {
        if (at + 4 > text.length() || !text.substring(at, at + 4).matches("[0-9A-Fa-f]{4}")) {
          return false;
        }
        key.append((char) Integer.parseInt(text.substring(at, at + 4), 16));
        at += 4;
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean skip(char expected) {
    if (at < text.length() && text.charAt(at) == expected) {
      at++;
      return true;
    }
    return false;
  }
}
