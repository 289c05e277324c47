package dev.ashlar.blueprint.source;

/** How a document's own words are shown in messages: short, on one line, without control codes. */
public final class Quote {
  private static final int MAX_LENGTH = 60;

  private Quote() {}

  /** A key or name, in quotes. */
  public static String key(String text) {
    StringBuilder shown = new StringBuilder("\"");
    int end = Math.min(text.length(), MAX_LENGTH);
    if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    text.substring(0, end)
        .codePoints()
        .forEach(
            c -> {
              if (c == '\n') {
                shown.append("\\n");
              } else {
                shown.appendCodePoint(isShown(c) ? c : '\uFFFD');
              }
            });
    return shown.append(end < text.length() ? "…" : "").append('"').toString();
  }

  /** A character, by itself or by its name. */
  public static String character(int c) {
    return switch (c) {
      case '\t' -> "a tab";
      case '\n', '\r' -> "the end of the line";
      case ' ' -> "a space";
      case '"' -> "a double quote";
      default -> isShown(c) ? "\"" + Character.toString(c) + "\"" : "U+%04X".formatted(c);
    };
  }

  private static boolean isShown(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.PRIVATE_USE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
