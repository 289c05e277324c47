package dev.ashlar.schema.binding;

import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Numbers, with a refusal of what the Java type cannot hold. */
final class NumberBinding implements Binding {
  private static final Map<Class<?>, Function<BigDecimal, Number>> READERS =
      Map.of(
          byte.class, BigDecimal::byteValueExact,
          short.class, BigDecimal::shortValueExact,
          int.class, BigDecimal::intValueExact,
          long.class, BigDecimal::longValueExact,
          float.class, NumberBinding::finiteFloat,
          double.class, NumberBinding::finiteDouble,
          BigInteger.class, BigDecimal::toBigIntegerExact,
          BigDecimal.class, number -> number);

  private final Function<BigDecimal, Number> reader;

  private NumberBinding(Function<BigDecimal, Number> reader) {
    this.reader = reader;
  }

  /** Null for a type that is no number. */
  static @Nullable NumberBinding of(Class<?> primitiveType) {
    Function<BigDecimal, Number> reader = READERS.get(primitiveType);
    return reader == null ? null : new NumberBinding(reader);
  }

  @Override
  public Object decode(Value value, ValuePath path) {
    if (!(value instanceof Value.NumberValue number)) {
      throw new Mismatch(path, "is not a number");
    }
    try {
      return reader.apply(number.number());
    } catch (ArithmeticException e) {
      throw new Mismatch(path, "is a number that its Java type cannot hold");
    }
  }

  @Override
  public Value encode(Object java, ValuePath path) {
    if (java instanceof BigDecimal decimal) {
      return Value.of(decimal);
    }
    if (java instanceof BigInteger integer) {
      return Value.of(new BigDecimal(integer));
    }
    if (java instanceof Double || java instanceof Float) {
      double number = ((Number) java).doubleValue();
      if (!Double.isFinite(number)) {
        throw new Mismatch(path, "is not a finite number");
      }
      return Value.of(java instanceof Float f ? Decimals.shortest(f) : Decimals.shortest(number));
    }
    return Value.of(((Number) java).longValue());
  }

  private static Number finiteFloat(BigDecimal number) {
    float result = number.floatValue();
    if (!Float.isFinite(result)) {
      throw new ArithmeticException("beyond a float");
    }
    return result;
  }

  private static Number finiteDouble(BigDecimal number) {
    double result = number.doubleValue();
    if (!Double.isFinite(result)) {
      throw new ArithmeticException("beyond a double");
    }
    return result;
  }
}
