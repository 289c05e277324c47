package dev.ashlar.connector.call;

import dev.ashlar.schema.Codec;
import dev.ashlar.value.Value;

/** Values that do not fit a connector's Java type; the connector was not called. */
final class Undecodable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String why;

  private Undecodable(String why) {
    super(why, null, false, false);
    this.why = why;
  }

  String why() {
    return why;
  }

  /** The Java value, for the connector. */
  static <T> T decode(Codec<T> codec, Value.MapValue value) {
    T decoded;
    try {
      decoded = codec.decode(value);
    } catch (IllegalArgumentException e) {
      // By its contract this message names the path and never the value.
      throw new Undecodable("the values do not fit the connector's type: " + e.getMessage());
    } catch (RuntimeException | LinkageError e) {
      throw new Undecodable(
          "the connector's type cannot hold the values: " + e.getClass().getName());
    }
    if (decoded == null) {
      throw new Undecodable("the connector's codec decodes to null");
    }
    return decoded;
  }
}
