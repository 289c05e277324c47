package dev.ashlar.schema.binding;

import com.google.common.primitives.Primitives;
import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.Constraints;
import dev.ashlar.schema.Equivalence;
import dev.ashlar.schema.Shape;
import dev.ashlar.value.Secret;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValueType;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads what a use of a Java type says: shape, binding, and whether it may be empty. */
final class TypeReader {
  private static final String KNOWN =
      "a type that cannot be a property; use boolean, a number, String, an enum, Duration, a"
          + " record, List, Set or Map<String, …> of these, Secret or Value";

  private final Complaints complaints;
  private final Function<Class<?>, JavaType> records;

  /**
   * @param records reads a nested record
   */
  TypeReader(Complaints complaints, Function<Class<?>, JavaType> records) {
    this.complaints = complaints;
    this.records = records;
  }

  JavaType read(AnnotatedType use, String where) {
    return plain(use, where).optional(Nullness.isNullable(use));
  }

  private JavaType plain(AnnotatedType use, String where) {
    if (use instanceof AnnotatedParameterizedType generic
        && use.getType() instanceof ParameterizedType type
        && type.getRawType() instanceof Class<?> raw) {
      return generic(raw, generic.getAnnotatedActualTypeArguments(), where);
    }
    return use.getType() instanceof Class<?> raw ? simple(raw, where) : unknown(use, where);
  }

  private JavaType unknown(AnnotatedType use, String where) {
    complaints.add(where, use.getType().getTypeName() + " is " + KNOWN);
    return JavaType.of(Value.class, Shape.Primitive.ANY, ScalarBindings.ANY);
  }

  private JavaType generic(Class<?> raw, AnnotatedType[] arguments, String where) {
    if (raw == Secret.class) {
      return read(arguments[0], where).asSecret();
    }
    if (raw == List.class || raw == Collection.class) {
      return items(raw, arguments[0], where, false);
    }
    if (raw == Set.class) {
      return items(raw, arguments[0], where, true).asSet();
    }
    if (raw == Map.class && arguments[0].getType() == String.class) {
      JavaType values = read(arguments[1], where);
      return JavaType.of(
          raw, new Shape.MapShape(part("value", values)), CollectionBindings.map(slot(values)));
    }
    complaints.add(where, raw.getSimpleName() + " of these parameters is " + KNOWN);
    return JavaType.of(Value.class, Shape.Primitive.ANY, ScalarBindings.ANY);
  }

  private JavaType items(Class<?> raw, AnnotatedType argument, String where, boolean set) {
    JavaType items = read(argument, where);
    Slot slot = slot(items);
    return JavaType.of(
        raw,
        new Shape.ListShape(part("item", items)),
        set ? CollectionBindings.set(slot) : CollectionBindings.list(slot));
  }

  /** The rules for items and entries: what the Java type says and no more. */
  private static Attribute part(String name, JavaType type) {
    Attribute.Builder builder =
        Attribute.builder(name, type.shape()).constraints(type.constraints());
    if (type.optional()) {
      builder.nullable();
    }
    if (type.secret()) {
      builder.sensitive();
    }
    return builder.equivalence(type.set() ? Equivalence.SET : Equivalence.EXACT).build();
  }

  private static Slot slot(JavaType type) {
    ValueType valueType = Attribute.of("part", type.shape()).type();
    return new Slot(type.binding(), type.optional(), type.secret(), valueType, Optional.empty());
  }

  private JavaType simple(Class<?> boxed, String where) {
    Class<?> raw = Primitives.unwrap(boxed);
    if (raw == String.class) {
      return JavaType.of(raw, Shape.Primitive.STRING, ScalarBindings.TEXT);
    }
    if (raw == boolean.class) {
      return JavaType.of(raw, Shape.Primitive.BOOLEAN, ScalarBindings.BOOLEAN);
    }
    if (raw == Duration.class) {
      return JavaType.of(raw, Shape.Primitive.STRING, ScalarBindings.DURATION);
    }
    NumberBinding number = NumberBinding.of(raw);
    if (number != null) {
      return number(raw, number);
    }
    if (raw.isEnum()) {
      return constants(raw);
    }
    if (isNested(raw)) {
      return records.apply(raw);
    }
    return value(raw, where);
  }

  /** Whether a class is a record with attributes of its own: some kinds of values are records. */
  static boolean isNested(Class<?> raw) {
    return raw.isRecord() && !Value.class.isAssignableFrom(raw);
  }

  private JavaType value(Class<?> raw, String where) {
    Attribute any = Attribute.of("any", Shape.Primitive.ANY);
    if (raw == Value.class) {
      return JavaType.of(raw, Shape.Primitive.ANY, ScalarBindings.ANY);
    }
    if (raw == Value.MapValue.class) {
      return JavaType.of(raw, new Shape.MapShape(any), ScalarBindings.values(Value.MapValue.class));
    }
    if (raw == Value.ListValue.class) {
      return JavaType.of(
          raw, new Shape.ListShape(any), ScalarBindings.values(Value.ListValue.class));
    }
    complaints.add(where, raw.getTypeName() + " is " + KNOWN);
    return JavaType.of(Value.class, Shape.Primitive.ANY, ScalarBindings.ANY);
  }

  private static JavaType number(Class<?> raw, NumberBinding binding) {
    boolean fraction = raw == float.class || raw == double.class || raw == BigDecimal.class;
    JavaType type =
        JavaType.of(raw, fraction ? Shape.Primitive.NUMBER : Shape.Primitive.INTEGER, binding);
    int bits = raw == byte.class ? 8 : raw == short.class ? 16 : raw == int.class ? 32 : 64;
    if (fraction || raw == BigInteger.class) {
      return type;
    }
    BigDecimal bound = BigDecimal.valueOf(2).pow(bits - 1);
    return type.keeping(
        Constraints.NONE.withRange(
            Optional.of(bound.negate()), Optional.of(bound.subtract(BigDecimal.ONE))));
  }

  private static JavaType constants(Class<?> raw) {
    Map<String, Object> byName = new LinkedHashMap<>();
    Map<Object, String> names = new LinkedHashMap<>();
    for (Object constant : raw.getEnumConstants()) {
      String name = Constants.nameOf((Enum<?>) constant);
      byName.put(name, constant);
      names.put(constant, name);
    }
    return JavaType.of(raw, Shape.Primitive.STRING, ScalarBindings.constants(byName, names))
        .keeping(Constraints.NONE.withAllowed(byName.keySet().stream().map(Value::of).toList()));
  }
}
