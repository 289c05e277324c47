package dev.ashlar.expression.cel;

import dev.ashlar.cel.shaded.re2j.Pattern;
import dev.ashlar.cel.shaded.re2j.PatternSyntaxException;
import dev.ashlar.expression.function.Refusal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;

/** {@code matches}: RE2's regular expressions, which take linear time, and no huge ones. */
final class Matching {
  private static final java.util.regex.Pattern REPEAT =
      java.util.regex.Pattern.compile("\\{([0-9]{1,4})(,([0-9]{0,4}))?\\}");
  private static final long PATTERN = 10_000;
  private static final long WORK = 200_000_000;

  private Matching() {}

  /** Whether a part of the text matches. */
  static boolean matches(String text, String expression) {
    long size = size(expression);
    if (size > PATTERN || size * text.length() > WORK) {
      throw Refusal.argument("matches() was given too large a pattern for so long a text.");
    }
    try {
      return Pattern.compile(expression).matcher(text).find();
    } catch (PatternSyntaxException e) {
      throw Refusal.argument("matches() was given a pattern that is not one of RE2's.");
    }
  }

  /** About how large the compiled pattern is: what stands before {n} counts n times. */
  static long size(String expression) {
    Deque<Long> groups = new ArrayDeque<>();
    long group = 0;
    long atom = 0;
    Matcher repeat = REPEAT.matcher(expression);
    int at = 0;
    while (at < expression.length() && group <= PATTERN) {
      char c = expression.charAt(at);
      if (c == '(') {
        groups.push(group);
        group = 0;
        atom = 0;
      } else if (c == ')' && !groups.isEmpty()) {
        atom = group + 1;
        group = groups.pop() + atom;
      } else if (c == '{' && repeat.region(at, expression.length()).lookingAt()) {
        group += atom * (times(repeat) - 1);
        atom *= times(repeat);
        at = repeat.end() - 1;
      } else {
        at = c == '\\' ? at + 1 : at;
        atom = 1;
        group++;
      }
      at++;
    }
    return group;
  }

  private static long times(MatchResult repeat) {
    String most = repeat.group(3);
    long least = Math.max(1, Long.parseLong(repeat.group(1)));
    return most == null || most.isEmpty() ? least : Math.max(least, Long.parseLong(most));
  }
}
