package dev.ashlar.blueprint.source;

import dev.ashlar.blueprint.Place;
import dev.ashlar.diagnostic.Diagnostic.Location;

/** A position in a text that moves forward only and knows its line and column, in code points. */
final class Cursor {
  private final String file;
  private final String text;
  private int at;
  private int line;
  private int column;

  Cursor(String file, String text, int at, int line, int column) {
    this.file = file;
    this.text = text;
    this.at = at;
    this.line = line;
    this.column = column;
  }

  Cursor(String file, String text) {
    this(file, text, 0, 1, 1);
  }

  /** A cursor of its own at the same position. */
  Cursor fork() {
    return new Cursor(file, text, at, line, column);
  }

  int index() {
    return at;
  }

  int line() {
    return line;
  }

  int column() {
    return column;
  }

  Location location() {
    return new Location(file, line, column);
  }

  /** The place of what begins here and has no quotes. */
  Place place() {
    return new Fixed(file, line, column);
  }

  /** The place of a quoted scalar without escapes that begins here. */
  Place quoted() {
    return new Quoted(file, line, column);
  }

  boolean atEnd() {
    return at >= text.length();
  }

  /** The code point here; 0 at the end. */
  int peek() {
    return atEnd() ? 0 : text.codePointAt(at);
  }

  /** The code point after this one; 0 at the end. */
  int peekNext() {
    int next = at + (atEnd() ? 0 : Character.charCount(text.codePointAt(at)));
    return next >= text.length() ? 0 : text.codePointAt(next);
  }

  boolean atBreak() {
    int c = peek();
    return !atEnd() && (c == '\n' || c == '\r');
  }

  boolean atBlank() {
    int c = peek();
    return c == ' ' || c == '\t';
  }

  /** Over one code point; a carriage return and its line feed are one. */
  void forward() {
    if (atEnd()) {
      return;
    }
    int c = text.codePointAt(at);
    at += Character.charCount(c);
    if (c == '\r' && at < text.length() && text.charAt(at) == '\n') {
      at++;
    }
    if (c == '\n' || c == '\r') {
      line++;
      column = 1;
    } else {
      column++;
    }
  }

  /** Forward to a char index that is not behind. */
  Cursor to(int index) {
    while (at < index && !atEnd()) {
      forward();
    }
    return this;
  }

  /** Forward to a char index on the same line. */
  void along(int index) {
    int from = at;
    at = index;
    column += text.codePointCount(from, index);
  }

  /** Forward over JSON's spaces, commas, colons and closing brackets. */
  void skipBetweenTokens() {
    for (; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == ' ' || c == ',' || c == ':' || c == '}' || c == ']' || c == '\t') {
        column++;
      } else if (c == '\n') {
        line++;
        column = 1;
      } else if (c == '\r') {
        boolean crlf = at + 1 < text.length() && text.charAt(at + 1) == '\n';
        line += crlf ? 0 : 1;
        column = 1;
      } else {
        return;
      }
    }
  }

  void skipBlanks() {
    while (atBlank()) {
      forward();
    }
  }
}
