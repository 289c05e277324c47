package dev.ashlar.diagnostic.text;

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

  /** Something that takes another's place. */
  public String replaced(String text) {
    return paint(MAGENTA, text);
  }

  /** Something of no consequence to what is there. */
  public String neutral(String text) {
    return paint(CYAN, text);
  }

  /** Something to look at twice. */
  public String notable(String text) {
    return paint(YELLOW, text);
  }
}
