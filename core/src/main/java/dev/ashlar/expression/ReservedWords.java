package dev.ashlar.expression;

import com.google.common.collect.ImmutableSet;
import java.util.regex.Pattern;

/** What a name may look like, and which words are no names. */
public final class ReservedWords {
  /** The form of a name. */
  public static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

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

  /** Whether a word cannot be a name, because the language of expressions has it. */
  public static boolean isTaken(String word) {
    return LANGUAGE.contains(word) || word.equals(OPTIONAL);
  }
}
