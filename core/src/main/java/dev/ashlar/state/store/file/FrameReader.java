package dev.ashlar.state.store.file;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.ashlar.value.Bytes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the frames of a segment one after the other. Pure: from bytes, without a file. */
final class FrameReader {
  private static final int CHECK_LENGTH = 8;

  private final byte[] bytes;
  private final int end;
  private int at;
  private String check = Frame.START;

  /** Reads the first {@code end} bytes. */
  FrameReader(byte[] bytes, int end) {
    this.bytes = bytes;
    this.end = end;
  }

  /** Where the next frame begins. */
  int at() {
    return at;
  }

  /** The check of the last frame. */
  String check() {
    return check;
  }

  boolean isAtEnd() {
    return at == end;
  }

  /** The next frame; empty where what follows is not a whole and sound one. */
  Optional<Frame> next() {
    int lineEnd = lineEnd();
    if (lineEnd < 0) {
      return Optional.empty();
    }
    Frame frame = frame(new String(bytes, at, lineEnd - at, US_ASCII), lineEnd + 1);
    if (frame != null) {
      at = frame.end();
      check = frame.check();
    }
    return Optional.ofNullable(frame);
  }

  /**
   * Whether what follows can be the rest of a write that a crash cut off: a beginning of a frame
   * that the file ends within, or with bytes that never reached the disk. Entries hold no zero
   * byte.
   */
  boolean isTorn() {
    int lineEnd = lineEnd();
    for (int i = at; i < end; i++) {
      if (bytes[i] == 0) {
        return true;
      }
    }
    if (lineEnd < 0) {
      String rest = new String(bytes, at, Math.min(end - at, 64), US_ASCII);
      String start = Frame.Kind.BATCH.word + " ";
      return start.startsWith(rest) || rest.startsWith(start) && rest.matches("[a-z0-9 ]*");
    }
    long[] lengths = lengths(new String(bytes, at, lineEnd - at, US_ASCII));
    return lengths != null && lineEnd + 1 + Arrays.stream(lengths).map(l -> l + 1).sum() > end;
  }

  private int lineEnd() {
    for (int i = at; i < end; i++) {
      if (bytes[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  private @Nullable Frame frame(String line, int bodyAt) {
    long[] lengths = lengths(line);
    if (lengths == null) {
      return null;
    }
    List<Bytes> parts = new ArrayList<>();
    long partAt = bodyAt;
    for (long length : lengths) {
      if (partAt + length >= end || bytes[(int) (partAt + length)] != '\n') {
        return null;
      }
      parts.add(Bytes.of(Arrays.copyOfRange(bytes, (int) partAt, (int) (partAt + length))));
      partAt += length + 1;
    }
    String covered = line.substring(0, line.length() - CHECK_LENGTH - 1);
    String expected = Frame.check(check, covered, bytes, bodyAt, (int) partAt - bodyAt);
    String[] words = line.split(" ", -1);
    if (!line.endsWith(" " + expected)) {
      return null;
    }
    for (Frame.Kind kind : Frame.Kind.values()) {
      if (kind.word.equals(words[0])) {
        return new Frame(kind, Long.parseLong(words[1]), parts, expected, (int) partAt);
      }
    }
    return null;
  }

  /** The lengths of the parts; null where the line is not that of a frame. */
  private static long @Nullable [] lengths(String line) {
    if (!line.matches("[a-z]+ [0-9]{1,18}( [0-9]{1,10})* [0-9a-f]{8}")) {
      return null;
    }
    String[] words = line.split(" ", -1);
    return Arrays.stream(words, 2, words.length - 1).mapToLong(Long::parseLong).toArray();
  }
}
