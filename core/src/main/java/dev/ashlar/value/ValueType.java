package dev.ashlar.value;

import com.google.common.collect.ImmutableSortedMap;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * The type of a value, with or without the value: what an unknown still knows. Closed.
 *
 * @since 0.1
 */
public sealed interface ValueType {
  /** Any value at all. */
  ValueType ANY = Scalar.ANY;

  /** Null and nothing else. */
  ValueType NULL = Scalar.NULL;

  /** True or false. */
  ValueType BOOLEAN = Scalar.BOOLEAN;

  /** A number without a fraction. */
  ValueType INTEGER = Scalar.INTEGER;

  /** Any number. */
  ValueType NUMBER = Scalar.NUMBER;

  /** A text. */
  ValueType STRING = Scalar.STRING;

  /** A list of one type of items. */
  static ListType listOf(ValueType items) {
    return new ListType(items);
  }

  /** A map from texts to one type of values. */
  static MapType mapOf(ValueType values) {
    return new MapType(values);
  }

  /**
   * Whether every value of the other type is also one of this type. {@code ANY} accepts all and is
   * accepted by all: what is not known is not refused.
   */
  boolean accepts(ValueType other);

  /** The narrowest type that accepts all of these values; {@code ANY} for none or a mixture. */
  static ValueType common(Collection<? extends Value> values) {
    ValueType common = null;
    for (Value value : values) {
      ValueType type = value.type();
      if (common == null || type.accepts(common)) {
        common = type;
      } else if (!common.accepts(type)) {
        return ANY;
      }
    }
    return common == null ? ANY : common;
  }

  /** Types without parts. */
  enum Scalar implements ValueType {
    /** Any value at all. */
    ANY,
    /** Null and nothing else. */
    NULL,
    /** True or false. */
    BOOLEAN,
    /** A number without a fraction. */
    INTEGER,
    /** Any number. */
    NUMBER,
    /** A text. */
    STRING;

    private final String text = name().toLowerCase(Locale.ROOT);

    @Override
    public boolean accepts(ValueType other) {
      return Acceptance.of(this, other);
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /**
   * A list.
   *
   * @param items the type of its items
   */
  record ListType(ValueType items) implements ValueType {
    @Override
    public boolean accepts(ValueType other) {
      return Acceptance.of(this, other);
    }

    @Override
    public String toString() {
      return "list(" + items + ")";
    }
  }

  /**
   * A map from texts.
   *
   * @param values the type of its values
   */
  record MapType(ValueType values) implements ValueType {
    @Override
    public boolean accepts(ValueType other) {
      return Acceptance.of(this, other);
    }

    @Override
    public String toString() {
      return "map(" + values + ")";
    }
  }

  /**
   * An object with named fields.
   *
   * @param fields the fields in the order of their names
   */
  record ObjectType(SortedMap<String, ValueType> fields) implements ValueType {
    /** Copies the map. */
    public ObjectType {
      fields = ImmutableSortedMap.copyOf(fields, Comparator.naturalOrder());
    }

    @Override
    public boolean accepts(ValueType other) {
      return Acceptance.of(this, other);
    }

    @Override
    public String toString() {
      return fields.entrySet().stream()
          .map(field -> field.getKey() + ": " + field.getValue())
          .collect(Collectors.joining(", ", "object(", ")"));
    }
  }
}
