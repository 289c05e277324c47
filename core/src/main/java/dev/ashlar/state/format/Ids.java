package dev.ashlar.state.format;

import com.fasterxml.jackson.core.JsonParser;
import dev.ashlar.state.ObjectId;
import dev.ashlar.value.Address;
import java.io.IOException;
import java.util.Optional;

/** Reads {@code uploads["a"]#1}. A key can hold a number sign: the last one counts. */
final class Ids {
  private Ids() {}

  private static final int MOST_DIGITS = 9;

  static ObjectId read(JsonParser in) throws IOException {
    return parse(Fields.text(in));
  }

  static ObjectId parse(String text) throws FormatException {
    int mark = text.lastIndexOf('#');
    int incarnation = number(text, mark + 1);
    Optional<Address> address =
        mark < 0 ? Optional.empty() : Address.parse(text.substring(0, mark));
    if (address.isEmpty() || incarnation < 1) {
      throw Fields.unreadable("has no object id where one belongs");
    }
    return new ObjectId(address.get(), incarnation);
  }

  /** The number at the end of a text, as we write numbers; 0 where there is none. */
  private static int number(String text, int from) {
    int length = text.length() - from;
    if (length < 1 || length > MOST_DIGITS || text.charAt(from) == '0') {
      return 0;
    }
    int number = 0;
    for (int i = from; i < text.length(); i++) {
      char digit = text.charAt(i);
      if (digit < '0' || digit > '9') {
        return 0;
      }
      number = 10 * number + digit - '0';
    }
    return number;
  }
}
