package dev.ashlar.fuzzing;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Breaks texts as somebody could who knows their form: it takes lines, values, names and numbers
 * for what they are, and sometimes only bytes.
 */
final class Mutator {
  private static final Pattern TOKEN =
      Pattern.compile("\"(?:[^\"\\\\\\n]++|\\\\.)*+\"|[A-Za-z_][A-Za-z0-9_:]*|-?[0-9][0-9.eE+-]*");

  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "0",
          "-1",
          "1e999",
          "-0.0",
          "1e10000",
          "99999999999999999999999999",
          "0.1e-400",
          "\"\"",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "[]",
          "{}",
          "[[[[[[[[]]]]]]]]",
          "{\"$secret\":true}",
          "{\"$unknown\":\"any\"}",
          "{\"$map\":{}}",
          "{\"$secret\":\"aes:k1:\"}",
          "\"${\"",
          "\"${params.x}\"",
          "\"${[1,2].map(x, x)}\"",
          "\"${'a' + 1}\"",
          "\"${resources}\"",
          "*a",
          "&a [*a]",
          "!!java.net.URL x",
          "~",
          "2026-02-30T00:00:00Z",
          "\"\u202e\"",
          "\"aes:k1:AAAA\"",
          "\"fp:00112233445566778899aabbccddeeff\"",
          "---",
          "...",
          "\"a\\n\\nb\"",
          "<<",
          "9223372036854775808",
          "\"queue[\\\"\"",
          "|",
          ">-");

  private final Random random;
  private final List<String> others;

  /** Draws from this randomness, and takes pieces from these texts. */
  Mutator(Random random, List<String> others) {
    this.random = random;
    this.others = others;
  }

  String mutated(String text) {
    String broken = text;
    int times = 1 + random.nextInt(4);
    for (int i = 0; i < times && !broken.isEmpty(); i++) {
      broken = once(broken);
    }
    return broken;
  }

  private String once(String text) {
    return switch (random.nextInt(12)) {
      case 0, 1, 2 -> token(text, VALUES.get(random.nextInt(VALUES.size())));
      case 3 -> token(text, someToken(others.get(random.nextInt(others.size()))));
      case 4 -> token(text, someToken(text));
      case 5 -> lines(text);
      case 6 -> text.substring(0, random.nextInt(text.length()));
      case 7 -> token(text, deep());
      case 8 -> spliced(text);
      case 9 -> token(text, long_());
      default -> bytes(text);
    };
  }

  private List<MatchResult> tokens(String text) {
    return TOKEN.matcher(text).results().limit(2_000).toList();
  }

  private String token(String text, String by) {
    List<MatchResult> tokens = tokens(text);
    if (tokens.isEmpty()) {
      return text + by;
    }
    MatchResult one = tokens.get(random.nextInt(tokens.size()));
    return text.substring(0, one.start()) + by + text.substring(one.end());
  }

  private String someToken(String text) {
    List<MatchResult> tokens = tokens(text);
    return tokens.isEmpty() ? "" : tokens.get(random.nextInt(tokens.size())).group();
  }

  private String lines(String text) {
    List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
    int at = random.nextInt(lines.size());
    String line = lines.get(at);
    switch (random.nextInt(4)) {
      case 0 -> lines.remove(at);
      case 1 -> lines.add(random.nextInt(lines.size() + 1), line);
      case 2 -> lines.set(at, "  " + line);
      default -> lines.set(at, lines.set(random.nextInt(lines.size()), line));
    }
    return String.join("\n", lines);
  }

  private String deep() {
    int depth = 1 << random.nextInt(13);
    return switch (random.nextInt(4)) {
      case 0 -> "[".repeat(depth);
      case 1 -> "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
      case 2 -> "\"${" + "(".repeat(depth) + "1" + ")".repeat(depth) + "}\"";
      default -> "\"${" + "!".repeat(depth) + "true}\"";
    };
  }

  private String long_() {
    return switch (random.nextInt(3)) {
      case 0 -> "9".repeat(1 << random.nextInt(12));
      case 1 -> "\"" + "a".repeat(1 << random.nextInt(14)) + "\"";
      default -> "\"${" + "1+".repeat(1 << random.nextInt(10)) + "1}\"";
    };
  }

  private String spliced(String text) {
    String other = others.get(random.nextInt(others.size()));
    int from = other.isEmpty() ? 0 : random.nextInt(other.length());
    int to = Math.min(other.length(), from + random.nextInt(80));
    int at = random.nextInt(text.length() + 1);
    return text.substring(0, at) + other.substring(from, to) + text.substring(at);
  }

  private String bytes(String text) {
    StringBuilder broken = new StringBuilder(text);
    int at = random.nextInt(text.length());
    switch (random.nextInt(3)) {
      case 0 -> broken.setCharAt(at, (char) (text.charAt(at) ^ 1 << random.nextInt(8)));
      case 1 -> broken.insert(at, (char) random.nextInt(0x2100));
      default -> broken.delete(at, Math.min(text.length(), at + 1 + random.nextInt(8)));
    }
    return broken.toString();
  }
}
