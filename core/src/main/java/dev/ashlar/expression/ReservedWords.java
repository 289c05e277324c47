package dev.ashlar.expression;

import com.google.common.collect.ImmutableSet;

/** What a name may look like, and which words are no names. */
public final class ReservedWords {
  /** The names that mean something of their own in every expression. */
  public static final ImmutableSet<String> ROOTS =
      ImmutableSet.of("params", "env", "flags", "locals", "each", "resources");

  /** CEL's words that are no names. */
  public static final ImmutableSet<String> LANGUAGE =
      ImmutableSet.of(
          "as",
          "break",
          "const",
          "continue",
          "else",
          "false",
          "for",
          "function",
          "if",
          "import",
          "in",
          "let",
          "loop",
          "namespace",
          "null",
          "package",
          "return",
          "true",
          "var",
          "void",
          "while");

  /** The one name that CEL's optional values take. */
  public static final String OPTIONAL = "optional_type";

  private ReservedWords() {}

  /** Whether a text has the form of a name: letters, digits and underscores, no digit first. */
  public static boolean isName(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
      if (!letter && (i == 0 || c < '0' || c > '9')) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  /** Whether a word cannot be a name, because the language of expressions has it. */
  public static boolean isTaken(String word) {
    return LANGUAGE.contains(word) || word.equals(OPTIONAL);
  }
}
