package dev.ashlar.plan;

import java.util.Locale;

/**
 * What a change can do to what is there.
 *
 * @since 0.1
 */
public enum Risk {
  /** Nothing that exists suffers. */
  SAFE,
  /** Something that exists is changed or is away for a time. */
  DISRUPTIVE,
  /** Something that exists, with what is in it, is gone afterwards. */
  DESTROYS_DATA;

  private final String text = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** The word in documents: {@code destroys-data}. */
  public String text() {
    return text;
  }
}
