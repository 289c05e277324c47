package dev.ashlar.expression;

/** Finds the brace that closes an expression, over CEL's quotes, comments and nested braces. */
final class Balance {
  private final String text;

  Balance(String text) {
    this.text = text;
  }

  /** The position of the closing brace of an expression that begins here; -1 if there is none. */
  int end(int from) {
    int depth = 0;
    int at = from;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '"' || c == '\'') {
        at = quoted(at, isRaw(from, at));
        if (at < 0) {
          return -1;
        }
        continue;
      }
      if (c == '`') {
        at = text.indexOf('`', at + 1);
        if (at < 0) {
          return -1;
        }
      } else if (c == '/' && text.startsWith("//", at)) {
        at = text.indexOf('\n', at);
        if (at < 0) {
          return -1;
        }
      } else if (c == '{') {
        depth++;
      } else if (c == '}') {
        if (depth == 0) {
          return at;
        }
        depth--;
      }
      at++;
    }
    return -1;
  }

  /** The position after a quoted text that begins here; -1 if it does not end. */
  private int quoted(int open, boolean raw) {
    String quote = text.substring(open, open + 1);
    String triple = quote.repeat(3);
    boolean isTriple = text.startsWith(triple, open);
    String close = isTriple ? triple : quote;
    int at = open + close.length();
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\\' && !raw) {
        at += 2;
      } else if (text.startsWith(close, at)) {
        return at + close.length();
      } else if (!isTriple && (c == '\n' || c == '\r')) {
        return -1;
      } else {
        at++;
      }
    }
    return -1;
  }

  /** Whether the quote follows a prefix with r in it: r"…", br"…", rb"…". */
  private boolean isRaw(int from, int quote) {
    int start = quote;
    while (start > from && "rRbB".indexOf(text.charAt(start - 1)) >= 0) {
      start--;
    }
    boolean partOfAName = start > from && Character.isJavaIdentifierPart(text.charAt(start - 1));
    String prefix = text.substring(start, quote);
    return !partOfAName && (prefix.contains("r") || prefix.contains("R"));
  }
}
