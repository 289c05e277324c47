package dev.ashlar.state.store.file;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.ashlar.value.Bytes;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * What a segment is made of: a line {@code KIND SERIAL LENGTH… CHECK}, then each part followed by a
 * line break. The check covers the frame and the check before it, so that a frame that was altered,
 * dropped or exchanged shows.
 *
 * @param kind what it holds
 * @param serial the serial that it belongs to
 * @param parts the parts
 * @param check its check
 * @param end where it ends in its file
 */
record Frame(Kind kind, long serial, List<Bytes> parts, String check, int end) {
  /** The check before the first frame. */
  static final String START = "00000000";

  enum Kind {
    /** What a segment begins with: whose it is, and what went before. */
    LOG("log"),
    /** A whole state. */
    SNAPSHOT("snapshot"),
    /** Entries that were appended together. */
    BATCH("batch");

    final String word;

    Kind(String word) {
      this.word = word;
    }
  }

  /**
   * A frame as text.
   *
   * @param bytes the text
   * @param check its check, which the next one covers
   */
  @SuppressWarnings("ArrayRecordComponent") // handed to a channel at once, never compared
  record Text(byte[] bytes, String check) {}

  /** Writes a frame that follows one with the check {@code before}. */
  static Text write(String before, Kind kind, long serial, List<Bytes> parts) {
    StringBuilder line = new StringBuilder(kind.word).append(' ').append(serial);
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (Bytes part : parts) {
      line.append(' ').append(part.size());
      body.writeBytes(part.toArray());
      body.write('\n');
    }
    byte[] content = body.toByteArray();
    String check = check(before, line.toString(), content, 0, content.length);
    byte[] head = line.append(' ').append(check).append('\n').toString().getBytes(US_ASCII);
    byte[] bytes = new byte[head.length + content.length];
    System.arraycopy(head, 0, bytes, 0, head.length);
    System.arraycopy(content, 0, bytes, head.length, content.length);
    return new Text(bytes, check);
  }

  static String check(String before, String line, byte[] bytes, int offset, int length) {
    CRC32C sum = new CRC32C();
    sum.update(before.getBytes(US_ASCII));
    sum.update(line.getBytes(US_ASCII));
    sum.update('\n');
    sum.update(bytes, offset, length);
    return String.format("%08x", sum.getValue());
  }
}
