package dev.ashlar.schema.binding;

import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.Constraints;
import dev.ashlar.schema.Deprecation;
import dev.ashlar.schema.Equivalence;
import dev.ashlar.schema.Immutability;
import dev.ashlar.schema.OnUnset;
import dev.ashlar.schema.Property;
import dev.ashlar.schema.ReferenceTarget;
import dev.ashlar.schema.ResourceSpec;
import dev.ashlar.schema.Shape;
import dev.ashlar.schema.Stability;
import dev.ashlar.schema.validation.BoundedPattern;
import dev.ashlar.schema.validation.Validator;
import dev.ashlar.value.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Makes the attribute of a component, from its type and its annotation. */
final class PropertyReader {
  private final Complaints complaints;

  PropertyReader(Complaints complaints) {
    this.complaints = complaints;
  }

  Attribute attribute(String name, JavaType type, Property property, String where, Paths paths) {
    Attribute.Builder builder =
        Attribute.builder(name, type.shape())
            .description(property.description())
            .constraints(constraints(type, property, where))
            .immutability(property.immutable() ? Immutability.YES : property.immutability())
            .equivalence(equivalence(type, property, where))
            .stability(stability(property, where, paths))
            .references(references(property));
    boolean hasDefault = property.defaultValue().length > 0;
    if (hasDefault) {
      defaultValue(builder, type, property, where);
    }
    OnUnset[] onUnset = property.onUnset();
    builder.onUnset(onUnset.length > 0 ? onUnset[0] : hasDefault ? OnUnset.DEFAULT : OnUnset.UNSET);
    if (!property.deprecatedSince().isEmpty() || !property.replacement().isEmpty()) {
      builder.deprecated(
          new Deprecation(
              property.deprecatedSince(),
              Optional.of(property.replacement()).filter(text -> !text.isEmpty())));
    }
    flags(builder, type, property, where, hasDefault);
    return builder.build();
  }

  private void flags(
      Attribute.Builder builder,
      JavaType type,
      Property property,
      String where,
      boolean hasDefault) {
    if (!type.optional() && !hasDefault && !property.computed()) {
      builder.required();
    }
    if (type.secret()) {
      builder.sensitive();
    }
    if (property.nullable()) {
      builder.nullable();
      require(type.optional(), where, "nullable, but its type is not @Nullable");
    }
    if (property.writeOnly()) {
      builder.writeOnly();
      require(
          type.secret() || type.optional(),
          where,
          "write-only, so a read cannot fill it: make it a Secret (withheld), or @Nullable");
    }
    if (property.computed()) {
      builder.computed();
      require(type.optional(), where, "computed, so it can be absent: make it @Nullable");
      require(!hasDefault, where, "computed, so it has no default of ours");
    }
  }

  private void require(boolean kept, String where, String otherwise) {
    if (!kept) {
      complaints.add(where, otherwise);
    }
  }

  private void defaultValue(
      Attribute.Builder builder, JavaType type, Property property, String where) {
    require(!type.secret(), where, "a secret with a default, which everybody can read");
    Optional<Value> value = DefaultText.read(type.shape(), property.defaultValue());
    if (value.isEmpty()) {
      complaints.add(where, "the default is no value of its type");
      return;
    }
    if (!(type.shape() instanceof Shape.DefinitionShape)) {
      Attribute plain =
          Attribute.builder("the default", type.shape())
              .constraints(constraints(type, property, where))
              .build();
      Validator.check(plain, value.get())
          .forEach(problem -> complaints.add(where, problem.detail()));
    }
    builder.defaultValue(value.get());
  }

  private Constraints constraints(JavaType type, Property property, String where) {
    Constraints result = type.constraints();
    boolean number =
        type.shape() == Shape.Primitive.INTEGER || type.shape() == Shape.Primitive.NUMBER;
    boolean text = type.shape() == Shape.Primitive.STRING;
    Optional<BigDecimal> least = bound(property.min());
    Optional<BigDecimal> most = bound(property.max());
    if (least.isPresent() || most.isPresent()) {
      require(number, where, "min and max are for numbers");
      require(!(property.min() > property.max()), where, "min is greater than max");
      result = result.withRange(least.or(result::minimum), most.or(result::maximum));
    }
    if (property.minLength() >= 0 || property.maxLength() >= 0) {
      require(
          text || !(type.shape() instanceof Shape.Primitive),
          where,
          "minLength and maxLength are for texts and collections");
      result = result.withLength(length(property.minLength()), length(property.maxLength()));
    }
    if (!property.pattern().isEmpty()) {
      require(text, where, "a pattern is for texts");
      String whole = "^(?:" + property.pattern() + ")$";
      require(BoundedPattern.isUsable(whole), where, "the pattern is no regular expression");
      result = result.withPattern(whole);
    }
    return property.allowed().length == 0 ? result : allowed(result, type, property, where);
  }

  private Constraints allowed(Constraints result, JavaType type, Property property, String where) {
    List<Value> values = new ArrayList<>();
    for (String text : property.allowed()) {
      Optional<Value> value = DefaultText.read(type.shape(), new String[] {text});
      require(value.isPresent(), where, "an allowed value is no value of its type: " + text);
      value.ifPresent(values::add);
    }
    return result.withAllowed(values);
  }

  private static Optional<BigDecimal> bound(double number) {
    return Double.isNaN(number) || Double.isInfinite(number)
        ? Optional.empty()
        : Optional.of(Decimals.shortest(number));
  }

  private static Optional<Integer> length(int number) {
    return number < 0 ? Optional.empty() : Optional.of(number);
  }

  private Equivalence equivalence(JavaType type, Property property, String where) {
    boolean list = type.shape() instanceof Shape.ListShape;
    if (!property.keyedBy().isEmpty()) {
      require(list, where, "keyedBy is for lists");
      return Equivalence.keyedBy(property.keyedBy());
    }
    if (property.equivalence() == Equivalence.Rule.SET) {
      require(list, where, "the equivalence of sets is for lists");
    }
    return type.set() && property.equivalence() == Equivalence.Rule.EXACT
        ? Equivalence.SET
        : property.equivalence();
  }

  private Stability stability(Property property, String where, Paths paths) {
    return property.changedBy().length == 0
        ? property.stability()
        : Stability.changedBy(
            Arrays.stream(property.changedBy()).map(name -> paths.of(name, where)).toList());
  }

  private static List<ReferenceTarget> references(Property property) {
    List<ReferenceTarget> targets = new ArrayList<>();
    for (Class<?> target : property.references()) {
      target(target, property.referencedAttribute(), targets);
    }
    return targets;
  }

  /** An open interface does not know its records: then nothing is said. */
  private static void target(Class<?> type, String attribute, List<ReferenceTarget> targets) {
    ResourceSpec spec = type.getAnnotation(ResourceSpec.class);
    if (spec != null) {
      targets.add(new ReferenceTarget(spec.type(), attribute));
    } else if (type.isSealed()) {
      for (Class<?> permitted : type.getPermittedSubclasses()) {
        target(permitted, attribute, targets);
      }
    }
  }
}
