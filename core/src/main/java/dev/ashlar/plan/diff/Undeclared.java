package dev.ashlar.plan.diff;

import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.Equivalence;
import dev.ashlar.schema.OnUnset;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.Shape;
import dev.ashlar.schema.definition.Definitions;
import dev.ashlar.schema.equivalence.Equality;
import dev.ashlar.schema.equivalence.Equivalences;
import dev.ashlar.schema.equivalence.KeyedItems;
import dev.ashlar.schema.equivalence.Scope;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds what was declared last, is not declared any more, and is still there: at any depth, and
 * inside the items of lists and maps as well. Which items belong together is said by the rule that
 * compares the list. What the cloud has of its own was never declared, so it is left alone.
 */
final class Undeclared {
  private final ResourceSchema schema;
  private final Definitions definitions;

  Undeclared(ResourceSchema schema) {
    this.schema = schema;
    this.definitions = Definitions.of(schema);
  }

  List<Unset> properties(Value.MapValue former, Value.MapValue wanted, Value.MapValue actual) {
    List<Unset> found = new ArrayList<>();
    object(schema.properties(), former, wanted, actual, ValuePath.ROOT, found);
    return found;
  }

  private void object(
      Map<String, Attribute> attributes,
      Value.MapValue former,
      Value.MapValue wanted,
      Value.MapValue actual,
      ValuePath path,
      List<Unset> found) {
    for (Map.Entry<String, Value> entry : former.entries().entrySet()) {
      Attribute declared = attributes.get(entry.getKey());
      Value there = actual.get(entry.getKey());
      if (declared == null || !isSet(declared, entry.getValue()) || !isSet(declared, there)) {
        continue;
      }
      ValuePath here = path.key(entry.getKey());
      Value now = wanted.entries().get(entry.getKey());
      if (now != null) {
        inside(declared, entry.getValue(), now, there, here, found);
        continue;
      }
      Attribute attribute = definitions.effective(declared);
      if (attribute.onUnset() != OnUnset.KEEP) {
        found.add(new Unset(here, there, Value.NULL, attribute));
      }
    }
  }

  private static boolean isSet(Attribute attribute, Value value) {
    return attribute.nullable() || !(value instanceof Value.NullValue);
  }

  /** What is compared as one text has no parts. Of a secret not even where it changes is told. */
  private void inside(
      Attribute declared,
      Value former,
      Value wanted,
      Value there,
      ValuePath path,
      List<Unset> found) {
    if (former.equals(wanted)) {
      return;
    }
    Attribute attribute = definitions.effective(declared);
    if (attribute.equivalence() == Equivalence.JSON
        || attribute.equivalence() == Equivalence.POLICY_DOCUMENT) {
      return;
    }
    if (!(there instanceof Value.SecretValue)) {
      parts(attribute, opened(former), opened(wanted), there, path, found);
      return;
    }
    List<Unset> inner = new ArrayList<>();
    parts(attribute, opened(former), opened(wanted), opened(there), path, inner);
    if (!inner.isEmpty()) {
      found.add(Unset.whole(path, there, wanted, attribute, inner));
    }
  }

  private void parts(
      Attribute attribute,
      Value former,
      Value wanted,
      Value there,
      ValuePath path,
      List<Unset> found) {
    if (former instanceof Value.MapValue before
        && wanted instanceof Value.MapValue now
        && there instanceof Value.MapValue actual) {
      if (attribute.shape() instanceof Shape.ObjectShape object) {
        object(object.attributes(), before, now, actual, path, found);
      } else if (attribute.shape() instanceof Shape.MapShape map) {
        byKey(map.values(), before.entries(), now.entries(), actual.entries(), path, found);
      }
    } else if (attribute.shape() instanceof Shape.ListShape list
        && former instanceof Value.ListValue before
        && wanted instanceof Value.ListValue now
        && there instanceof Value.ListValue actual) {
      items(attribute, list.items(), before, now, actual, path, found);
    }
  }

  private void byKey(
      Attribute values,
      Map<String, Value> former,
      Map<String, Value> wanted,
      Map<String, Value> actual,
      ValuePath path,
      List<Unset> found) {
    former.forEach(
        (key, before) -> {
          Value now = wanted.get(key);
          Value there = actual.get(key);
          if (now != null && there != null) {
            inside(values, before, now, there, path.key(key), found);
          }
        });
  }

  private void items(
      Attribute attribute,
      Attribute items,
      Value.ListValue former,
      Value.ListValue wanted,
      Value.ListValue actual,
      ValuePath path,
      List<Unset> found) {
    if (attribute.equivalence() instanceof Equivalence.KeyedList keyed) {
      Optional<Map<String, Value>> before = KeyedItems.of(former.items(), keyed.key());
      Optional<Map<String, Value>> now = KeyedItems.of(wanted.items(), keyed.key());
      Optional<Map<String, Value>> there = KeyedItems.of(actual.items(), keyed.key());
      if (before.isPresent() && now.isPresent() && there.isPresent()) {
        byKey(items, before.get(), now.get(), there.get(), path, found);
        return;
      }
    }
    if (attribute.equivalence() == Equivalence.SET
        || attribute.equivalence() instanceof Equivalence.KeyedList) {
      List<Unset> lost = lost(items, former, wanted, actual, path);
      if (!lost.isEmpty()) {
        found.add(Unset.whole(path, actual, wanted, attribute, lost));
      }
      return;
    }
    boolean alike =
        former.items().size() == wanted.items().size()
            && former.items().size() == actual.items().size();
    for (int i = 0; alike && i < former.items().size(); i++) {
      inside(
          items,
          former.items().get(i),
          wanted.items().get(i),
          actual.items().get(i),
          path.index(i),
          found);
    }
  }

  /**
   * What items of a set have lost. An item that is declared otherwise than before is one of which a
   * part was left out, if a former one has all that it says, and an actual one all that that said.
   */
  private List<Unset> lost(
      Attribute items,
      Value.ListValue former,
      Value.ListValue wanted,
      Value.ListValue actual,
      ValuePath path) {
    List<Unset> lost = new ArrayList<>();
    for (Value now : wanted.items()) {
      if (former.items().contains(now) || actual.items().contains(now)) {
        continue;
      }
      for (Value before : former.items()) {
        if (!wanted.items().contains(before) && has(items, now, before)) {
          actual.items().stream()
              .filter(there -> has(items, before, there))
              .findFirst()
              .ifPresent(there -> inside(items, before, now, there, path, lost));
        }
      }
    }
    return lost;
  }

  /** Whether one item has all that another says. */
  private boolean has(Attribute items, Value says, Value item) {
    return Equivalences.compare(schema, items, says, item, Scope.DECLARED) == Equality.EQUAL;
  }

  private static Value opened(Value value) {
    return value instanceof Value.SecretValue secret ? secret.content() : value;
  }
}
