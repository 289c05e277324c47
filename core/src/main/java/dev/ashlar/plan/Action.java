package dev.ashlar.plan;

import java.util.Locale;

/**
 * What is done to one object. Will grow: a switch needs a default.
 *
 * @since 0.1
 */
public enum Action {
  /** A new object is made. */
  CREATE("+"),
  /** An object is changed in place. */
  UPDATE("~"),
  /** A new object takes the place of an old one, whose deletion is a change of its own. */
  REPLACE("±"),
  /**
   * A value that is not known yet decides: if it turns out to differ, the object is replaced; if
   * not, it is updated or left alone.
   */
  REPLACE_IF_CHANGED("±?"),
  /** An object is removed from the cloud. */
  DELETE("-"),
  /** Objects are looked up, because the question was not known while planning. */
  READ("?"),
  /** An object that exists is taken over. */
  ADOPT(">"),
  /** An object stays in the cloud, and its record goes. */
  FORGET("x"),
  /** An object has another address now; nothing is called. */
  MOVE("→"),
  /** Only what is recorded changes: life cycle, dependencies; nothing is called. */
  RECORD("="),
  /** Nothing changes. */
  NO_OP(" "),
  /** What is to be done can only be planned after this plan: it is part of the next one. */
  DEFERRED("…");

  private final String symbol;
  private final String text = name().toLowerCase(Locale.ROOT).replace('_', '-');

  Action(String symbol) {
    this.symbol = symbol;
  }

  /** One or two characters for a list. */
  public String symbol() {
    return symbol;
  }

  /** The word in documents: {@code replace-if-changed}. */
  public String text() {
    return text;
  }

  /** Whether a connector is called that changes something. */
  public boolean mutates() {
    return switch (this) {
      case CREATE, UPDATE, REPLACE, REPLACE_IF_CHANGED, DELETE -> true;
      default -> false;
    };
  }
}
