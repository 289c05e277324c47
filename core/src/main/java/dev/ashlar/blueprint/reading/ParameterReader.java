package dev.ashlar.blueprint.reading;

import dev.ashlar.blueprint.BlueprintProblems;
import dev.ashlar.blueprint.ParameterDeclaration;
import dev.ashlar.blueprint.ParameterDeclaration.ChangeRule;
import dev.ashlar.blueprint.Place;
import dev.ashlar.blueprint.Term;
import dev.ashlar.blueprint.source.Node;
import dev.ashlar.blueprint.source.Problems;
import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.Shape;
import dev.ashlar.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the declaration of a parameter: its type, what its values must keep to, its default. */
public final class ParameterReader {
  private static final List<String> OF_ANY =
      List.of("type", "items", "properties", "nullable", "default", "description");
  private static final List<String> OF_PARAMETERS = List.of("sensitive", "immutable");

  /** The types that a parameter can have. */
  enum TypeWord {
    STRING,
    INTEGER,
    NUMBER,
    BOOLEAN,
    LIST,
    MAP,
    OBJECT,
    ANY
  }

  private final Problems problems;

  /** Tells these problems. */
  public ParameterReader(Problems problems) {
    this.problems = problems;
  }

  /** The parameter that an entry declares. */
  public ParameterDeclaration read(Node.Entry entry) {
    Section section = section(entry.value(), "a parameter", Stream.of(OF_ANY, OF_PARAMETERS));
    Attribute.Builder builder = attribute(entry.key(), section);
    if (section.bool("sensitive").orElse(false)) {
      builder.sensitive();
    }
    Optional<Term> given = defaultTerm(section);
    Attribute attribute = withDefault(builder, given, section);
    return new ParameterDeclaration(
        attribute,
        given,
        section.word("immutable", ChangeRule.class).orElse(ChangeRule.NEVER),
        entry.place());
  }

  private Section section(Node node, String what, Stream<List<String>> keys) {
    return new Section(
        node,
        what,
        problems,
        Stream.concat(keys, Stream.of(ConstraintReader.KEYS))
            .flatMap(List::stream)
            .toArray(String[]::new));
  }

  private Attribute.Builder attribute(String name, Section section) {
    section.required("type");
    Optional<TypeWord> type = type(section);
    Shape shape = type.map(word -> shape(word, section)).orElse(Shape.Primitive.ANY);
    Attribute.Builder builder = Attribute.builder(name, shape);
    if (type.isPresent()) {
      builder.constraints(new ConstraintReader(section, shape).read());
    }
    if (section.bool("nullable").orElse(false)) {
      builder.nullable();
    }
    section.text("description").ifPresent(builder::description);
    return builder;
  }

  private Shape shape(TypeWord type, Section section) {
    refuseUnless(type == TypeWord.LIST || type == TypeWord.MAP, "items", section, "lists and maps");
    refuseUnless(type == TypeWord.OBJECT, "properties", section, "objects");
    return switch (type) {
      case STRING -> Shape.Primitive.STRING;
      case INTEGER -> Shape.Primitive.INTEGER;
      case NUMBER -> Shape.Primitive.NUMBER;
      case BOOLEAN -> Shape.Primitive.BOOLEAN;
      case ANY -> Shape.Primitive.ANY;
      case LIST -> new Shape.ListShape(items(section));
      case MAP -> new Shape.MapShape(items(section));
      case OBJECT -> new Shape.ObjectShape(properties(section));
    };
  }

  private Optional<TypeWord> type(Section section) {
    Optional<Node> node = section.node("type");
    Optional<String> text =
        node.flatMap(n -> n instanceof Node.Scalar scalar ? scalar.text() : Optional.empty());
    String fix = text.map(ParameterReader::fix).orElse("");
    if (!fix.isEmpty()) {
      problems.add(
          BlueprintProblems.NOT_ALLOWED, node.orElseThrow().place(), "Here that is written " + fix);
      return Optional.empty();
    }
    return section.word("type", TypeWord.class);
  }

  /** How other languages say it. */
  private static String fix(String type) {
    if (type.matches("(list|map|array|set|object)[(<].*")) {
      return "\"type: list, items: { type: string }\", with map for a map.";
    }
    return switch (type) {
      case "array" -> "\"type: list\".";
      case "bool" -> "\"type: boolean\".";
      case "int" -> "\"type: integer\".";
      case "float", "double" -> "\"type: number\".";
      default -> "";
    };
  }

  private void refuseUnless(boolean fits, String key, Section section, String those) {
    if (!fits && section.node(key).isPresent()) {
      problems.add(
          BlueprintProblems.BAD_PARAMETER,
          section.placeOf(key),
          "\"%s\" belongs to %s: change the type or take it out.".formatted(key, those));
    }
  }

  private Attribute items(Section section) {
    Optional<Node> node = section.node("items");
    if (node.isEmpty()) {
      return Attribute.of("items", Shape.Primitive.ANY);
    }
    return attribute("items", section(node.get(), "\"items\"", Stream.of(OF_ANY))).build();
  }

  private Map<String, Attribute> properties(Section section) {
    Map<String, Attribute> properties = new LinkedHashMap<>();
    for (Node.Entry entry : section.entries("properties")) {
      Section inner = section(entry.value(), "a property", Stream.of(OF_ANY));
      Attribute.Builder builder = attribute(entry.key(), inner);
      properties.put(entry.key(), withDefault(builder, defaultTerm(inner), inner));
    }
    return properties;
  }

  /**
   * A default is literal, also where it looks like an expression that somebody forgot to forbid.
   */
  private Optional<Term> defaultTerm(Section section) {
    Optional<Node> node = section.node("default");
    if (node.isEmpty()) {
      return Optional.empty();
    }
    Term term = Terms.read(node.get(), problems);
    List<Place> computed = new ArrayList<>();
    Expressions.find(term, computed);
    for (Place place : computed) {
      problems.add(
          BlueprintProblems.EXPRESSION_NOT_ALLOWED,
          place,
          "A default is literal: parameters are known before anything is evaluated. Compute what"
              + " depends on others in a local.");
    }
    return computed.isEmpty() ? Optional.of(term) : Optional.empty();
  }

  private Attribute withDefault(Attribute.Builder builder, Optional<Term> term, Section section) {
    Attribute attribute = builder.build();
    if (term.isEmpty()) {
      boolean optional = attribute.nullable() || section.node("default").isPresent();
      return optional ? attribute : attribute.with(Attribute.Builder::required);
    }
    Value value = Fit.value(attribute, term.get());
    boolean fits = Fit.check(attribute, term.get(), value, "The default", problems);
    return fits && !attribute.sensitive() ? attribute.with(b -> b.defaultValue(value)) : attribute;
  }
}
