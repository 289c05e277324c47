package dev.ashlar.plan.format;

import dev.ashlar.plan.Action;
import dev.ashlar.plan.Risk;

/** The colours of a terminal, or none. */
public enum Palette {
  /** Text only. */
  PLAIN,
  /** ANSI colours. */
  COLOURED;

  private static final String GREEN = "32";
  private static final String YELLOW = "33";
  private static final String RED = "31";
  private static final String MAGENTA = "35";
  private static final String CYAN = "36";
  private static final String DIM = "2";
  private static final String BOLD = "1";

  private String paint(String colour, String text) {
    return this == PLAIN ? text : "\u001B[" + colour + "m" + text + "\u001B[0m";
  }

  /** Text of lesser weight. */
  public String dim(String text) {
    return paint(DIM, text);
  }

  /** Text of greater weight. */
  public String bold(String text) {
    return paint(BOLD, text);
  }

  /** Something bad. */
  public String bad(String text) {
    return paint(RED, text);
  }

  /** Something good. */
  public String good(String text) {
    return paint(GREEN, text);
  }

  /** Something to look at twice. */
  public String notable(String text) {
    return paint(YELLOW, text);
  }

  /** In the colour of an action. */
  public String of(Action action, String text) {
    return switch (action) {
      case CREATE -> paint(GREEN, text);
      case UPDATE -> paint(YELLOW, text);
      case REPLACE, REPLACE_IF_CHANGED -> paint(MAGENTA, text);
      case DELETE -> paint(RED, text);
      default -> paint(CYAN, text);
    };
  }

  /** In the colour of a risk. */
  public String of(Risk risk, String text) {
    return switch (risk) {
      case SAFE -> dim(text);
      case DISRUPTIVE -> notable(text);
      case DESTROYS_DATA -> bad(text);
    };
  }
}
