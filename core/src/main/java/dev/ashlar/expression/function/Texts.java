package dev.ashlar.expression.function;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.base.CharMatcher;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Functions over texts. */
public final class Texts {
  private Texts() {}

  /** The parts between separators; an empty separator gives the characters. */
  public static List<String> split(String text, String separator, long limit) {
    if (limit == 0) {
      return List.of();
    }
    List<String> parts = new ArrayList<>();
    int from = 0;
    while (limit < 0 || parts.size() < limit - 1) {
      int at;
      if (separator.isEmpty()) {
        at = from < text.length() ? text.offsetByCodePoints(from, 1) : -1;
        if (at == text.length()) {
          at = -1;
        }
      } else {
        at = text.indexOf(separator, from);
      }
      if (at < 0) {
        break;
      }
      parts.add(text.substring(from, at));
      from = at + separator.length();
    }
    if (!separator.isEmpty() || from < text.length()) {
      parts.add(text.substring(from));
    }
    return parts;
  }

  /**
   * The text with another in place of each of the first occurrences; a negative limit means all.
   */
  public static String replace(String text, String what, String with, long times, int limit) {
    StringBuilder result = new StringBuilder();
    int from = 0;
    for (long done = 0; times < 0 || done < times; done++) {
      int at;
      if (what.isEmpty()) {
        at = done == 0 ? 0 : from < text.length() ? text.offsetByCodePoints(from, 1) : -1;
      } else {
        at = text.indexOf(what, from);
      }
      if (at < 0) {
        break;
      }
      result.append(text, from, at).append(with);
      from = at + what.length();
      if (result.length() > limit) {
        throw Refusal.size(limit);
      }
    }
    return result.append(text, from, text.length()).toString();
  }

  /** The text without white space at its ends. */
  public static String trim(String text) {
    return CharMatcher.whitespace().trimFrom(text);
  }

  /** The text's UTF-8 bytes in Base64. */
  public static String base64Encode(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }

  /** The text of Base64 of UTF-8 bytes. */
  public static String base64Decode(String text) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(text));
      return UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(bytes)
          .toString();
    } catch (IllegalArgumentException e) {
      throw Refusal.argument("base64Decode() was given a text that is not Base64.");
    } catch (CharacterCodingException e) {
      throw Refusal.argument("base64Decode() gives texts, and these bytes are not UTF-8.");
    }
  }
}
