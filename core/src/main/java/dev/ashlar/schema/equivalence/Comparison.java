package dev.ashlar.schema.equivalence;

import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.Equivalence;
import dev.ashlar.schema.Shape;
import dev.ashlar.schema.definition.Definitions;
import dev.ashlar.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Compares two values of an attribute, each part by the rule that the schema has for it. */
final class Comparison {
  private static final PlainComparison PLAIN = new PlainComparison(false);
  private static final PlainComparison SETS = new PlainComparison(true);

  private final Definitions definitions;
  private final Scope scope;

  Comparison(Definitions definitions, Scope scope) {
    this.definitions = definitions;
    this.scope = scope;
  }

  Definitions definitions() {
    return definitions;
  }

  /** Compares values that are there; null counts as a value. */
  Equality compare(Attribute declared, Value first, Value second) {
    Attribute attribute = definitions.effective(declared);
    Value a = Secrets.opened(first);
    Value b = Secrets.opened(second);
    if (a.equals(b) && a.isKnown()) {
      return Equality.EQUAL;
    }
    if (a instanceof Value.UnknownValue || b instanceof Value.UnknownValue) {
      return Equality.UNKNOWN;
    }
    if (attribute.equivalence() instanceof Equivalence.KeyedList keyed
        && a instanceof Value.ListValue x
        && b instanceof Value.ListValue y) {
      return keyed(attribute, keyed.key(), x.items(), y.items());
    }
    if (!(attribute.equivalence() instanceof Equivalence.Rule rule)) {
      return byShape(attribute, a, b);
    }
    return switch (rule) {
      case EXACT, CONNECTOR -> byShape(attribute, a, b);
      case IGNORE_CASE ->
          a instanceof Value.TextValue x && b instanceof Value.TextValue y
              ? Equality.of(x.text().equalsIgnoreCase(y.text()))
              : byShape(attribute, a, b);
      case JSON -> PLAIN.compare(JsonText.meant(a), JsonText.meant(b));
      case POLICY_DOCUMENT ->
          SETS.compare(PolicyDocument.normalised(a), PolicyDocument.normalised(b));
      case SET ->
          a instanceof Value.ListValue x && b instanceof Value.ListValue y
              ? SetComparison.compare(
                  x.items(), y.items(), (one, other) -> compare(items(attribute), one, other))
              : byShape(attribute, a, b);
    };
  }

  /** Compares two parts of an object or map, either of which may be absent. */
  Equality compare(Attribute attribute, Optional<Value> first, Optional<Value> second) {
    if (ignores(attribute, first)) {
      return Equality.EQUAL;
    }
    if (attribute.nullable() && first.isPresent() != second.isPresent()) {
      return Equality.DIFFERENT;
    }
    return compare(attribute, first.orElse(Value.NULL), second.orElse(Value.NULL));
  }

  /** Whether a part of an object is none of this comparison's business. */
  boolean ignores(Attribute attribute, Optional<Value> first) {
    return scope == Scope.DECLARED
        && (attribute.writeOnly() || first.filter(value -> isSet(attribute, value)).isEmpty());
  }

  private static boolean isSet(Attribute attribute, Value value) {
    return attribute.nullable() || !(value instanceof Value.NullValue);
  }

  static Optional<Value> part(Value.MapValue whole, String name) {
    return Optional.ofNullable(whole.entries().get(name));
  }

  /** What is known of the items of a list. */
  static Attribute items(Attribute attribute) {
    return attribute.shape() instanceof Shape.ListShape list
        ? list.items()
        : Attribute.of("item", Shape.Primitive.ANY);
  }

  private Equality byShape(Attribute attribute, Value a, Value b) {
    if (attribute.shape() instanceof Shape.ObjectShape object
        && a instanceof Value.MapValue x
        && b instanceof Value.MapValue y) {
      return objects(object.attributes(), x, y);
    }
    if (attribute.shape() instanceof Shape.MapShape map
        && a instanceof Value.MapValue x
        && b instanceof Value.MapValue y) {
      return maps(map.values(), x, y);
    }
    if (attribute.shape() instanceof Shape.ListShape list
        && a instanceof Value.ListValue x
        && b instanceof Value.ListValue y) {
      return lists(list.items(), x.items(), y.items());
    }
    return PLAIN.compare(a, b);
  }

  Equality objects(Map<String, Attribute> attributes, Value.MapValue a, Value.MapValue b) {
    Equality all = Equality.EQUAL;
    for (Map.Entry<String, Attribute> attribute : attributes.entrySet()) {
      String name = attribute.getKey();
      all = all.and(compare(attribute.getValue(), part(a, name), part(b, name)));
    }
    // What the schema does not know is compared all the same: better a difference than none.
    for (String name : keys(a, b)) {
      if (!attributes.containsKey(name)) {
        all = all.and(compare(unknownTo(name), part(a, name), part(b, name)));
      }
    }
    return all;
  }

  /** An attribute that the schema does not have. */
  static Attribute unknownTo(String name) {
    return Attribute.of(name, Shape.Primitive.ANY);
  }

  static Set<String> keys(Value.MapValue a, Value.MapValue b) {
    Set<String> keys = new TreeSet<>(a.entries().keySet());
    keys.addAll(b.entries().keySet());
    return keys;
  }

  private Equality maps(Attribute values, Value.MapValue a, Value.MapValue b) {
    Equality all = Equality.EQUAL;
    for (String key : keys(a, b)) {
      all = all.and(entries(values, part(a, key), part(b, key)));
    }
    return all;
  }

  /** A map belongs to whoever declares it: an entry that he leaves out is not to be there. */
  Equality entries(Attribute values, Optional<Value> a, Optional<Value> b) {
    if (values.nullable() && a.isPresent() != b.isPresent()) {
      return Equality.DIFFERENT;
    }
    return compare(values, a.orElse(Value.NULL), b.orElse(Value.NULL));
  }

  private Equality lists(Attribute items, List<Value> a, List<Value> b) {
    if (a.size() != b.size()) {
      return Equality.DIFFERENT;
    }
    Equality all = Equality.EQUAL;
    for (int i = 0; i < a.size() && all != Equality.DIFFERENT; i++) {
      all = all.and(compare(items, a.get(i), b.get(i)));
    }
    return all;
  }

  private Equality keyed(Attribute attribute, String key, List<Value> a, List<Value> b) {
    Optional<Map<String, Value>> x = KeyedItems.of(a, key);
    Optional<Map<String, Value>> y = KeyedItems.of(b, key);
    Attribute items = items(attribute);
    if (x.isEmpty() || y.isEmpty()) {
      return SetComparison.compare(a, b, (one, other) -> compare(items, one, other));
    }
    if (!x.get().keySet().equals(y.get().keySet())) {
      return Equality.DIFFERENT;
    }
    Equality all = Equality.EQUAL;
    for (Map.Entry<String, Value> item : x.get().entrySet()) {
      Value other = y.get().get(item.getKey());
      all = all.and(compare(items, item.getValue(), other == null ? Value.NULL : other));
    }
    return all;
  }
}
