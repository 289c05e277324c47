package dev.ashlar.value.json;

import dev.ashlar.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What was read lately, to be used again where it comes again: the same tags, names and numbers
 * stand in thousands of objects, and a cloud often gives back what it was given. Forgetful, so that
 * it stays small. For one thread.
 */
final class SharedValues {
  private static final int SLOTS = 1 << 11;
  private static final int LONGEST = 80;

  private final Value.@Nullable TextValue[] texts = new Value.TextValue[SLOTS];
  private final Value.@Nullable NumberValue[] numbers = new Value.NumberValue[SLOTS];
  private final long[] numbersAre = new long[SLOTS];
  private final Value.@Nullable MapValue[] maps = new Value.MapValue[SLOTS];

  /** The text of these characters; without making one where it is known. */
  Value.TextValue text(char[] characters, int from, int length) {
    if (length > LONGEST) {
      return Value.of(new String(characters, from, length));
    }
    int hash = 0;
    for (int i = from; i < from + length; i++) {
      hash = 31 * hash + characters[i];
    }
    int slot = slot(hash);
    Value.TextValue known = texts[slot];
    if (known == null || !isText(known.text(), characters, from, length)) {
      known = Value.of(new String(characters, from, length));
      texts[slot] = known;
    }
    return known;
  }

  private static boolean isText(String text, char[] characters, int from, int length) {
    if (text.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (text.charAt(i) != characters[from + i]) {
        return false;
      }
    }
    return true;
  }

  Value.NumberValue number(long number) {
    int slot = slot(Long.hashCode(number));
    Value.NumberValue known = numbers[slot];
    if (known == null || numbersAre[slot] != number) {
      known = Value.of(number);
      numbers[slot] = known;
      numbersAre[slot] = number;
    }
    return known;
  }

  /** An equal map that is known, or this one. */
  Value.MapValue map(Value.MapValue map) {
    int slot = slot(map.hashCode());
    Value.MapValue known = maps[slot];
    if (known != null && known.equals(map)) {
      return known;
    }
    maps[slot] = map;
    return map;
  }

  private static int slot(int hash) {
    return (hash ^ hash >>> 11 ^ hash >>> 22) & SLOTS - 1;
  }
}
