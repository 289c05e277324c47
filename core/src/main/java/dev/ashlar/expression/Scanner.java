package dev.ashlar.expression;

import dev.ashlar.diagnostic.Code;
import dev.ashlar.expression.Interpolation.Part;
import java.util.ArrayList;
import java.util.List;

/** Cuts one text into literals and expressions. */
final class Scanner {
  private final String text;
  private final List<Part> parts = new ArrayList<>();
  private final StringBuilder literal = new StringBuilder();
  private int at;
  private int countedTo;
  private int codePoints;

  Scanner(String text) {
    this.text = text;
  }

  Interpolation.Scan scan() {
    while (at < text.length()) {
      if (text.startsWith("$${", at)) {
        literal.append("${");
        at += 3;
      } else if (text.startsWith("${", at)) {
        int end = new Balance(text).end(at + 2);
        if (end < 0) {
          return refused(
              ExpressionProblems.UNTERMINATED,
              "The \"${\" here has no matching \"}\": a brace, bracket or quote inside it stays"
                  + " open. Write \"$${\" for a literal \"${\".");
        }
        String code = text.substring(at + 2, end);
        if (code.isBlank()) {
          return refused(
              ExpressionProblems.EMPTY,
              "Write an expression between the braces, or \"$${\" for a literal \"${\".");
        }
        flush();
        parts.add(new Interpolation.Code(code, codePoints(at + 2)));
        at = end + 1;
      } else {
        int end = text.indexOf('$', at + 1);
        int next = end < 0 ? text.length() : end;
        literal.append(text, at, next);
        at = next;
      }
    }
    flush();
    return new Interpolation.Scanned(new Interpolation(parts));
  }

  private void flush() {
    if (!literal.isEmpty()) {
      parts.add(new Interpolation.Literal(literal.toString()));
      literal.setLength(0);
    }
  }

  private Interpolation.Scan refused(Code code, String detail) {
    return new Interpolation.Unreadable(new Problem(code, detail, codePoints(at)));
  }

  /** Code points before a position; positions are asked for in rising order. */
  private int codePoints(int position) {
    codePoints += text.codePointCount(countedTo, position);
    countedTo = position;
    return codePoints;
  }
}
