package dev.ashlar.memory.cloud;

import dev.ashlar.connector.Failure;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.Immutability;
import dev.ashlar.schema.OnUnset;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.Shape;
import dev.ashlar.schema.equivalence.Difference;
import dev.ashlar.schema.equivalence.Differences;
import dev.ashlar.schema.equivalence.Scope;
import dev.ashlar.schema.validation.Validator;
import dev.ashlar.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Holds what is asked for against the schema, as a cloud does on its side. */
final class Conformity {
  private Conformity() {}

  /** Why the cloud refuses these values: everything at once. */
  static Optional<Failure> problem(ResourceSchema schema, Value.MapValue spec) {
    List<Diagnostic> errors =
        Validator.check(schema, spec).stream().filter(Diagnostic::isError).toList();
    return errors.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Failure.invalid(
                errors.stream().map(Diagnostic::detail).collect(Collectors.joining("; "))));
  }

  /** Why the object cannot become so in place. */
  static Optional<Failure> immutable(
      ResourceSchema schema, Value.MapValue before, Value.MapValue after) {
    List<String> fixed =
        Differences.properties(schema, before, after, Scope.WHOLE).stream()
            .filter(difference -> difference.immutability() == Immutability.YES)
            .map(Difference::path)
            .map(Object::toString)
            .toList();
    return fixed.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Failure.needsReplacement(String.join(", ", fixed) + " cannot be changed in place"));
  }

  /** The properties, with the defaults that the cloud fills in; null is the same as absent. */
  static Value.MapValue completed(ResourceSchema schema, Value.MapValue spec) {
    return object(schema, schema.properties(), spec);
  }

  private static Value.MapValue object(
      ResourceSchema schema, Map<String, Attribute> attributes, Value.MapValue values) {
    Map<String, Value> all = new TreeMap<>(values.entries());
    attributes.forEach(
        (name, attribute) -> {
          Value value = values.get(name);
          if (!attribute.nullable() && value.equals(Value.NULL)) {
            all.remove(name);
            attribute.defaultValue().ifPresent(standard -> all.put(name, standard));
          } else if (value instanceof Value.MapValue inner
              && schema.resolve(attribute.shape()) instanceof Shape.ObjectShape object) {
            all.put(name, object(schema, object.attributes(), inner));
          }
          if (attribute.sensitive() || attribute.writeOnly()) {
            all.computeIfPresent(name, (same, plain) -> Value.secret(plain));
          }
        });
    return Value.map(all);
  }

  /** What is asked for, and what the cloud keeps though it is not asked for any more. */
  static Value.MapValue kept(ResourceSchema schema, StoredObject object, Value.MapValue spec) {
    Value.MapValue all = spec;
    for (Attribute attribute : schema.properties().values()) {
      boolean unset = spec.get(attribute.name()).equals(Value.NULL);
      Value before = object.properties().get(attribute.name());
      if (unset && keeps(attribute) && !before.equals(Value.NULL)) {
        all = all.with(attribute.name(), before);
      }
    }
    return all;
  }

  private static boolean keeps(Attribute attribute) {
    return attribute.onUnset() == OnUnset.KEEP || attribute.computed();
  }
}
