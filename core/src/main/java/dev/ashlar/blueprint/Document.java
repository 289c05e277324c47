package dev.ashlar.blueprint;

/**
 * A document that can be planned, whichever kind it is.
 *
 * @param kind which kind of document was read
 * @param environment the environment that it declares; a blueprint by itself runs as one of its own
 *     name, in stage {@code development}
 * @since 0.1
 */
public record Document(Kind kind, Environment environment) {
  /** The kinds of documents that can be planned. */
  public enum Kind {
    /** What is to exist. */
    BLUEPRINT,
    /** A blueprint, and everything that may differ. */
    ENVIRONMENT
  }
}
