package dev.ashlar.state.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.ashlar.state.StateProblems;
import dev.ashlar.value.Value;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Lines of JSON: one object a line, streamed both ways. */
final class Json {
  /** The version that is written. Greater ones are refused, lesser ones stay readable. */
  static final int VERSION = 1;

  /** A string may be as long as what was read into memory; nesting and numbers stay bounded. */
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNumberLength(2 * Value.NumberValue.MAX_EXPONENT + 10)
                  .build())
          .build();

  private Json() {}

  /** Writes one object's fields. */
  interface Body {
    void write(JsonGenerator out) throws IOException;
  }

  /** Reads one object; the parser stands on its first token. */
  interface Reading<T> {
    T read(JsonParser in) throws IOException;
  }

  /** One object as a line, its version first. */
  static void line(ByteArrayOutputStream bytes, Body body) {
    try (JsonGenerator out = FACTORY.createGenerator(bytes)) {
      out.writeStartObject();
      body.write(out);
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    bytes.write('\n');
  }

  /** Reads exactly one object. No message of the parser gets out: it quotes what it read. */
  static <T> T read(byte[] bytes, int offset, int length, Reading<T> reading)
      throws FormatException {
    try (JsonParser in = FACTORY.createParser(bytes, offset, length)) {
      in.nextToken();
      T result = reading.read(in);
      if (in.nextToken() != null) {
        throw Fields.unreadable("goes on after its end");
      }
      return result;
    } catch (FormatException e) {
      throw e;
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof FormatException known) {
        throw known;
      }
      throw Fields.unreadable("is not JSON as the engine writes it");
    } catch (IOException | RuntimeException e) {
      throw new FormatException(StateProblems.UNREADABLE, "is not JSON as the engine writes it");
    }
  }
}
