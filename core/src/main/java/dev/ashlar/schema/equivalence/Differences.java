package dev.ashlar.schema.equivalence;

import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.Equivalence;
import dev.ashlar.schema.Immutability;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.Shape;
import dev.ashlar.schema.definition.Definitions;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds where two objects do not mean the same, as finely as is useful: inside objects and maps, in
 * keyed lists by key, in other lists item by item where they are of the same length. A list of
 * another length, a set, a JSON text and a secret differ as a whole.
 */
public final class Differences {
  private final Comparison comparison;
  private final List<Difference> found = new ArrayList<>();

  private Differences(ResourceSchema schema, Scope scope) {
    this(new Comparison(Definitions.of(schema), scope));
  }

  private Differences(Comparison comparison) {
    this.comparison = comparison;
  }

  /** Between the properties of two objects, in the order of the schema. */
  public static List<Difference> properties(
      ResourceSchema schema, Value.MapValue first, Value.MapValue second, Scope scope) {
    Differences differences = new Differences(schema, scope);
    differences.objects(schema.properties(), first, second, ValuePath.ROOT, List.of());
    return List.copyOf(differences.found);
  }

  /** Between the outputs of two objects, in the order of the schema. */
  public static List<Difference> outputs(
      ResourceSchema schema, Value.MapValue first, Value.MapValue second) {
    Differences differences = new Differences(schema, Scope.WHOLE);
    differences.objects(schema.outputs(), first, second, ValuePath.ROOT, List.of());
    return List.copyOf(differences.found);
  }

  private void objects(
      Map<String, Attribute> attributes,
      Value.MapValue first,
      Value.MapValue second,
      ValuePath path,
      List<Attribute> chain) {
    Set<String> names = new LinkedHashSet<>(attributes.keySet());
    names.addAll(Comparison.keys(first, second));
    for (String name : names) {
      Attribute known = attributes.get(name);
      Attribute attribute = known == null ? Comparison.unknownTo(name) : known;
      Optional<Value> a = Comparison.part(first, name);
      Optional<Value> b = Comparison.part(second, name);
      Equality equality = comparison.compare(attribute, a, b);
      if (equality != Equality.EQUAL) {
        descend(attribute, a, b, equality, path.key(name), chain);
      }
    }
  }

  private void entries(
      Attribute values,
      Map<String, Value> first,
      Map<String, Value> second,
      ValuePath path,
      List<Attribute> chain) {
    Set<String> keys = new LinkedHashSet<>(first.keySet());
    keys.addAll(second.keySet());
    for (String key : keys) {
      Optional<Value> a = Optional.ofNullable(first.get(key));
      Optional<Value> b = Optional.ofNullable(second.get(key));
      Equality equality = comparison.entries(values, a, b);
      if (equality != Equality.EQUAL) {
        descend(values, a, b, equality, path.key(key), chain);
      }
    }
  }

  /** Reports a place that is not equal, or the places inside it that are the reason. */
  private void descend(
      Attribute declared,
      Optional<Value> a,
      Optional<Value> b,
      Equality equality,
      ValuePath path,
      List<Attribute> outer) {
    Attribute attribute = comparison.definitions().effective(declared);
    List<Attribute> chain = new ArrayList<>(outer);
    chain.add(attribute);
    Value before = a.orElse(Value.NULL);
    Value after = b.orElse(Value.NULL);
    if (!inside(attribute, before, after, path, chain)) {
      found.add(new Difference(path, before, after, equality, chain, hidden(attribute, a, b)));
    }
  }

  /** How strict the parts of a secret are that differ: they are not reported one by one. */
  private Immutability hidden(Attribute attribute, Optional<Value> a, Optional<Value> b) {
    Value before = Secrets.opened(a.orElse(Value.NULL));
    Value after = Secrets.opened(b.orElse(Value.NULL));
    Immutability strictest = Immutability.NO;
    if (before instanceof Value.MapValue x
        && after instanceof Value.MapValue y
        && attribute.shape() instanceof Shape.ObjectShape object) {
      Differences inner = new Differences(comparison);
      inner.objects(object.attributes(), x, y, ValuePath.ROOT, List.of());
      for (Difference each : inner.found) {
        strictest = strictest.or(each.immutability());
      }
    }
    return strictest;
  }

  private boolean inside(
      Attribute attribute, Value before, Value after, ValuePath path, List<Attribute> chain) {
    if (before instanceof Value.MapValue x && after instanceof Value.MapValue y) {
      return insideMaps(attribute, x, y, path, chain);
    }
    return before instanceof Value.ListValue x
        && after instanceof Value.ListValue y
        && insideLists(attribute, x.items(), y.items(), path, chain);
  }

  private boolean insideMaps(
      Attribute attribute,
      Value.MapValue before,
      Value.MapValue after,
      ValuePath path,
      List<Attribute> chain) {
    if (!comparesParts(attribute)) {
      return false;
    }
    if (attribute.shape() instanceof Shape.ObjectShape object) {
      objects(object.attributes(), before, after, path, chain);
      return true;
    }
    if (attribute.shape() instanceof Shape.MapShape map) {
      entries(map.values(), before.entries(), after.entries(), path, chain);
      return true;
    }
    return false;
  }

  private boolean insideLists(
      Attribute attribute,
      List<Value> before,
      List<Value> after,
      ValuePath path,
      List<Attribute> chain) {
    Attribute items = Comparison.items(attribute);
    if (attribute.equivalence() instanceof Equivalence.KeyedList keyed) {
      Optional<Map<String, Value>> x = KeyedItems.of(before, keyed.key());
      Optional<Map<String, Value>> y = KeyedItems.of(after, keyed.key());
      if (x.isPresent() && y.isPresent()) {
        entries(items, x.get(), y.get(), path, chain);
        return true;
      }
      return false;
    }
    if (!comparesParts(attribute)
        || !(attribute.shape() instanceof Shape.ListShape)
        || before.size() != after.size()) {
      return false;
    }
    for (int i = 0; i < before.size(); i++) {
      Value a = before.get(i);
      Value b = after.get(i);
      Equality equality = comparison.compare(items, a, b);
      if (equality != Equality.EQUAL) {
        descend(items, Optional.of(a), Optional.of(b), equality, path.index(i), chain);
      }
    }
    return true;
  }

  private static boolean comparesParts(Attribute attribute) {
    return attribute.equivalence() == Equivalence.EXACT
        || attribute.equivalence() == Equivalence.IGNORE_CASE
        || attribute.equivalence() == Equivalence.CONNECTOR;
  }
}
