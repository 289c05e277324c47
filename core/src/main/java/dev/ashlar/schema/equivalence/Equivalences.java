package dev.ashlar.schema.equivalence;

import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.definition.Definitions;
import dev.ashlar.value.Value;

/**
 * Whether two values mean the same, each part by its own rule of equivalence. Secrets are compared
 * by their content, absent and null are the same where null is no value of its own, and an unknown
 * part leaves the answer open unless something else decides it.
 */
public final class Equivalences {
  private Equivalences() {}

  /** Compares two values of an attribute of a schema, whole. */
  public static Equality compare(
      ResourceSchema schema, Attribute attribute, Value first, Value second) {
    return compare(schema, attribute, first, second, Scope.WHOLE);
  }

  /** Compares two values of an attribute of a schema. */
  public static Equality compare(
      ResourceSchema schema, Attribute attribute, Value first, Value second, Scope scope) {
    return new Comparison(Definitions.of(schema), scope).compare(attribute, first, second);
  }

  /** Whether two values of an attribute surely mean the same. */
  public static boolean equivalent(
      ResourceSchema schema, Attribute attribute, Value first, Value second) {
    return compare(schema, attribute, first, second) == Equality.EQUAL;
  }

  /** Compares all properties of two objects. */
  public static Equality properties(
      ResourceSchema schema, Value.MapValue first, Value.MapValue second, Scope scope) {
    return new Comparison(Definitions.of(schema), scope)
        .objects(schema.properties(), first, second);
  }

  /** Compares all outputs of two objects. */
  public static Equality outputs(
      ResourceSchema schema, Value.MapValue first, Value.MapValue second) {
    return new Comparison(Definitions.of(schema), Scope.WHOLE)
        .objects(schema.outputs(), first, second);
  }
}
