package dev.ashlar.aws.everytype;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Makes up a text that a pattern matches, for what patterns of schemas usually hold: sequences,
 * alternatives, groups, classes, repetitions, anchors. Anything else gives nothing.
 */
final class PatternText {
  private static final class NotUnderstood extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final String pattern;
  private final Random random;
  private final int more;
  private int at;

  private PatternText(String pattern, Random random, int more) {
    this.pattern = pattern;
    this.random = random;
    this.more = more;
  }

  /**
   * A text; whether the pattern matches it is to be seen.
   *
   * @param more how often what may be repeated is repeated beyond its least
   */
  static Optional<String> of(String pattern, Random random, int more) {
    PatternText maker = new PatternText(pattern, random, more);
    try {
      String text = maker.alternatives();
      return maker.at == pattern.length() ? Optional.of(text) : Optional.empty();
    } catch (NotUnderstood | StringIndexOutOfBoundsException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private String alternatives() {
    List<String> all = new ArrayList<>();
    all.add(sequence());
    while (at < pattern.length() && pattern.charAt(at) == '|') {
      at++;
      all.add(sequence());
    }
    return all.get(random.nextInt(all.size()));
  }

  private String sequence() {
    StringBuilder text = new StringBuilder();
    while (at < pattern.length() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
      int start = at;
      String once = atom();
      int end = at;
      int times = repetitions();
      int after = at;
      for (int i = 0; i < times; i++) {
        // Each time anew: another character of the class, another alternative.
        at = start;
        text.append(i == 0 ? once : atom());
        at = end;
      }
      at = after;
    }
    return text.toString();
  }

  private String atom() {
    char c = pattern.charAt(at++);
    return switch (c) {
      case '^', '$' -> "";
      case '.' -> "a";
      case '(' -> group();
      case '[' -> String.valueOf(pick(characterClass()));
      case '\\' -> escaped();
      case '*', '+', '?', '{' -> throw new NotUnderstood();
      default -> String.valueOf(c);
    };
  }

  private String group() {
    if (pattern.startsWith("?:", at)) {
      at += 2;
    } else if (pattern.charAt(at) == '?') {
      throw new NotUnderstood();
    }
    String text = alternatives();
    if (pattern.charAt(at++) != ')') {
      throw new NotUnderstood();
    }
    return text;
  }

  private String escaped() {
    char c = pattern.charAt(at++);
    return switch (c) {
      case 'd' -> String.valueOf((char) ('0' + random.nextInt(10)));
      case 'w', 'S', 'D' -> String.valueOf((char) ('a' + random.nextInt(26)));
      case 's' -> " ";
      case 'b', 'A', 'z', 'Z' -> "";
      case 'p' -> category();
      case 'u' -> unicode();
      case 'n' -> "\n";
      case 't' -> "\t";
      case 'r' -> "\r";
      default -> {
        if (Character.isLetterOrDigit(c)) {
          throw new NotUnderstood();
        }
        yield String.valueOf(c);
      }
    };
  }

  private String category() {
    int end = pattern.indexOf('}', at);
    String name = pattern.substring(at + 1, end);
    at = end + 1;
    return name.startsWith("N") ? "7" : name.startsWith("Z") ? " " : "a";
  }

  private String unicode() {
    int code = Integer.parseInt(pattern.substring(at, at + 4), 16);
    at += 4;
    return String.valueOf((char) code);
  }

  private List<Character> characterClass() {
    List<Character> in = new ArrayList<>();
    boolean not = pattern.charAt(at) == '^';
    at += not ? 1 : 0;
    boolean first = true;
    while (first || pattern.charAt(at) != ']') {
      first = false;
      String from = single();
      boolean range = pattern.charAt(at) == '-' && pattern.charAt(at + 1) != ']';
      if (range && from.length() == 1) {
        at++;
        char to = single().charAt(0);
        for (char c = from.charAt(0); c <= to && in.size() < 500; c++) {
          in.add(c);
        }
      } else if (!from.isEmpty()) {
        in.add(from.charAt(0));
      }
    }
    at++;
    return not ? without(in) : in;
  }

  private String single() {
    char c = pattern.charAt(at++);
    if (c == '[') {
      throw new NotUnderstood();
    }
    return c == '\\' ? escaped() : String.valueOf(c);
  }

  private static List<Character> without(List<Character> excluded) {
    for (char c : new char[] {'a', 'Z', '0', '-', '#', '/', ' '}) {
      if (!excluded.contains(c)) {
        return List.of(c);
      }
    }
    throw new NotUnderstood();
  }

  /** Letters and digits first: other characters seldom do in every place. */
  private char pick(List<Character> from) {
    List<Character> plain =
        from.stream().filter(c -> c < 128 && Character.isLetterOrDigit(c)).toList();
    List<Character> choice = plain.isEmpty() ? from : plain;
    return choice.get(random.nextInt(choice.size()));
  }

  private int repetitions() {
    if (at == pattern.length()) {
      return 1;
    }
    int least;
    int most = Integer.MAX_VALUE;
    switch (pattern.charAt(at)) {
      case '*' -> least = 0;
      case '+' -> least = 1;
      case '?' -> {
        least = 0;
        most = 1;
      }
      case '{' -> {
        int end = pattern.indexOf('}', at);
        String[] bounds = pattern.substring(at + 1, end).split(",", -1);
        least = bounds[0].isEmpty() ? 0 : Integer.parseInt(bounds[0].strip());
        most =
            bounds.length == 1
                ? least
                : bounds[1].isBlank() ? most : Integer.parseInt(bounds[1].strip());
        at = end;
      }
      default -> {
        return 1;
      }
    }
    at++;
    if (at < pattern.length() && (pattern.charAt(at) == '?' || pattern.charAt(at) == '+')) {
      at++;
    }
    return (int) Math.min(most, Math.min(2_000L, (long) least + more));
  }
}
