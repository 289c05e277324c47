package dev.ashlar.expression.cel;

import dev.ashlar.cel.common.CelIssue;
import dev.ashlar.cel.common.CelValidationResult;
import dev.ashlar.expression.ExpressionProblems;
import dev.ashlar.expression.Problem;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the parser found, in our own words. */
final class Syntax {
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_]+|[^\\s]");
  private static final Pattern LONG_NUMBER = Pattern.compile("-?[0-9]{18,}[uU]?");

  private Syntax() {}

  /** Whether brackets nest deeper than allowed, so that the parser need not try. */
  static boolean isTooDeep(String text, int depth) {
    int open = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '(' || c == '[' || c == '{') {
        open++;
        if (open > depth) {
          return true;
        }
      } else if (c == ')' || c == ']' || c == '}') {
        open--;
      }
    }
    return false;
  }

  /** The problem of an expression beyond the depth. */
  static Problem tooDeep(int depth) {
    return new Problem(
        ExpressionProblems.TOO_LARGE,
        "An expression may nest " + depth + " deep, chains of operators included.",
        0);
  }

  /** The problem of an expression that cannot be parsed: the first, for others follow from it. */
  static Problem problem(String text, CelValidationResult result, int depth) {
    if (chain(text) >= Cel.PARSER_DEPTH) {
      return tooDeep(depth);
    }
    CelIssue first = result.getErrors().get(0);
    int length = text.codePointCount(0, text.length());
    int offset = result.getSource().getLocationOffset(first.getSourceLocation()).orElse(0);
    offset = Math.max(0, Math.min(offset, length));
    return new Problem(ExpressionProblems.SYNTAX, detail(text, offset), offset);
  }

  private static String detail(String text, int offset) {
    int at = text.offsetByCodePoints(0, offset);
    Matcher number = LONG_NUMBER.matcher(text).region(at, text.length());
    if (number.lookingAt()) {
      return "A whole number in an expression has at most 64 bits; alone it may have any size.";
    }
    Matcher token = TOKEN.matcher(text);
    if (!token.find(at)) {
      return "The expression ends where something is still missing.";
    }
    String word = token.group();
    return "Reading stopped at \"" + (word.length() > 40 ? word.substring(0, 40) : word) + "\".";
  }

  /** How many operators there are: more than the parser is willing to chain. */
  private static long chain(String text) {
    return text.chars().filter(c -> "+-*/%.&|?:<>=([{!".indexOf(c) >= 0).count();
  }
}
