package dev.ashlar.state.secret;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import dev.ashlar.value.Value;
import dev.ashlar.value.json.ValueJson;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/**
 * A secret's content as text, with what is secret inside it in clear: only to encrypt or to MAC.
 */
final class ClearText {
  private static final JsonFactory FACTORY = new JsonFactory();

  private ClearText() {}

  static String of(Value content) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = FACTORY.createGenerator(text)) {
      ValueJson.write(out, content, (place, inner) -> inner);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  static Value read(byte[] text) throws IOException {
    try (JsonParser in = FACTORY.createParser(text)) {
      in.nextToken();
      return ValueJson.read(in, (place, inner) -> Value.secret(inner));
    }
  }
}
