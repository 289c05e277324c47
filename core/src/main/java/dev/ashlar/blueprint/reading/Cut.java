package dev.ashlar.blueprint.reading;

import dev.ashlar.blueprint.BlueprintProblems;
import dev.ashlar.expression.Interpolation;
import dev.ashlar.expression.Problem;
import java.util.ArrayList;
import java.util.List;

/** Cuts a text into literals and expressions. */
final class Cut {
  private Cut() {}

  sealed interface Scan {}

  record Scanned(Interpolation interpolation) implements Scan {}

  record Unreadable(Problem problem) implements Scan {}

  static Scan scan(String text) {
    List<Interpolation.Part> parts = new ArrayList<>();
    StringBuilder literal = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      if (text.startsWith("$${", at)) {
        literal.append("${");
        at += 3;
      } else if (text.startsWith("${", at)) {
        int end = end(text, at + 2);
        if (end < 0 || text.substring(at + 2, end).isBlank()) {
          return new Unreadable(
              new Problem(
                  BlueprintProblems.UNTERMINATED_EXPRESSION,
                  "The \"${\" here has no matching \"}\", or nothing between. Write \"$${\" for a"
                      + " literal \"${\".",
                  text.codePointCount(0, at)));
        }
        if (!literal.isEmpty()) {
          parts.add(new Interpolation.Literal(literal.toString()));
          literal.setLength(0);
        }
        parts.add(
            new Interpolation.Code(text.substring(at + 2, end), text.codePointCount(0, at + 2)));
        at = end + 1;
      } else {
        literal.append(text.charAt(at++));
      }
    }
    if (!literal.isEmpty()) {
      parts.add(new Interpolation.Literal(literal.toString()));
    }
    return new Scanned(new Interpolation(parts));
  }

  private static int end(String text, int from) {
    int depth = 0;
    for (int at = from; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '"' || c == '\'') {
        at++;
        while (at < text.length() && text.charAt(at) != c) {
          at += text.charAt(at) == '\\' ? 2 : 1;
        }
      } else if (c == '{') {
        depth++;
      } else if (c == '}' && depth-- == 0) {
        return at;
      }
    }
    return -1;
  }
}
