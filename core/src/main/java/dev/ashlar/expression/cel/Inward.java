package dev.ashlar.expression.cel;

import dev.ashlar.cel.common.values.NullValue;
import dev.ashlar.cel.runtime.AccumulatedUnknowns;
import dev.ashlar.expression.Typed;
import dev.ashlar.expression.path.Path;
import dev.ashlar.expression.path.Reading;
import dev.ashlar.expression.path.Types;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import dev.ashlar.value.ValueType;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Values as CEL sees them, in one evaluation. Remembers whether a secret was handed out. */
final class Inward {
  private static final Typed ANY = Types.plain(ValueType.ANY);

  private final AccumulatedUnknowns unknown = AccumulatedUnknowns.create(List.of(), List.of());
  private boolean touched;

  /** Whether a secret was read. */
  boolean touched() {
    return touched;
  }

  /** Remembers that a secret was read. */
  void touch() {
    touched = true;
  }

  /** CEL's unknown. */
  Object unknown() {
    return unknown;
  }

  /** A value as CEL sees it; of containers the parts are only made CEL's when they are read. */
  Object of(Value value, Typed type, boolean passedOn) {
    if (value instanceof Value.TextValue text) {
      return text.text();
    }
    if (value instanceof Value.NumberValue number) {
      ValueType plain = type instanceof Typed.Plain known ? known.type() : ValueType.ANY;
      return Numbers.of(number, plain, passedOn);
    }
    if (value instanceof Value.BoolValue bool) {
      return bool.bool();
    }
    if (value instanceof Value.MapValue map) {
      SortedMap<String, Value> listed = map.without(Path.IDENTITY).entries();
      return new MapView(
          listed, this, (key, raw) -> key instanceof String name ? entry(map, type, name) : null);
    }
    if (value instanceof Value.ListValue list) {
      Typed item = Types.element(type).orElse(ANY);
      return ListView.of(list.items(), this, raw -> of(raw, item, true));
    }
    if (value instanceof Value.SecretValue secret) {
      touched = true;
      return of(secret.content(), type, passedOn);
    }
    return value instanceof Value.UnknownValue ? unknown : NullValue.NULL_VALUE;
  }

  private @Nullable Object entry(Value.MapValue map, Typed type, String key) {
    Value value = Reading.enter(map, type, key);
    return value == null
        ? null
        : of(value, Types.enter(type, new ValuePath.Key(key)).orElse(ANY), true);
  }

  /** A known value without secrets, as a function of ours gives it. */
  static Object known(Value value) {
    return new Inward().of(value, ANY, true);
  }
}
