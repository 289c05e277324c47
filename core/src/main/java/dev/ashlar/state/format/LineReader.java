package dev.ashlar.state.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.ashlar.value.Bytes;
import java.io.IOException;

/** Reads lines of JSON in a stream, one object a line, all by one parser. */
final class LineReader implements AutoCloseable {
  private final JsonParser in;
  private final long length;

  LineReader(Bytes bytes) throws IOException {
    in = Json.FACTORY.createParser(bytes.openStream());
    length = bytes.size();
  }

  /** The next object; the parser stands on its first token, and is to be left on its last. */
  <T> T next(Json.Reading<T> reading) throws IOException {
    if (in.nextToken() != JsonToken.START_OBJECT) {
      throw Fields.unreadable("has fewer lines than it says");
    }
    return reading.read(in);
  }

  /** Refuses what goes on, or lacks the end of its last line. */
  void expectEnd() throws IOException {
    if (in.currentLocation().getByteOffset() != length - 1 || in.nextToken() != null) {
      throw Fields.unreadable("has not the lines that it says");
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
