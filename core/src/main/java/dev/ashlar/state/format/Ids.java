package dev.ashlar.state.format;

import com.fasterxml.jackson.core.JsonParser;
import dev.ashlar.state.ObjectId;
import dev.ashlar.value.Address;
import java.io.IOException;
import java.util.Optional;

/** Reads {@code uploads["a"]#1}. A key can hold a number sign: the last one counts. */
final class Ids {
  private Ids() {}

  static ObjectId read(JsonParser in) throws IOException {
    String text = Fields.text(in);
    int mark = text.lastIndexOf('#');
    Optional<Address> address =
        mark < 0 ? Optional.empty() : Address.parse(text.substring(0, mark));
    if (address.isEmpty() || !text.substring(mark + 1).matches("[1-9][0-9]{0,8}")) {
      throw Fields.unreadable("has no object id where one belongs");
    }
    return new ObjectId(address.get(), Integer.parseInt(text.substring(mark + 1)));
  }
}
