package dev.ashlar.plan;

import java.util.Locale;

/**
 * Which comes first in a replacement.
 *
 * @since 0.1
 */
public enum ReplaceOrder {
  /** The old object goes first. */
  DELETE_THEN_CREATE,
  /** The new object comes first; the old one goes when nothing uses it any more. */
  CREATE_THEN_DELETE;

  private final String text = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** The word in documents: {@code create-then-delete}. */
  public String text() {
    return text;
  }
}
