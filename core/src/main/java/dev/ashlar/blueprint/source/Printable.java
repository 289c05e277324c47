package dev.ashlar.blueprint.source;

import dev.ashlar.blueprint.DocumentProblems;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** YAML allows no control characters in a text. */
final class Printable {
  private Printable() {}

  /** Whether all is well; the first character that is not printable is added to the problems. */
  static boolean check(String name, String text, Problems problems) {
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      int c = text.codePointAt(at);
      if (c > 0x7E || c < 0x20) {
        if (!StreamReader.isPrintable(c)) {
          problems.add(
              DocumentProblems.CONTROL_CHARACTER,
              new Cursor(name, text).to(at).location(),
              "The character U+%04X cannot stand in a text: take it out, or write it as an escape in"
                      .formatted(c)
                  + " double quotes.");
          return false;
        }
      }
    }
    return true;
  }
}
