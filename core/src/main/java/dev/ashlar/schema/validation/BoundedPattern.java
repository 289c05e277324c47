package dev.ashlar.schema.validation;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Tries a regular expression of a schema on a text, within a bounded number of steps: some
 * expressions take exponential time, and neither they nor the texts are ours.
 */
public final class BoundedPattern {
  /** How often a match may look at a character: some hundredths of a second. */
  private static final int STEPS = 2_000_000;

  private static final int LONGEST_TEXT = 200_000;

  private BoundedPattern() {}

  /** What came of a try. */
  public enum Answer {
    /** There is a match in the text. */
    MATCH,
    /** There is none. */
    NO_MATCH,
    /** The expression cannot be used, or takes too long on this text. */
    NOT_TRIED
  }

  /** Whether the expression, in JSON Schema's sense, finds a match anywhere in the text. */
  @SuppressWarnings("StackOverflowErrorCaught")
  public static Answer find(String expression, String text) {
    if (text.length() > LONGEST_TEXT) {
      return Answer.NOT_TRIED;
    }
    try {
      boolean found = Pattern.compile(atTheVeryEnd(expression)).matcher(new Counted(text)).find();
      return found ? Answer.MATCH : Answer.NO_MATCH;
    } catch (PatternSyntaxException | OutOfSteps | StackOverflowError e) {
      // A deep alternation recurses once for each character: no reason to fall over.
      return Answer.NOT_TRIED;
    }
  }

  /** Whether the expression can be used at all. */
  public static boolean isUsable(String expression) {
    try {
      Pattern.compile(atTheVeryEnd(expression));
      return true;
    } catch (PatternSyntaxException e) {
      return false;
    }
  }

  /** In Java a dollar sign also matches before a last line break, in JSON Schema it does not. */
  private static String atTheVeryEnd(String expression) {
    StringBuilder java = new StringBuilder(expression.length() + 4);
    int inClass = 0;
    for (int i = 0; i < expression.length(); i++) {
      char c = expression.charAt(i);
      if (c == '\\' && i + 1 < expression.length()) {
        java.append(c).append(expression.charAt(++i));
        continue;
      }
      inClass += c == '[' ? 1 : c == ']' && inClass > 0 ? -1 : 0;
      java.append(c == '$' && inClass == 0 ? "\\z" : String.valueOf(c));
    }
    return java.toString();
  }

  private static final class OutOfSteps extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OutOfSteps() {
      super("too many steps", null, false, false);
    }
  }

  /** A text that counts how often it is looked at. */
  private static final class Counted implements CharSequence {
    private final String text;
    private int steps;

    Counted(String text) {
      this.text = text;
    }

    @Override
    public char charAt(int index) {
      if (++steps > STEPS) {
        throw new OutOfSteps();
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.substring(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
