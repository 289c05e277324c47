package dev.ashlar.schema;

import dev.ashlar.schema.binding.RecordSchemas;
import dev.ashlar.value.Value;
import java.lang.invoke.MethodHandles;
import java.util.Optional;

/**
 * Binds values to a Java type, both ways.
 *
 * @param <T> the Java type
 * @since 0.1
 */
public interface Codec<T> {
  /** Values as they are. */
  Codec<Value.MapValue> VALUES =
      new Codec<>() {
        @Override
        public Value.MapValue decode(Value.MapValue value) {
          return value;
        }

        @Override
        public Value.MapValue encode(Value.MapValue value) {
          return value;
        }
      };

  /**
   * Binds a record: its components by their names, or as {@link ResourceSpec} and {@link Property}
   * name them.
   *
   * @throws IllegalArgumentException if the record cannot be bound; the message lists all reasons
   */
  static <T> Codec<T> of(Class<T> type) {
    return RecordSchemas.codec(type, Optional.empty());
  }

  /**
   * Binds a record that the lookup can see.
   *
   * @throws IllegalArgumentException if the record cannot be bound; the message lists all reasons
   */
  static <T> Codec<T> of(MethodHandles.Lookup lookup, Class<T> type) {
    return RecordSchemas.codec(type, Optional.of(lookup));
  }

  /**
   * The Java value. Secrets become {@link dev.ashlar.value.Secret}; a secret whose content is
   * unknown becomes a withheld one.
   *
   * @throws IllegalArgumentException if the value does not fit; its message names the path and
   *     never the value
   */
  T decode(Value.MapValue value);

  /** The value of a Java value; withheld secrets become secret unknowns. */
  Value.MapValue encode(T value);
}
