package dev.ashlar.blueprint.source;

import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * What is wrong with a text that cannot be read, in our own words: a library's may hold a secret.
 */
final class Explain {
  static final String EMPTY =
      "There is nothing in it. A blueprint begins with \"apiVersion: ashlar.dev/v1\" and \"kind:"
          + " Blueprint\".";
  static final String NUMBER =
      "Numbers have at most 10,000 digits and are finite. Put it in quotes if it is meant as a"
          + " text.";

  private static final String ESCAPE =
      "In double quotes a backslash begins an escape: write it twice, or use single quotes";

  private Explain() {}

  static String tooDeep(int depth) {
    return "Maps and lists are nested more than " + depth + " deep here, which no blueprint needs.";
  }

  static String json(int found) {
    String what = "JSON cannot go on with " + Quote.character(found) + " here. ";
    return what
        + switch (found) {
          case '\t', '\n', '\r' ->
              "Inside a string, write \\t for a tab and \\n for the end of a line; or a closing"
                  + " quote is missing.";
          case '}', ']' ->
              "Look for a comma too many, a value that is missing, or the other bracket.";
          case '\'' -> "Strings and keys stand in double quotes.";
          case '/', '#' -> "JSON has no comments; a YAML file may have them.";
          default ->
              "Look just before it for a missing comma, colon or quote; keys and texts stand in"
                  + " double quotes.";
        };
  }

  /**
   * Of a text that is no YAML.
   *
   * @param found the character that does not belong there
   * @param within the first character of what it stands in; 0 where that is not known
   */
  static String yaml(int found, int within, Optional<Mark> context, boolean atEnd) {
    StringBuilder text = new StringBuilder();
    if (atEnd) {
      text.append("The text ends too soon. Look for a quote or bracket that is never closed");
    } else {
      text.append("YAML cannot go on with ").append(Quote.character(found)).append(" here. ");
      text.append(within == '"' ? ESCAPE : hint(within == '*' || within == '&' ? within : found));
    }
    context.ifPresent(
        mark ->
            text.append(" (what it belongs to begins in line ")
                .append(mark.getLine() + 1)
                .append(", column ")
                .append(mark.getColumn() + 1)
                .append(")"));
    return text.append('.').toString();
  }

  private static String hint(int found) {
    return switch (found) {
      case '\t' -> "Lines are indented by spaces, never by tabs";
      case ':' ->
          "Put a text that holds \": \" in quotes, and look at the indentation of this line and the"
              + " one before";
      case '@', '`', '%' -> "A text that begins with this character stands in quotes";
      case '*' -> "A text that begins with \"*\" stands in quotes; else it names an anchor";
      case '&', '!', '|', '>' -> "A text that begins with this character stands in quotes";
      case '}', ']' -> "Look for a bracket that is missing or too many";
      case ',' -> "Look for a comma too many, or a text with commas that needs quotes";
      case '-' -> "Look at the indentation: a list item stands below its key, not beside it";
      default ->
          "Look at the indentation of this line, and before it for a missing colon, quote or"
              + " bracket";
    };
  }
}
