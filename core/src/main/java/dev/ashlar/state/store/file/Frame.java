package dev.ashlar.state.store.file;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.ashlar.value.Bytes;
import java.util.ArrayList;
import java.util.HexFormat;
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

  private static final byte[] LINE_BREAK = {'\n'};

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
   * @param pieces the text, piece by piece: a snapshot is large, and not copied together
   * @param length how long all pieces are
   * @param check its check, which the next one covers
   */
  record Text(List<byte[]> pieces, long length, String check) {}

  /** Writes a frame that follows one with the check {@code before}. */
  static Text write(String before, Kind kind, long serial, List<Bytes> parts) {
    StringBuilder line = new StringBuilder(kind.word).append(' ').append(serial);
    parts.forEach(part -> line.append(' ').append(part.size()));
    CRC32C sum = start(before, line.toString());
    List<byte[]> pieces = new ArrayList<>(2 * parts.size() + 1);
    long length = 0;
    for (Bytes part : parts) {
      byte[] bytes = part.toArray();
      sum.update(bytes);
      sum.update('\n');
      pieces.add(bytes);
      pieces.add(LINE_BREAK);
      length += bytes.length + 1;
    }
    String check = text(sum);
    byte[] head = line.append(' ').append(check).append('\n').toString().getBytes(US_ASCII);
    pieces.add(0, head);
    return new Text(pieces, head.length + length, check);
  }

  static String check(String before, String line, byte[] bytes, int offset, int length) {
    CRC32C sum = start(before, line);
    sum.update(bytes, offset, length);
    return text(sum);
  }

  private static CRC32C start(String before, String line) {
    CRC32C sum = new CRC32C();
    sum.update(before.getBytes(US_ASCII));
    sum.update(line.getBytes(US_ASCII));
    sum.update('\n');
    return sum;
  }

  private static String text(CRC32C sum) {
    return HexFormat.of().toHexDigits((int) sum.getValue());
  }
}
