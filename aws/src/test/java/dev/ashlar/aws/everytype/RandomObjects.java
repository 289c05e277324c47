package dev.ashlar.aws.everytype;

import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.Constraints;
import dev.ashlar.schema.Equivalence;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.Shape;
import dev.ashlar.schema.validation.BoundedPattern;
import dev.ashlar.value.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** Values that keep to a schema, drawn at random. */
final class RandomObjects {
  private static final int DEEPEST = 4;
  private static final int TRIES = 12;
  private static final List<String> LIKELY =
      List.of(
          "arn:aws:iam::123456789012:role/orders",
          "arn:aws:s3:::orders",
          "arn:aws:kms:eu-west-1:123456789012:key/0a1b2c3d",
          "123456789012",
          "https://example.com",
          "eu-west-1",
          "10.0.0.0/16",
          "2026-01-01T00:00:00Z",
          "someone@example.com",
          "rate(1 day)",
          "*");

  private final ResourceSchema schema;
  private final Random random;

  RandomObjects(ResourceSchema schema, Random random) {
    this.schema = schema;
    this.random = random;
  }

  /**
   * An object with every property for which a value is found; empty where a required one is not.
   */
  Optional<Value.MapValue> object() {
    return object(schema.properties(), 0, 1.0, false);
  }

  /** Another value of a property, of which no part is only left out; empty where none is found. */
  Optional<Value> other(Attribute property, Value than) {
    for (int i = 0; i < TRIES; i++) {
      Optional<Value> next = value(property, 0);
      if (next.isPresent() && Novelty.adds(next.get(), than)) {
        return next;
      }
    }
    return Optional.empty();
  }

  private Optional<Value.MapValue> object(
      Map<String, Attribute> attributes, int depth, double share, boolean inList) {
    Map<String, Value> parts = new TreeMap<>();
    for (Attribute attribute : attributes.values()) {
      if (attribute.computed() || !attribute.required() && random.nextDouble() >= share) {
        continue;
      }
      Optional<Value> value = value(attribute, depth, inList);
      if (value.isPresent()) {
        parts.put(attribute.name(), value.get());
      } else if (attribute.required()) {
        return Optional.empty();
      }
    }
    return Optional.of(Value.map(parts));
  }

  private Optional<Value> value(Attribute attribute, int depth) {
    return value(attribute, depth, false);
  }

  /**
   * A value.
   *
   * @param inList whether it is inside a list: then it always has the same parts, for what is left
   *     out of an item is not told from what was never set
   */
  private Optional<Value> value(Attribute attribute, int depth, boolean inList) {
    Constraints constraints = attribute.constraints();
    if (!constraints.allowed().isEmpty()) {
      return Optional.of(constraints.allowed().get(random.nextInt(constraints.allowed().size())));
    }
    Shape shape = schema.resolve(attribute.shape());
    if (shape instanceof Shape.Primitive primitive) {
      return primitive(attribute, primitive);
    }
    if (depth > DEEPEST) {
      return Optional.empty();
    }
    if (shape instanceof Shape.ObjectShape object) {
      double share = inList ? depth > 2 ? 0 : 1 : depth > 1 ? 0.2 : 0.6;
      return object(object.attributes(), depth + 1, share, inList).map(made -> made);
    }
    if (shape instanceof Shape.MapShape map) {
      return value(map.values(), depth + 1, inList).map(made -> Value.map(Map.of("key", made)));
    }
    return list(attribute, (Shape.ListShape) shape, depth);
  }

  /** Items that differ: two of a kind would be one to a set. */
  private Optional<Value> list(Attribute attribute, Shape.ListShape shape, int depth) {
    int least = attribute.constraints().minLength().orElse(1);
    int most = attribute.constraints().maxLength().orElse(least + 1);
    int wanted = Math.min(most, Math.max(least, 1 + random.nextInt(2)));
    List<Value> items = new ArrayList<>();
    for (int i = 0; i < wanted * TRIES && items.size() < wanted; i++) {
      Optional<Value> item = value(shape.items(), depth + 1, true);
      if (item.isPresent() && isNew(attribute, items, item.get())) {
        items.add(item.get());
      }
    }
    return items.size() < least ? Optional.empty() : Optional.of(Value.list(items));
  }

  private static boolean isNew(Attribute attribute, List<Value> items, Value item) {
    return attribute.equivalence() instanceof Equivalence.KeyedList keyed
        ? items.stream().noneMatch(other -> key(other, keyed).equals(key(item, keyed)))
        : !items.contains(item);
  }

  private static Value key(Value item, Equivalence.KeyedList keyed) {
    return item instanceof Value.MapValue map ? map.get(keyed.key()) : Value.NULL;
  }

  private Optional<Value> primitive(Attribute attribute, Shape.Primitive shape) {
    return switch (shape) {
      case BOOLEAN -> Optional.of(Value.of(random.nextBoolean()));
      case INTEGER, NUMBER -> Optional.of(number(attribute.constraints()));
      case ANY -> Optional.of(Value.map(Map.of("Any", Value.of("thing" + random.nextInt(1_000)))));
      case STRING -> text(attribute.constraints()).map(Value::of);
    };
  }

  private Value number(Constraints constraints) {
    BigDecimal least = constraints.minimum().orElse(BigDecimal.ONE);
    BigDecimal most = constraints.maximum().orElse(least.add(BigDecimal.valueOf(1_000)));
    int width = most.subtract(least).min(BigDecimal.valueOf(1_000)).intValue();
    return Value.of(least.add(BigDecimal.valueOf(random.nextInt(Math.max(1, width + 1)))));
  }

  private Optional<String> text(Constraints constraints) {
    int least = constraints.minLength().orElse(1);
    String plain =
        "text" + random.nextInt(10_000) + "x".repeat(Math.max(0, Math.min(least, 5_000)));
    if (fits(plain, constraints)) {
      return Optional.of(plain);
    }
    for (int i = 0; i < TRIES && constraints.pattern().isPresent(); i++) {
      int more = i < 3 ? i : i * Math.max(1, least / 4);
      Optional<String> made = PatternText.of(constraints.pattern().get(), random, more);
      if (made.filter(text -> fits(text, constraints)).isPresent()) {
        return made;
      }
    }
    String digits = Integer.toString(random.nextInt(1_000_000) + 1_000_000);
    for (int length = digits.length(); length > 0; length--) {
      if (fits(digits.substring(0, length), constraints)) {
        return Optional.of(digits.substring(0, length));
      }
    }
    return LIKELY.stream().filter(text -> fits(text, constraints)).findFirst();
  }

  private static boolean fits(String text, Constraints constraints) {
    int length = text.codePointCount(0, text.length());
    return constraints.minLength().map(least -> length >= least).orElse(true)
        && constraints.maxLength().map(most -> length <= most).orElse(true)
        && constraints
            .pattern()
            .map(is -> BoundedPattern.find(is, text) == BoundedPattern.Answer.MATCH)
            .orElse(true);
  }
}
