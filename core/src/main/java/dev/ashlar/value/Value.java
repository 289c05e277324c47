package dev.ashlar.value;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An immutable value: what JSON knows, or unknown until applied, or secret. Closed for good: no
 * variant will be added.
 *
 * <p>Maps iterate in the order of their keys (UTF-16 code units), numbers are exact, and two values
 * are equal when they denote the same: {@code 1.0} equals {@code 1}.
 *
 * @since 0.1
 */
public sealed interface Value {

  /** The null value. */
  NullValue NULL = new NullValue();

  /** The type of this value, as narrow as the value allows. */
  ValueType type();

  /** Whether no part of this value is unknown. */
  boolean isKnown();

  /** Whether any part of this value is secret. */
  boolean hasSecret();

  /** A text. */
  static TextValue of(String text) {
    return new TextValue(text);
  }

  /** A whole number. */
  static NumberValue of(long number) {
    return new NumberValue(BigDecimal.valueOf(number));
  }

  /** A number, exact. */
  static NumberValue of(BigDecimal number) {
    return new NumberValue(number);
  }

  /** A boolean. */
  static BoolValue of(boolean bool) {
    return bool ? BoolValue.TRUE : BoolValue.FALSE;
  }

  /** A list of values. */
  static ListValue list(Value... items) {
    return new ListValue(List.of(items));
  }

  /** A list of values. */
  static ListValue list(List<? extends Value> items) {
    return new ListValue(List.copyOf(items));
  }

  /** A map of values, whatever the order of the one given. */
  static MapValue map(Map<String, ? extends Value> entries) {
    return entries.isEmpty() ? MapValue.EMPTY : new MapValue(Entries.from(entries));
  }

  /** A value of which only the type is known. */
  static UnknownValue unknown(ValueType type) {
    return new UnknownValue(type);
  }

  /** The same value, marked secret as a whole. A secret is not wrapped twice. */
  static SecretValue secret(Value content) {
    return content instanceof SecretValue secret ? secret : new SecretValue(content);
  }

  /** Null: a value of its own only where an attribute says so, else the same as absent. */
  record NullValue() implements Value {
    @Override
    public ValueType type() {
      return ValueType.NULL;
    }

    @Override
    public boolean isKnown() {
      return true;
    }

    @Override
    public boolean hasSecret() {
      return false;
    }

    @Override
    public String toString() {
      return "null";
    }
  }

  /**
   * True or false.
   *
   * @param bool which of the two
   */
  record BoolValue(boolean bool) implements Value {
    /** The value true. */
    public static final BoolValue TRUE = new BoolValue(true);

    /** The value false. */
    public static final BoolValue FALSE = new BoolValue(false);

    @Override
    public ValueType type() {
      return ValueType.BOOLEAN;
    }

    @Override
    public boolean isKnown() {
      return true;
    }

    @Override
    public boolean hasSecret() {
      return false;
    }

    @Override
    public String toString() {
      return Boolean.toString(bool);
    }
  }

  /**
   * An exact decimal number.
   *
   * @param number the number; trailing zeros are dropped, so that equal numbers are equal values
   */
  record NumberValue(BigDecimal number) implements Value {
    /** The largest magnitude of a decimal exponent; more would be a text of that length. */
    public static final int MAX_EXPONENT = 10_000;

    /**
     * Normalises the number.
     *
     * @throws IllegalArgumentException if the exponent is beyond {@link #MAX_EXPONENT}
     */
    public NumberValue {
      number = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
      if (Math.abs((long) number.precision() - number.scale()) > MAX_EXPONENT
          || Math.abs((long) number.scale()) > MAX_EXPONENT) {
        throw new IllegalArgumentException("a number's exponent is beyond " + MAX_EXPONENT);
      }
    }

    /** Whether the number has no fraction. */
    public boolean isInteger() {
      return number.scale() <= 0;
    }

    @Override
    public ValueType type() {
      return isInteger() ? ValueType.INTEGER : ValueType.NUMBER;
    }

    @Override
    public boolean isKnown() {
      return true;
    }

    @Override
    public boolean hasSecret() {
      return false;
    }

    /** The one text of a number: canonical, and the same on every JDK. */
    @Override
    public String toString() {
      return NumberText.of(number);
    }
  }

  /**
   * A text.
   *
   * @param text the text, any Unicode
   */
  record TextValue(String text) implements Value {
    /** Refuses null. */
    public TextValue {
      Objects.requireNonNull(text, "text");
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return this == other || other instanceof TextValue that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
      return text.hashCode();
    }

    @Override
    public ValueType type() {
      return ValueType.STRING;
    }

    @Override
    public boolean isKnown() {
      return true;
    }

    @Override
    public boolean hasSecret() {
      return false;
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /**
   * A list.
   *
   * @param items the items in order
   */
  record ListValue(List<Value> items) implements Value {
    /** The empty list. */
    public static final ListValue EMPTY = new ListValue(Items.copyOf(List.of()));

    /** Copies the list. */
    public ListValue {
      items = Items.copyOf(items);
    }

    @Override
    public ValueType type() {
      return new ValueType.ListType(ValueType.common(items));
    }

    @Override
    public boolean isKnown() {
      return ((Items) items).isKnown();
    }

    @Override
    public boolean hasSecret() {
      return ((Items) items).hasSecret();
    }

    @Override
    public String toString() {
      return items.toString();
    }
  }

  /**
   * A map from texts, or an object: the two differ in their type only.
   *
   * @param entries the entries in the order of their keys
   */
  record MapValue(SortedMap<String, Value> entries) implements Value {
    /** The empty map. */
    public static final MapValue EMPTY = new MapValue(Entries.none());

    /** Copies the map, into the natural order of its keys. */
    public MapValue {
      entries = Entries.from(entries);
    }

    /**
     * The value of a key.
     *
     * @return the value; {@link Value#NULL} where the key is absent, for absent and null both mean
     *     unset
     */
    public Value get(String key) {
      Value value = entries.get(key);
      return value == null ? NULL : value;
    }

    /** A copy with one entry more, or another value for its key. */
    public MapValue with(String key, Value value) {
      var copy = new TreeMap<>(entries);
      copy.put(key, value);
      return new MapValue(copy);
    }

    /** A copy without a key. */
    public MapValue without(String key) {
      if (!entries.containsKey(key)) {
        return this;
      }
      var copy = new TreeMap<>(entries);
      copy.remove(key);
      return new MapValue(copy);
    }

    @Override
    public ValueType type() {
      var fields = new TreeMap<String, ValueType>();
      entries.forEach((key, value) -> fields.put(key, value.type()));
      return new ValueType.ObjectType(fields);
    }

    @Override
    public boolean isKnown() {
      return ((Entries) entries).isKnown();
    }

    @Override
    public boolean hasSecret() {
      return ((Entries) entries).hasSecret();
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof MapValue that && entries.equals(that.entries);
    }

    @Override
    public int hashCode() {
      return entries.hashCode();
    }

    @Override
    public String toString() {
      return entries.toString();
    }
  }

  /**
   * A value that only applying will tell.
   *
   * @param type what is known of it
   */
  record UnknownValue(ValueType type) implements Value {
    /** An unknown of which nothing is known. */
    public static final UnknownValue ANY = new UnknownValue(ValueType.ANY);

    /** Refuses null. */
    public UnknownValue {
      Objects.requireNonNull(type, "type");
    }

    @Override
    public boolean isKnown() {
      return false;
    }

    @Override
    public boolean hasSecret() {
      return false;
    }

    @Override
    public String toString() {
      return "(known after apply)";
    }
  }

  /**
   * A value that nothing prints: not {@link #toString}, not a plan, not a log.
   *
   * @param content the value in clear; may be unknown, is never itself a {@code SecretValue}
   */
  record SecretValue(Value content) implements Value {
    /** Refuses null and a secret within a secret. */
    public SecretValue {
      Objects.requireNonNull(content, "content");
      if (content instanceof SecretValue) {
        throw new IllegalArgumentException("a secret is not wrapped twice: use Value.secret");
      }
    }

    @Override
    public ValueType type() {
      return content.type();
    }

    @Override
    public boolean isKnown() {
      return content.isKnown();
    }

    @Override
    public boolean hasSecret() {
      return true;
    }

    @Override
    public String toString() {
      return "(secret)";
    }
  }
}
