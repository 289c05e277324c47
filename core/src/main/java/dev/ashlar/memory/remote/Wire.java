package dev.ashlar.memory.remote;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import dev.ashlar.value.Value;
import dev.ashlar.value.json.ValueJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Messages as JSON in UTF-8. A secret crosses in clear, as it does to any cloud, and is a secret
 * again on the other side.
 */
final class Wire {
  private static final JsonFactory FACTORY = new JsonFactory();

  private Wire() {}

  static byte[] write(Value.MapValue message) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (JsonGenerator out = FACTORY.createGenerator(bytes)) {
      ValueJson.write(out, message, (place, content) -> content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * The message.
   *
   * @throws MalformedMessageException if it is none
   */
  static Message read(byte[] bytes) {
    try (JsonParser in = FACTORY.createParser(bytes)) {
      in.nextToken();
      Value value = ValueJson.read(in, (place, form) -> Value.secret(form));
      if (in.nextToken() == null && value instanceof Value.MapValue map) {
        return new Message(map);
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new MalformedMessageException("the message is not JSON of ours");
    }
    throw new MalformedMessageException("the message is not one JSON object");
  }
}
