package dev.ashlar.blueprint.reading;

import dev.ashlar.blueprint.BlueprintProblems;
import dev.ashlar.blueprint.Term;
import dev.ashlar.blueprint.source.Node;
import dev.ashlar.blueprint.source.Quote;
import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.Constraints;
import dev.ashlar.schema.Shape;
import dev.ashlar.value.Value;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads JSON Schema's constraint words, each where its type allows it. */
final class ConstraintReader {
  static final List<String> KEYS =
      List.of(
          "enum",
          "minimum",
          "maximum",
          "minLength",
          "maxLength",
          "pattern",
          "minItems",
          "maxItems",
          "minProperties",
          "maxProperties");

  private final Section section;
  private final Shape shape;

  ConstraintReader(Section section, Shape shape) {
    this.section = section;
    this.shape = shape;
  }

  Constraints read() {
    boolean number = shape == Shape.Primitive.INTEGER || shape == Shape.Primitive.NUMBER;
    boolean list = shape instanceof Shape.ListShape;
    boolean map = shape instanceof Shape.MapShape;
    boolean text = shape == Shape.Primitive.STRING;
    only(number, "integers and numbers", "minimum", "maximum");
    only(text, "strings", "minLength", "maxLength", "pattern");
    only(list, "lists", "minItems", "maxItems");
    only(map, "maps", "minProperties", "maxProperties");
    Constraints constraints = Constraints.NONE.withAllowed(allowed());
    if (number) {
      constraints = constraints.withRange(section.number("minimum"), section.number("maximum"));
      ordered(constraints.minimum(), constraints.maximum(), "minimum", "maximum");
    }
    if (text) {
      constraints = length(constraints, "minLength", "maxLength");
      Optional<String> pattern = pattern();
      constraints = pattern.isPresent() ? constraints.withPattern(pattern.get()) : constraints;
    }
    constraints = list ? length(constraints, "minItems", "maxItems") : constraints;
    return map ? length(constraints, "minProperties", "maxProperties") : constraints;
  }

  private Constraints length(Constraints constraints, String least, String most) {
    Optional<Integer> minimum = section.count(least);
    Optional<Integer> maximum = section.count(most);
    ordered(minimum.map(BigDecimal::valueOf), maximum.map(BigDecimal::valueOf), least, most);
    return constraints.withLength(minimum, maximum);
  }

  private void only(boolean fits, String those, String... keys) {
    if (fits) {
      return;
    }
    for (String key : keys) {
      if (section.node(key).isPresent()) {
        problem(key, "\"%s\" belongs to %s: change the type or take it out.".formatted(key, those));
      }
    }
  }

  private void ordered(
      Optional<BigDecimal> least, Optional<BigDecimal> most, String low, String high) {
    if (least.isPresent() && most.isPresent() && least.get().compareTo(most.get()) > 0) {
      problem(low, "\"%s\" is above \"%s\": no value could be both.".formatted(low, high));
    }
  }

  private Optional<String> pattern() {
    Optional<String> pattern = section.text("pattern");
    try {
      pattern.ifPresent(Pattern::compile);
      return pattern;
    } catch (PatternSyntaxException e) {
      section
          .problems()
          .add(
              BlueprintProblems.BAD_PATTERN,
              section.node("pattern").orElseThrow().place().at(Math.max(0, e.getIndex())),
              "%s is no regular expression.".formatted(Quote.key(pattern.orElse(""))));
      return Optional.empty();
    }
  }

  private List<Value> allowed() {
    Set<Value> values = new LinkedHashSet<>();
    List<Node> items = section.items("enum");
    Attribute each = Attribute.of("it", shape);
    for (Node item : items) {
      Term term = new Term.Literal(Terms.unread(item), plain(item), item.place());
      Value value = Fit.value(each, term);
      if (!Fit.check(each, term, value, "A value of the enum", section.problems())) {
        continue;
      }
      if (!values.add(value)) {
        section
            .problems()
            .add(BlueprintProblems.BAD_PARAMETER, item.place(), "This value stands there twice.");
      }
    }
    if (items.isEmpty() && section.node("enum").isPresent()) {
      problem("enum", "An empty enum allows no value at all.");
    }
    return List.copyOf(values);
  }

  private static Optional<String> plain(Node node) {
    return node instanceof Node.Scalar scalar ? scalar.plain() : Optional.empty();
  }

  private void problem(String key, String detail) {
    section.problems().add(BlueprintProblems.BAD_PARAMETER, section.placeOf(key), detail);
  }
}
