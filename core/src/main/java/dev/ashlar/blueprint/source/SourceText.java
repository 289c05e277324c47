package dev.ashlar.blueprint.source;

import dev.ashlar.blueprint.DocumentProblems;
import dev.ashlar.blueprint.ReadLimits;
import dev.ashlar.diagnostic.Diagnostic.Location;
import dev.ashlar.diagnostic.Source;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.Optional;

/** Reads the bytes of a source as UTF-8 text, within the size limit, without a byte order mark. */
final class SourceText {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private SourceText() {}

  /** The text; empty where there is a problem with it, which is added. */
  static Optional<String> read(Source source, ReadLimits limits, Problems problems) {
    Location start = new Location(source.name(), 1, 1);
    byte[] bytes;
    try {
      bytes = source.read(limits.bytes());
    } catch (NoSuchFileException e) {
      problems.add(DocumentProblems.UNREADABLE_FILE, start, "There is no such file.");
      return Optional.empty();
    } catch (IOException e) {
      problems.add(
          DocumentProblems.UNREADABLE_FILE,
          start,
          "It is there, but it cannot be read: look whether it is a file and who may read it.");
      return Optional.empty();
    }
    if (bytes.length > limits.bytes()) {
      problems.add(
          DocumentProblems.TOO_LARGE,
          start,
          "It has more than "
              + limits.bytes()
              + " bytes: split it, or read it with a higher limit.");
      return Optional.empty();
    }
    return decode(source.name(), bytes, problems);
  }

  /** A replacement character may stand in the text itself: then it is looked at more closely. */
  private static Optional<String> decode(String name, byte[] bytes, Problems problems) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (text.indexOf('\uFFFD') >= 0) {
      return decodeStrictly(name, bytes, problems);
    }
    boolean marked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
    return Optional.of(marked ? text.substring(1) : text);
  }

  private static Optional<String> decodeStrictly(String name, byte[] bytes, Problems problems) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(in, out, true);
    int start = out.position() > 0 && out.get(0) == BYTE_ORDER_MARK ? 1 : 0;
    String text = out.flip().position(start).toString();
    if (!result.isError()) {
      return Optional.of(text);
    }
    Cursor cursor = new Cursor(name, text).to(text.length());
    problems.add(DocumentProblems.NOT_UTF8, cursor.location(), malformed(bytes, in.position()));
    return Optional.empty();
  }

  private static String malformed(byte[] bytes, int position) {
    int first = bytes[0] & 0xFF;
    if (position == 0 && (first == 0xFE || first == 0xFF)) {
      return "The file looks like UTF-16: save it as UTF-8.";
    }
    return "The byte 0x%02X does not belong here: save the file as UTF-8."
        .formatted(bytes[position] & 0xFF);
  }
}
