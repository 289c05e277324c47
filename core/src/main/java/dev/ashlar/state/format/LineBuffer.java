package dev.ashlar.state.format;

import dev.ashlar.value.Bytes;
import java.io.ByteArrayOutputStream;

/** Bytes that are gathered and taken out, again and again. */
final class LineBuffer extends ByteArrayOutputStream {
  /** A line mostly fits; more is grown into. */
  private static final int USUAL = 1024;

  LineBuffer() {
    super(USUAL);
  }

  /** Forgets what came after so many bytes. */
  void cut(int length) {
    count = length;
  }

  /** What was written since the last time. */
  Bytes take() {
    Bytes taken = Bytes.of(buf, 0, count);
    reset();
    return taken;
  }
}
