package dev.ashlar.schema.validation;

import dev.ashlar.diagnostic.Suggestion;
import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.Shape;
import dev.ashlar.schema.definition.Definitions;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import java.util.Map;
import java.util.Set;

/** Walks a value along its schema. */
final class ValueCheck {
  private final Definitions definitions;
  private final Rigour rigour;
  private final Findings findings;
  private final ConstraintCheck constraints;
  private final UnknownCheck unknowns;
  private final Set<String> outputs;

  /**
   * @param outputs names of outputs, which a user may take for properties
   */
  ValueCheck(Definitions definitions, Rigour rigour, Findings findings, Set<String> outputs) {
    this.definitions = definitions;
    this.rigour = rigour;
    this.findings = findings;
    this.constraints = new ConstraintCheck(findings);
    this.unknowns = new UnknownCheck(definitions);
    this.outputs = outputs;
  }

  /**
   * Checks the entries of an object.
   *
   * @param owner what has these attributes, in the user's words
   */
  void object(
      Map<String, Attribute> attributes,
      Value.MapValue value,
      ValuePath path,
      String owner,
      boolean hidden) {
    value
        .entries()
        .forEach(
            (name, part) -> {
              Attribute attribute = attributes.get(name);
              if (attribute == null) {
                unknownName(name, path, owner, attributes.keySet());
              } else if (isSet(attribute, part)) {
                set(attribute, part, path.key(name), hidden);
              }
            });
    if (rigour.complete()) {
      attributes.forEach(
          (name, attribute) -> {
            if (isNeeded(attribute) && !isSet(attribute, value.get(name), value, name)) {
              findings.addWorded(
                  rigour.missing(),
                  path.key(name),
                  path.key(name) + " is required by " + owner + " and is not set");
            }
          });
    }
  }

  private void unknownName(String name, ValuePath path, String owner, Set<String> known) {
    boolean output = path.steps().isEmpty() && outputs.contains(name);
    findings.addWorded(
        rigour.unknownName(),
        path.key(name),
        output
            ? name + " is an output of " + owner + ": the cloud gives it, and it cannot be set"
            : name
                + " is not "
                + (rigour == Rigour.OUTPUTS ? "an output" : "a property")
                + " of "
                + owner
                + Suggestion.clause(name, known));
  }

  private static boolean isNeeded(Attribute attribute) {
    return attribute.required() && attribute.defaultValue().isEmpty() && !attribute.computed();
  }

  private static boolean isSet(Attribute attribute, Value value) {
    return attribute.nullable() || !(value instanceof Value.NullValue);
  }

  private static boolean isSet(
      Attribute attribute, Value value, Value.MapValue parent, String name) {
    return parent.entries().containsKey(name) && isSet(attribute, value);
  }

  private void set(Attribute attribute, Value value, ValuePath path, boolean hidden) {
    if (rigour == Rigour.DECLARED) {
      if (attribute.computed()) {
        findings.add(
            SchemaProblems.COMPUTED_PROPERTY,
            path,
            "is set by the cloud and cannot be declared; leave it out");
        return;
      }
      attribute
          .deprecation()
          .ifPresent(
              old ->
                  findings.add(
                      SchemaProblems.DEPRECATED_PROPERTY,
                      path,
                      "is deprecated"
                          + (old.since().isEmpty() ? "" : " since " + old.since())
                          + old.replacement().map(other -> "; use " + other).orElse("")));
    }
    value(attribute, value, path, hidden);
  }

  /** Checks one value that is there; null counts as a value. */
  void value(Attribute declared, Value given, ValuePath path, boolean hiddenAbove) {
    Attribute attribute = definitions.effective(declared);
    boolean secret = given instanceof Value.SecretValue;
    Value value = given instanceof Value.SecretValue hidden ? hidden.content() : given;
    boolean hidden = hiddenAbove || secret || attribute.sensitive() || attribute.writeOnly();
    if (value instanceof Value.UnknownValue unknown) {
      unknown(attribute, unknown, path, secret || hiddenAbove);
    } else if (value instanceof Value.NullValue && attribute.nullable()) {
      return;
    } else if (!hasType(attribute.shape(), value)) {
      findings.add(
          rigour.wrongType(),
          path,
          "must be "
              + Wording.expected(attribute.shape())
              + ", but is "
              + Wording.actual(value, hidden));
    } else {
      if (rigour == Rigour.DECLARED) {
        constraints.check(attribute.constraints(), value, path, hidden);
      }
      inside(attribute, value, path, hidden);
    }
  }

  private void unknown(
      Attribute attribute, Value.UnknownValue unknown, ValuePath path, boolean secret) {
    if (!unknowns.mayFit(attribute, unknown.type())) {
      findings.add(
          rigour.wrongType(),
          path,
          "must be "
              + Wording.expected(attribute.shape())
              + (attribute.shape() instanceof Shape.Primitive ? "" : " of the declared parts")
              + ", but will be of type "
              + unknown.type());
    } else if (rigour != Rigour.DECLARED && !secret) {
      findings.add(rigour.wrongType(), path, "is unknown, after the operation has ended");
    }
  }

  private static boolean hasType(Shape shape, Value value) {
    if (shape instanceof Shape.Primitive primitive) {
      return switch (primitive) {
        case ANY -> true;
        case BOOLEAN -> value instanceof Value.BoolValue;
        case INTEGER -> value instanceof Value.NumberValue number && number.isInteger();
        case NUMBER -> value instanceof Value.NumberValue;
        case STRING -> value instanceof Value.TextValue;
      };
    }
    return shape instanceof Shape.ListShape
        ? value instanceof Value.ListValue
        : value instanceof Value.MapValue;
  }

  private void inside(Attribute attribute, Value value, ValuePath path, boolean hidden) {
    if (attribute.shape() instanceof Shape.ObjectShape object
        && value instanceof Value.MapValue map) {
      object(object.attributes(), map, path, findings.name(path), hidden);
    } else if (attribute.shape() instanceof Shape.MapShape map
        && value instanceof Value.MapValue entries) {
      entries
          .entries()
          .forEach(
              (key, entry) -> {
                if (isSet(map.values(), entry)) {
                  value(map.values(), entry, path.key(key), hidden);
                }
              });
    } else if (attribute.shape() instanceof Shape.ListShape list
        && value instanceof Value.ListValue items) {
      for (int i = 0; i < items.items().size(); i++) {
        value(list.items(), items.items().get(i), path.index(i), hidden);
      }
    }
  }
}
