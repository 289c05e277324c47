package dev.ashlar.state.format;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.ashlar.value.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Writes lines of JSON, one object a line, all by one generator. For one thread. */
final class LineWriter {
  private final LineBuffer bytes = new LineBuffer();
  private @Nullable JsonGenerator generator;

  /** Writes one object's fields. */
  interface Body {
    void write(JsonGenerator out) throws IOException;
  }

  /** Adds a line. After a failure nothing of it is left. */
  void line(Body body) {
    int before = bytes.size();
    JsonGenerator out = generator;
    generator = null;
    try {
      if (out == null) {
        out = Json.FACTORY.createGenerator(bytes);
      }
      out.writeStartObject();
      body.write(out);
      out.writeEndObject();
      out.writeRaw('\n');
      out.flush();
      generator = out;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      if (generator == null) {
        bytes.cut(before);
      }
    }
  }

  /** All lines since the last time. */
  Bytes take() {
    return bytes.take();
  }
}
