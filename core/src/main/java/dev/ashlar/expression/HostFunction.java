package dev.ashlar.expression;

import dev.ashlar.value.Value;
import dev.ashlar.value.ValueType;
import java.util.List;
import java.util.function.Function;

/**
 * A function that one language has beside those of all: called {@code f(a, b)} or {@code a.f(b)}.
 *
 * @param name its name
 * @param parameters the types of its arguments
 * @param result the type of its result
 * @param body what it does with its arguments: pure; no argument is unknown or secret as a whole, a
 *     part of one may be unknown. It throws a {@link dev.ashlar.expression.function.Refusal} for
 *     what it cannot work with
 */
public record HostFunction(
    String name, List<ValueType> parameters, ValueType result, Function<List<Value>, Value> body) {
  /** Copies the list. */
  public HostFunction {
    parameters = List.copyOf(parameters);
  }
}
