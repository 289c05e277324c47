package dev.ashlar.blueprint.editing;

import java.util.ArrayList;
import java.util.List;

/** The names in an expression, outside its texts and comments. */
final class Identifiers {
  /**
   * A name.
   *
   * @param text the name
   * @param start where it begins
   * @param before the last character before it that is no space; a space where there is none
   * @param after the first character behind it that is no space; a space where there is none
   */
  record Identifier(String text, int start, char before, char after) {}

  private final String expression;
  private final List<Identifier> found = new ArrayList<>();
  private char before = ' ';

  private Identifiers(String expression) {
    this.expression = expression;
  }

  static List<Identifier> of(String expression) {
    Identifiers identifiers = new Identifiers(expression);
    identifiers.walk();
    return identifiers.found;
  }

  private void walk() {
    int at = 0;
    while (at < expression.length()) {
      char c = expression.charAt(at);
      if (isStart(c)) {
        at = name(at);
      } else if (c == '"' || c == '\'') {
        at = text(at, false);
      } else if (c == '`') {
        at = Math.max(expression.indexOf('`', at + 1), at) + 1;
        before = '`';
      } else if (c == '/' && expression.startsWith("//", at)) {
        int end = expression.indexOf('\n', at);
        at = end < 0 ? expression.length() : end;
      } else if (c >= '0' && c <= '9') {
        at = skipName(at);
        before = '0';
      } else {
        before = c > ' ' ? c : before;
        at++;
      }
    }
  }

  private int name(int start) {
    int end = skipName(start);
    String text = expression.substring(start, end);
    boolean prefix = end < expression.length() && "\"'".indexOf(expression.charAt(end)) >= 0;
    if (prefix && text.matches("(?i)r|b|rb|br")) {
      return text(end, text.matches("(?i).*r.*"));
    }
    int next = end;
    while (next < expression.length() && expression.charAt(next) <= ' ') {
      next++;
    }
    found.add(
        new Identifier(
            text, start, before, next < expression.length() ? expression.charAt(next) : ' '));
    before = 'a';
    return end;
  }

  private int text(int open, boolean raw) {
    String quote = expression.substring(open, open + 1);
    String close = expression.startsWith(quote.repeat(3), open) ? quote.repeat(3) : quote;
    int at = open + close.length();
    while (at < expression.length() && !expression.startsWith(close, at)) {
      at += expression.charAt(at) == '\\' && !raw ? 2 : 1;
    }
    before = '"';
    return Math.min(expression.length(), at + close.length());
  }

  private int skipName(int start) {
    int end = start;
    while (end < expression.length()
        && (isStart(expression.charAt(end)) || Character.isDigit(expression.charAt(end)))) {
      end++;
    }
    return end;
  }

  private static boolean isStart(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
  }
}
