package dev.ashlar.blueprint.source;

import dev.ashlar.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Gives equal short texts one value where they stand near each other: a document says the same few
 * words over and over. For one thread.
 */
final class Texts {
  private static final int LONGEST = 64;

  /** A power of two. */
  private static final int SLOTS = 512;

  private final Value.@Nullable TextValue[] recent = new Value.TextValue[SLOTS];

  Value of(String text) {
    if (text.length() > LONGEST) {
      return Value.of(text);
    }
    int hash = text.hashCode();
    int slot = (hash ^ hash >>> 16) & SLOTS - 1;
    Value.TextValue known = recent[slot];
    if (known != null && known.text().equals(text)) {
      return known;
    }
    Value.TextValue value = Value.of(text);
    recent[slot] = value;
    return value;
  }
}
