package dev.ashlar.blueprint.writer;

/** Writes a text so that no expression is read into it. */
final class Escapes {
  private Escapes() {}

  static String escape(String text) {
    return text.contains("${") ? text.replace("${", "$${") : text;
  }
}
