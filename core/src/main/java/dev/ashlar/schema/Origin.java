package dev.ashlar.schema;

/**
 * How far a schema's statement can be trusted.
 *
 * @since 0.1
 */
public enum Origin {
  /** The cloud's own description or the connector's record says so. */
  DECLARED,
  /** Somebody looked it up, with a source. */
  CURATED,
  /** Derived from names or habits. */
  GUESSED
}
