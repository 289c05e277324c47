package dev.ashlar.state.format;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.ashlar.state.StateObject;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * Writes kinds: whole where they come first, by their number from then on. Whoever reads the text
 * from its beginning has met every number; a text that begins anew counts from 0 again.
 */
final class KindText {
  private final SealedValues values;
  private final Map<Kind, Integer> numbers = new HashMap<>();

  KindText(SealedValues values) {
    this.values = values;
  }

  void write(JsonGenerator out, StateObject object) throws IOException {
    Kind kind = Kind.of(object);
    Integer known = numbers.get(kind);
    if (known != null) {
      out.writeNumberField("kind", known);
      return;
    }
    int number = numbers.size();
    numbers.put(kind, number);
    out.writeObjectFieldStart("kind");
    out.writeNumberField("number", number);
    out.writeStringField("type", kind.type());
    out.writeStringField("provider", kind.home().provider());
    out.writeStringField("configuration", kind.home().configuration());
    values.write(out, "scope", kind.home().scope(), "");
    out.writeNumberField("schemaVersion", kind.schema().version());
    out.writeStringField("schemaDigest", kind.schema().digest());
    out.writeEndObject();
  }
}
