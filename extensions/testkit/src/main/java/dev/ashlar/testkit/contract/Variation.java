package dev.ashlar.testkit.contract;

import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.Constraints;
import dev.ashlar.schema.Equivalence;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.Shape;
import dev.ashlar.value.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Another value of an attribute, that keeps to its constraints and means something else.
 *
 * @param schema the type's schema
 */
record Variation(ResourceSchema schema) {
  private static final BigDecimal SOME = BigDecimal.valueOf(7);

  Optional<Value> of(Attribute attribute, Optional<Value> current) {
    return candidates(attribute, current)
        .filter(value -> current.filter(value::equals).isEmpty())
        .filter(value -> fits(attribute.constraints(), value))
        .findFirst();
  }

  private Stream<Value> candidates(Attribute attribute, Optional<Value> current) {
    Constraints constraints = attribute.constraints();
    if (!constraints.allowed().isEmpty()) {
      return constraints.allowed().stream();
    }
    Shape shape = schema.resolve(attribute.shape());
    if (shape instanceof Shape.Primitive primitive) {
      return switch (primitive) {
        case BOOLEAN -> Stream.of(Value.of(true), Value.of(false));
        case INTEGER, NUMBER -> numbers(constraints, current);
        case STRING -> texts(attribute, current);
        case ANY -> Stream.of(Value.of("testkit"), Value.of("another"));
      };
    }
    if (shape instanceof Shape.MapShape map) {
      return of(map.values(), Optional.empty()).stream()
          .map(item -> with(current, "testkit", item));
    }
    if (shape instanceof Shape.ListShape list) {
      return lists(list.items(), items(current));
    }
    return shape instanceof Shape.ObjectShape object ? objects(object, current) : Stream.empty();
  }

  private static Stream<Value> numbers(Constraints constraints, Optional<Value> current) {
    BigDecimal at =
        current.orElse(Value.NULL) instanceof Value.NumberValue number
            ? number.number()
            : constraints.minimum().orElse(SOME);
    return Stream.of(
            Stream.of(at.add(BigDecimal.ONE), at.subtract(BigDecimal.ONE)),
            constraints.minimum().stream(),
            constraints.maximum().stream(),
            Stream.of(SOME))
        .flatMap(numbers -> numbers)
        .map(Value::of);
  }

  private static Stream<Value> texts(Attribute attribute, Optional<Value> current) {
    String at = current.orElse(Value.NULL) instanceof Value.TextValue text ? text.text() : "";
    Equivalence equivalence = attribute.equivalence();
    if (equivalence.equals(Equivalence.POLICY_DOCUMENT)) {
      return Stream.empty();
    }
    if (equivalence.equals(Equivalence.JSON)) {
      return Stream.of(Value.of("{\"testkit\":true}"), Value.of("{\"testkit\":false}"));
    }
    return SampleTexts.like(at, attribute.constraints()).map(Value::of);
  }

  private Stream<Value> lists(Attribute item, List<Value> now) {
    List<Value> longer = new ArrayList<>(now);
    Optional<Value> first = now.stream().findFirst();
    Optional<Value> added =
        item.references().isEmpty()
            ? of(item, first).filter(it -> !now.contains(it))
            : Optional.empty();
    added.ifPresent(longer::add);
    List<Value> changed = new ArrayList<>(now);
    if (added.isPresent() && !now.isEmpty()) {
      changed.set(0, added.get());
    }
    List<Value> shorter = now.isEmpty() ? now : now.subList(1, now.size());
    return Stream.of(longer, changed, shorter).map(Value::list);
  }

  /** One attribute differs, or an object where there was none. */
  private Stream<Value> objects(Shape.ObjectShape object, Optional<Value> current) {
    if (current.isEmpty()) {
      return new Example(schema).of(object).stream();
    }
    Value.MapValue now = current.get() instanceof Value.MapValue map ? map : Value.MapValue.EMPTY;
    return object.attributes().values().stream()
        .filter(attribute -> !attribute.computed() && attribute.references().isEmpty())
        .flatMap(
            attribute -> {
              Value value = now.get(attribute.name());
              Optional<Value> known =
                  value instanceof Value.NullValue ? attribute.defaultValue() : Optional.of(value);
              return of(attribute, known).stream()
                  .map(other -> with(current, attribute.name(), other));
            });
  }

  private static Value with(Optional<Value> current, String name, Value value) {
    Value.MapValue map =
        current.orElse(Value.NULL) instanceof Value.MapValue now ? now : Value.MapValue.EMPTY;
    Map<String, Value> more = new java.util.TreeMap<>(map.entries());
    more.put(name, value);
    return Value.map(more);
  }

  private static List<Value> items(Optional<Value> current) {
    return current.orElse(Value.NULL) instanceof Value.ListValue list ? list.items() : List.of();
  }

  static boolean fits(Constraints constraints, Value value) {
    if (!constraints.allowed().isEmpty() && !constraints.allowed().contains(value)) {
      return false;
    }
    if (value instanceof Value.NumberValue number) {
      return constraints.minimum().filter(least -> number.number().compareTo(least) < 0).isEmpty()
          && constraints.maximum().filter(most -> number.number().compareTo(most) > 0).isEmpty();
    }
    int length = length(value);
    return constraints.minLength().filter(least -> length < least).isEmpty()
        && constraints.maxLength().filter(most -> length > most).isEmpty()
        && (!(value instanceof Value.TextValue text)
            || constraints.pattern().filter(it -> !SampleTexts.matches(it, text.text())).isEmpty());
  }

  private static int length(Value value) {
    if (value instanceof Value.TextValue text) {
      return text.text().codePointCount(0, text.text().length());
    }
    if (value instanceof Value.ListValue list) {
      return list.items().size();
    }
    return value instanceof Value.MapValue map ? map.entries().size() : 0;
  }
}
