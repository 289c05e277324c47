package dev.ashlar.blueprint.source;

import dev.ashlar.blueprint.Place;

/**
 * Walks a literal or folded block scalar beside its value. The indentation is not looked up but
 * measured: what the first line with content has more than the value.
 */
final class BlockScalar {
  private final Cursor at;
  private final int[] value;
  private final Runs.Builder runs;
  private int offset;

  private BlockScalar(Cursor start, String value) {
    this.at = start;
    this.value = value.codePoints().toArray();
    this.runs = new Runs.Builder(start.location());
  }

  /**
   * The place of a scalar.
   *
   * @param start where its indicator stands
   * @param value its value
   */
  static Place place(Cursor start, String value) {
    BlockScalar scalar = new BlockScalar(start.fork(), value);
    scalar.walk();
    return scalar.runs.build();
  }

  private void walk() {
    skipLine();
    int indent = indent();
    while (offset < value.length && !at.atEnd()) {
      for (int i = 0; i < indent && at.peek() == ' '; i++) {
        at.forward();
      }
      while (!at.atBreak() && !at.atEnd()) {
        mark();
        at.forward();
      }
      breaks();
    }
    mark();
  }

  /** A folded break is a space or nothing; all others are themselves. */
  private void breaks() {
    if (offset < value.length && (value[offset] == ' ' || value[offset] == '\n')) {
      mark();
    }
    at.forward();
  }

  private void mark() {
    runs.mark(offset, at.line(), at.column());
    offset++;
  }

  private int indent() {
    Cursor ahead = at.fork();
    int spaces = 0;
    while (ahead.peek() == ' ' || ahead.atBreak()) {
      spaces = ahead.atBreak() ? 0 : spaces + 1;
      ahead.forward();
    }
    int own = 0;
    while (own < value.length && value[own] == '\n') {
      own++;
    }
    int leading = own;
    while (own < value.length && value[own] == ' ') {
      own++;
    }
    return Math.max(0, spaces - (own - leading));
  }

  private void skipLine() {
    while (!at.atBreak() && !at.atEnd()) {
      at.forward();
    }
    at.forward();
  }
}
