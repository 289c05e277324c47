package dev.ashlar.aws.catalogue;

import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.Constraints;
import dev.ashlar.schema.Deprecation;
import dev.ashlar.schema.Equivalence;
import dev.ashlar.schema.Immutability;
import dev.ashlar.schema.Origin;
import dev.ashlar.schema.ReferenceTarget;
import dev.ashlar.schema.Shape;
import dev.ashlar.value.Value;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads an attribute from its short form: a shape, or an object with the shape under {@code t} and
 * flags beside it.
 *
 * <p>Shapes: {@code s i n b} text, integer, number, boolean; {@code j} any JSON; an opening square
 * bracket a list, an opening brace a map of what follows, or of what stands under {@code v}; {@code
 * #Name} a definition. Flags: {@code r} required, {@code c} a change replaces (1) or may (2),
 * {@code w} write-only, {@code s} sensitive, {@code k} set by the cloud, {@code d} deprecated,
 * {@code e} closed list, {@code n} range, {@code z} length, {@code x} pattern, {@code u} order does
 * not count, {@code q} items are told apart by this key, {@code p} access policy, {@code f} targets
 * of references.
 */
final class AttributeReader {
  private AttributeReader() {}

  /** Attributes by name. */
  static Map<String, Attribute> all(Value entries) {
    Map<String, Attribute> attributes = new LinkedHashMap<>();
    if (entries instanceof Value.MapValue map) {
      map.entries().forEach((name, entry) -> attributes.put(name, attribute(name, entry)));
    }
    return attributes;
  }

  static Attribute attribute(String name, Value entry) {
    if (!(entry instanceof Value.MapValue flags)) {
      return plain(name, text(entry), Value.NULL);
    }
    Attribute plain = plain(name, text(flags.get("t")), flags.get("v"));
    return plain.with(builder -> flagged(builder, plain, flags));
  }

  private static Attribute plain(String name, String shape, Value parts) {
    Shape read = shape(name, shape, parts);
    Attribute attribute = Attribute.of(name, read);
    return read == Shape.Primitive.ANY
        ? attribute.with(builder -> builder.equivalence(Equivalence.JSON))
        : attribute;
  }

  private static Shape shape(String name, String shape, Value parts) {
    return switch (shape.charAt(0)) {
      case 's' -> Shape.Primitive.STRING;
      case 'i' -> Shape.Primitive.INTEGER;
      case 'n' -> Shape.Primitive.NUMBER;
      case 'b' -> Shape.Primitive.BOOLEAN;
      case 'j' -> Shape.Primitive.ANY;
      case '#' -> new Shape.DefinitionShape(shape.substring(1));
      case '[' -> new Shape.ListShape(inside(name, shape, parts));
      case '{' -> new Shape.MapShape(inside(name, shape, parts));
      default -> throw new IllegalArgumentException("the catalogue has a shape " + shape);
    };
  }

  private static Attribute inside(String name, String shape, Value parts) {
    return shape.length() > 1
        ? plain(name, shape.substring(1), Value.NULL)
        : attribute(name, parts);
  }

  private static Attribute.Builder flagged(
      Attribute.Builder builder, Attribute plain, Value.MapValue flags) {
    flags.entries().forEach((flag, value) -> flag(builder, flag, value));
    return builder.constraints(constraints(plain.constraints(), flags));
  }

  private static void flag(Attribute.Builder builder, String flag, Value value) {
    var unused =
        switch (flag) {
          case "r" -> builder.required();
          case "c" ->
              builder.immutability(
                  value.equals(Value.of(1)) ? Immutability.YES : Immutability.UNKNOWN);
          case "w" -> builder.writeOnly();
          case "s" -> builder.sensitive().origin(Origin.GUESSED);
          case "k" -> builder.computed();
          case "d" -> builder.deprecated(new Deprecation("", Optional.empty()));
          case "u" -> builder.equivalence(Equivalence.SET);
          case "q" -> builder.equivalence(Equivalence.keyedBy(text(value)));
          case "p" -> builder.equivalence(Equivalence.POLICY_DOCUMENT);
          case "f" ->
              builder.references(list(value).stream().map(AttributeReader::target).toList());
          default -> builder;
        };
  }

  private static ReferenceTarget target(Value value) {
    String target = text(value);
    int dot = target.indexOf('.');
    return new ReferenceTarget(target.substring(0, dot), target.substring(dot + 1));
  }

  private static Constraints constraints(Constraints none, Value.MapValue flags) {
    Constraints constraints = none;
    if (flags.get("e") instanceof Value.ListValue allowed) {
      constraints = constraints.withAllowed(allowed.items());
    }
    if (flags.get("n") instanceof Value.ListValue range) {
      constraints = constraints.withRange(number(range, 0), number(range, 1));
    }
    if (flags.get("z") instanceof Value.ListValue range) {
      constraints =
          constraints.withLength(
              number(range, 0).map(BigDecimal::intValue),
              number(range, 1).map(BigDecimal::intValue));
    }
    return flags.get("x") instanceof Value.TextValue pattern
        ? constraints.withPattern(pattern.text())
        : constraints;
  }

  private static Optional<BigDecimal> number(Value.ListValue range, int index) {
    return index < range.items().size()
            && range.items().get(index) instanceof Value.NumberValue number
        ? Optional.of(number.number())
        : Optional.empty();
  }

  private static List<Value> list(Value value) {
    return value instanceof Value.ListValue list ? list.items() : List.of();
  }

  static String text(Value value) {
    if (value instanceof Value.TextValue text) {
      return text.text();
    }
    throw new IllegalArgumentException("the catalogue has no text where one belongs");
  }
}
