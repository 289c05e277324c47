package dev.ashlar.schema;

/**
 * What it means that an attribute was set before and is not declared any more.
 *
 * @since 0.1
 */
public enum OnUnset {
  /** The attribute goes back to its declared default. */
  DEFAULT,
  /** The cloud keeps what it has: no change. */
  KEEP,
  /** The attribute is taken away in the cloud. */
  UNSET,
  /** The cloud cannot take it away: the object is replaced. */
  REPLACE
}
