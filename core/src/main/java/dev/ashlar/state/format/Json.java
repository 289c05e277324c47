package dev.ashlar.state.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.ashlar.state.StateProblems;
import dev.ashlar.value.Value;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Lines of JSON: one object a line, streamed both ways. */
final class Json {
  /** The version that is written. Greater ones are refused, lesser ones stay readable. */
  static final int VERSION = 2;

  /**
   * A string may be as long as what was read into memory; nesting and numbers stay bounded. That no
   * field stands twice is seen by whoever takes the fields in.
   */
  static final JsonFactory FACTORY =
      new JsonFactoryBuilder()
          .rootValueSeparator("")
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxDocumentLength(Long.MAX_VALUE)
                  .maxNumberLength(2 * Value.NumberValue.MAX_EXPONENT + 10)
                  .build())
          .build();

  private Json() {}

  /** Reads one object; the parser stands on its first token. */
  interface Reading<T> {
    T read(JsonParser in) throws IOException;
  }

  /** What reads. */
  interface Work<T> {
    T run() throws IOException;
  }

  /** Reads exactly one object. */
  static <T> T read(byte[] bytes, Reading<T> reading) throws FormatException {
    return guarded(
        () -> {
          try (JsonParser in = FACTORY.createParser(bytes)) {
            in.nextToken();
            T result = reading.read(in);
            if (in.nextToken() != null) {
              throw Fields.unreadable("goes on after its end");
            }
            return result;
          }
        });
  }

  /** No message of the parser gets out: it quotes what it read. */
  static <T> T guarded(Work<T> work) throws FormatException {
    try {
      return work.run();
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
