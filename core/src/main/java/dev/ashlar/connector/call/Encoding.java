package dev.ashlar.connector.call;

import dev.ashlar.schema.Codec;
import dev.ashlar.value.Value;

/** Takes what a connector gave back into values. */
final class Encoding {
  private Encoding() {}

  /**
   * The values.
   *
   * @param what the word for it in a diagnostic
   * @throws Breach if the codec fails on it
   */
  static <T> Value.MapValue of(Codec<T> codec, T given, String what) {
    Value.MapValue values;
    try {
      values = codec.encode(given);
    } catch (RuntimeException | LinkageError e) {
      throw new Breach("gave " + what + " that cannot be read (" + e.getClass().getName() + ")");
    }
    if (values == null) {
      throw new Breach("gave " + what + " that its codec encodes to null");
    }
    return values;
  }
}
