package dev.ashlar.expression.cel;

import dev.ashlar.cel.common.values.NullValue;
import dev.ashlar.cel.runtime.AccumulatedUnknowns;
import dev.ashlar.cel.runtime.CelUnknownSet;
import dev.ashlar.expression.ExpressionProblems;
import dev.ashlar.expression.function.Doubles;
import dev.ashlar.expression.function.Refusal;
import dev.ashlar.expression.path.Path;
import dev.ashlar.expression.path.Types;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValueType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What CEL made, as a value again; marks inside stay where they are. Bounded: parts that are shared
 * in memory are counted as often as they appear.
 */
final class Outward {
  /** What a value weighs that is no text, in characters. */
  private static final int NODE = 4;

  private final int limit;
  private final boolean reading;
  private int size;

  private Outward(int limit, boolean reading) {
    this.limit = limit;
    this.reading = reading;
  }

  /** Gives results: a secret in them stays one. */
  static Outward result(int limit) {
    return new Outward(limit, false);
  }

  /** Gives arguments to functions that read them to their last part: a secret in them is read. */
  static Outward argument(int limit) {
    return new Outward(limit, true);
  }

  /** The value. */
  Value of(Object made) {
    if (made instanceof String text) {
      count(text.length() / 4 + NODE);
      return Value.of(text);
    }
    count(NODE);
    if (made instanceof Value value) {
      return Types.withoutIdentity(value);
    }
    if (made instanceof Boolean bool) {
      return Value.of(bool);
    }
    if (made instanceof Long number) {
      return Value.of(number);
    }
    if (made instanceof Double number) {
      return Value.of(Doubles.decimal(number));
    }
    if (made instanceof BigDecimal number) {
      return Value.of(number);
    }
    if (made instanceof ListView view) {
      return read(list(view.raw()), view.owner());
    }
    if (made instanceof MapView view) {
      return read(map(view.raw()), view.owner());
    }
    if (made instanceof Collection<?> items) {
      return list(items);
    }
    if (made instanceof Map<?, ?> entries) {
      return map(entries);
    }
    if (made instanceof NullValue) {
      return Value.NULL;
    }
    if (made instanceof AccumulatedUnknowns || made instanceof CelUnknownSet) {
      return Value.unknown(ValueType.ANY);
    }
    throw new Refusal(
        ExpressionProblems.RESULT_TYPE,
        made instanceof Optional
            ? "A part of the result may not be there: say what to take instead, with orValue()."
            : "A part of the result is no text, number, boolean, list or map: use string().");
  }

  private Value read(Value value, @Nullable Inward owner) {
    if (reading && owner != null && value.hasSecret()) {
      owner.touch();
    }
    return value;
  }

  private Value list(Collection<?> items) {
    List<Value> values = new ArrayList<>(items.size());
    for (Object item : items) {
      if (item != Omission.OMIT) {
        values.add(of(item));
      }
    }
    return new Value.ListValue(values);
  }

  private Value map(Map<?, ?> entries) {
    Map<String, Value> values = new TreeMap<>();
    for (Map.Entry<?, ?> entry : entries.entrySet()) {
      if (!(entry.getKey() instanceof String key)) {
        throw new Refusal(
            ExpressionProblems.RESULT_TYPE, "A map has a key that is no text: use string().");
      }
      if (entry.getValue() != Omission.OMIT && !key.equals(Path.IDENTITY)) {
        values.put(key, of(entry.getValue()));
      }
    }
    return Value.map(values);
  }

  private void count(int more) {
    size += more;
    if (size > limit) {
      throw Refusal.size(limit);
    }
  }
}
