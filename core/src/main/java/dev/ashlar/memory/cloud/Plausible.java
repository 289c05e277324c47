package dev.ashlar.memory.cloud;

import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.Constraints;
import dev.ashlar.schema.Shape;
import dev.ashlar.value.Value;
import dev.ashlar.value.digest.Sha256;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * Values as a real cloud might give them, drawn from the schema. Equal arguments give equal values.
 *
 * @param type the object's type
 * @param seed what is drawn from
 * @param id the object's identifier
 * @param revision how often the object changed
 * @param now the time of the change
 */
record Plausible(SimulatedType type, long seed, String id, long revision, Instant now) {
  private static final int DEEPEST = 5;
  private static final long WIDEST = 1_000;

  /** A value that fits the attribute. */
  Value value(Attribute attribute) {
    return value(attribute, attribute.name(), 0);
  }

  private Value value(Attribute attribute, String place, int depth) {
    Constraints constraints = attribute.constraints();
    if (!constraints.allowed().isEmpty()) {
      return constraints.allowed().get(draw(place, constraints.allowed().size()));
    }
    if (attribute.defaultValue().isPresent()) {
      return attribute.defaultValue().get();
    }
    Value made = shaped(attribute, place, depth);
    return attribute.sensitive() ? Value.secret(made) : made;
  }

  private Value shaped(Attribute attribute, String place, int depth) {
    Shape shape = type.schema().resolve(attribute.shape());
    if (shape instanceof Shape.ObjectShape object && depth < DEEPEST) {
      Map<String, Value> parts = new TreeMap<>();
      object
          .attributes()
          .forEach((name, part) -> parts.put(name, value(part, place + "." + name, depth + 1)));
      return Value.map(parts);
    }
    if (shape instanceof Shape.ListShape list) {
      return depth < DEEPEST
          ? Value.list(value(list.items(), place + "[0]", depth + 1))
          : Value.list();
    }
    if (shape instanceof Shape.Primitive primitive) {
      return switch (primitive) {
        case BOOLEAN -> Value.of(draw(place, 2) == 1);
        case INTEGER, NUMBER -> Value.of(number(attribute.constraints(), place));
        case STRING, ANY ->
            Value.of(new PlausibleText(this, place).of(attribute.name(), attribute.constraints()));
      };
    }
    return Value.MapValue.EMPTY;
  }

  private long number(Constraints constraints, String place) {
    long least = constraints.minimum().map(BigDecimal::longValue).orElse(1L);
    long most = constraints.maximum().map(BigDecimal::longValue).orElse(least + WIDEST);
    long width = Math.max(1, Math.min(WIDEST, most - least + 1));
    return least + draw(place, (int) width);
  }

  /** A number from 0, below the bound. */
  int draw(String place, int bound) {
    return (int) (Long.parseUnsignedLong(digits(place).substring(0, 8), 16) % bound);
  }

  /** Hexadecimal digits, 64 of them. */
  String digits(String place) {
    return Sha256.of(String.join("\n", type.schema().type(), id, place, seed + "/" + revision));
  }
}
