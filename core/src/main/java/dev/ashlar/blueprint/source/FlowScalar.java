package dev.ashlar.blueprint.source;

import dev.ashlar.blueprint.Place;

/**
 * Walks a plain or quoted scalar, in YAML or JSON, beside its value: where does each character of
 * the value stand? Escapes and folded lines are what makes that a question.
 */
final class FlowScalar {
  private final Cursor at;
  private final int quote;
  private final int[] value;
  private final Runs.Builder runs;
  private int offset;

  private FlowScalar(Cursor start, int quote, String value) {
    this.at = start;
    this.quote = quote;
    this.value = value.codePoints().toArray();
    this.runs = new Runs.Builder(start.location());
  }

  /**
   * The place of a scalar.
   *
   * @param start where it begins, on its quote if it has one
   * @param quote the quote, or 0
   * @param value its value
   */
  static Place place(Cursor start, int quote, String value) {
    FlowScalar scalar = new FlowScalar(start.fork(), quote, value);
    scalar.walk();
    return scalar.runs.build();
  }

  private void walk() {
    if (quote != 0) {
      at.forward();
    }
    while (offset < value.length && !at.atEnd()) {
      if (at.atBreak()) {
        fold(0);
      } else if (at.atBlank()) {
        blanks();
      } else if (quote == '\'' && at.peek() == '\'') {
        mark(1);
        at.forward();
        at.forward();
      } else if (quote == '"' && at.peek() == '\\') {
        escape();
      } else {
        mark(1);
        at.forward();
      }
    }
    mark(0);
  }

  private void mark(int characters) {
    runs.mark(offset, at.line(), at.column());
    offset += characters;
  }

  /** Blanks before a break are nothing. */
  private void blanks() {
    Cursor ahead = at.fork();
    ahead.skipBlanks();
    if (ahead.atBreak()) {
      fold(0);
      return;
    }
    while (at.atBlank() && offset < value.length) {
      mark(1);
      at.forward();
    }
  }

  /** One break is a space, or nothing after a backslash; each further one is a line feed. */
  private void fold(int escaped) {
    at.skipBlanks();
    int breaks = 0;
    while (at.atBreak()) {
      if (breaks > 0) {
        mark(1);
      } else if (escaped == 0 && !moreBreaksFollow()) {
        mark(1);
      }
      at.forward();
      at.skipBlanks();
      breaks++;
    }
  }

  private boolean moreBreaksFollow() {
    Cursor ahead = at.fork();
    ahead.forward();
    ahead.skipBlanks();
    return ahead.atBreak();
  }

  private void escape() {
    int kind = at.peekNext();
    if (kind == '\n' || kind == '\r') {
      at.forward();
      fold(1);
      return;
    }
    boolean pair = kind == 'u' && value[offset] > Character.MAX_VALUE;
    mark(1);
    skip(2 + digits(kind));
    if (pair && at.peek() == '\\') {
      skip(6);
    }
  }

  private static int digits(int kind) {
    return switch (kind) {
      case 'x' -> 2;
      case 'u' -> 4;
      case 'U' -> 8;
      default -> 0;
    };
  }

  private void skip(int characters) {
    for (int i = 0; i < characters; i++) {
      at.forward();
    }
  }
}
