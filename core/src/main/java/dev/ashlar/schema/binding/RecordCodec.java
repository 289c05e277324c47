package dev.ashlar.schema.binding;

import dev.ashlar.schema.Codec;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;

/** A record's binding, as a codec of whole objects. */
final class RecordCodec<T> implements Codec<T> {
  private final Class<T> type;
  private final Binding binding;

  RecordCodec(Class<T> type, Binding binding) {
    this.type = type;
    this.binding = binding;
  }

  @Override
  public T decode(Value.MapValue value) {
    return type.cast(binding.decode(value, ValuePath.ROOT));
  }

  @Override
  public Value.MapValue encode(T value) {
    return (Value.MapValue) binding.encode(value, ValuePath.ROOT);
  }

  @Override
  public String toString() {
    return "codec of " + type.getName();
  }
}
