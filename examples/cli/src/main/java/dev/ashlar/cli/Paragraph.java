package dev.ashlar.cli;

/** Sentences in lines that fit a terminal. */
final class Paragraph {
  private static final int WIDTH = 88;

  private Paragraph() {}

  static String wrapped(String text, String indent) {
    StringBuilder lines = new StringBuilder();
    StringBuilder line = new StringBuilder(indent);
    for (String word : text.split(" ", -1)) {
      if (line.length() > indent.length() && line.length() + word.length() >= WIDTH) {
        lines.append(line.toString().stripTrailing()).append('\n');
        line = new StringBuilder(indent);
      }
      line.append(word).append(' ');
    }
    return lines.append(line.toString().stripTrailing()).toString();
  }
}
