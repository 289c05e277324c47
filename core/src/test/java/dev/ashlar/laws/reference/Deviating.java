package dev.ashlar.laws.reference;

import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.Equivalence;
import dev.ashlar.schema.Immutability;
import dev.ashlar.schema.OnUnset;
import dev.ashlar.schema.Operation;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.Shape;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Where an object is not as wanted. */
final class Deviating {
  /**
   * A place.
   *
   * @param path which
   * @param certain whether it differs whatever is unknown
   * @param replaces whether it takes a new object
   */
  record Place(ValuePath path, boolean certain, boolean replaces) {}

  private final List<Place> places = new ArrayList<>();
  private final boolean updates;

  private Deviating(ResourceSchema schema) {
    updates = schema.operations().contains(Operation.UPDATE);
  }

  /**
   * All places.
   *
   * @param wanted what is declared, completed
   * @param former what was declared when it was applied last
   * @param applied the same, completed
   * @param there what the cloud shows
   */
  static List<Place> of(
      ResourceSchema schema,
      Value.MapValue wanted,
      Value.MapValue former,
      Value.MapValue applied,
      Value.MapValue there) {
    Deviating deviating = new Deviating(schema);
    for (Attribute attribute : schema.properties().values()) {
      String name = attribute.name();
      ValuePath path = ValuePath.of(name);
      if (attribute.writeOnly()) {
        if (!wanted.get(name).equals(applied.get(name))) {
          deviating.add(path, true, attribute.immutability());
        }
      } else {
        int before = deviating.places.size();
        deviating.part(attribute, path, wanted, former, there, Immutability.NO);
        if (attribute.sensitive()) {
          asWhole(path, deviating.places.subList(before, deviating.places.size()));
        }
      }
    }
    return deviating.places;
  }

  /** What is secret differs as a whole: not even where must be told. */
  private static void asWhole(ValuePath path, List<Place> inside) {
    if (!inside.isEmpty()) {
      Place whole =
          new Place(
              path,
              inside.stream().anyMatch(Place::certain),
              inside.stream().anyMatch(Place::replaces));
      inside.clear();
      inside.add(whole);
    }
  }

  private void add(ValuePath path, boolean certain, Immutability immutability) {
    boolean replaces =
        !updates || immutability == Immutability.YES || immutability == Immutability.CONDITIONAL;
    places.add(new Place(path, certain, replaces));
  }

  /** A part of an object: what is not declared counts only if it was. */
  private void part(
      Attribute attribute,
      ValuePath path,
      Value.MapValue wanted,
      Value.MapValue former,
      Value.MapValue there,
      Immutability outside) {
    String name = attribute.name();
    Immutability immutability = stricter(outside, attribute.immutability());
    if (wanted.entries().containsKey(name)) {
      value(attribute, path, wanted.get(name), former.get(name), there.get(name), immutability);
    } else if (former.entries().containsKey(name)
        && there.entries().containsKey(name)
        && attribute.onUnset() != OnUnset.KEEP) {
      add(path, true, attribute.onUnset() == OnUnset.REPLACE ? Immutability.YES : immutability);
    }
  }

  private void value(
      Attribute attribute,
      ValuePath path,
      Value wanted,
      Value former,
      Value there,
      Immutability immutability) {
    Sameness same = Sameness.of(attribute, wanted, there);
    if (attribute.shape() instanceof Shape.ObjectShape object
        && wanted instanceof Value.MapValue a
        && there instanceof Value.MapValue b) {
      Value.MapValue was = former instanceof Value.MapValue map ? map : Value.MapValue.EMPTY;
      object
          .attributes()
          .forEach((name, part) -> part(part, path.key(name), a, was, b, immutability));
    } else if (attribute.shape() instanceof Shape.MapShape
        && wanted instanceof Value.MapValue a
        && there instanceof Value.MapValue b) {
      Map<String, Value> was = former instanceof Value.MapValue map ? map.entries() : Map.of();
      entries(attribute, path, a.entries(), was, b.entries(), immutability);
    } else if (attribute.equivalence() instanceof Equivalence.KeyedList keyed
        && wanted instanceof Value.ListValue a
        && there instanceof Value.ListValue b) {
      entries(
          Sameness.items(attribute),
          path,
          Sameness.byKey(a, keyed.key()),
          former instanceof Value.ListValue was ? Sameness.byKey(was, keyed.key()) : Map.of(),
          Sameness.byKey(b, keyed.key()),
          immutability);
    } else if (attribute.equivalence() == Equivalence.EXACT
        && wanted instanceof Value.ListValue a
        && there instanceof Value.ListValue b
        && a.items().size() == b.items().size()) {
      for (int i = 0; i < a.items().size(); i++) {
        value(
            Sameness.items(attribute),
            path.index(i),
            a.items().get(i),
            former instanceof Value.ListValue was && was.items().size() == a.items().size()
                ? was.items().get(i)
                : Value.NULL,
            b.items().get(i),
            immutability);
      }
    } else if (same != Sameness.SAME) {
      add(path, same == Sameness.DIFFERENT, immutability);
    }
  }

  /** Entries by name: one that is wanted and not there, or there and not wanted, is a place. */
  private void entries(
      Attribute holder,
      ValuePath path,
      Map<String, Value> wanted,
      Map<String, Value> former,
      Map<String, Value> there,
      Immutability immutability) {
    Map<String, Value> all = new TreeMap<>(wanted);
    there.forEach(all::putIfAbsent);
    for (String key : all.keySet()) {
      Value a = wanted.getOrDefault(key, Value.NULL);
      Value b = there.getOrDefault(key, Value.NULL);
      Attribute inside =
          holder.shape() instanceof Shape.MapShape ? Sameness.part(holder, key) : holder;
      if (a.equals(b)) {
        continue;
      }
      if (a.equals(Value.NULL) || b.equals(Value.NULL)) {
        add(path.key(key), !(a instanceof Value.UnknownValue), immutability);
      } else {
        value(inside, path.key(key), a, former.getOrDefault(key, Value.NULL), b, immutability);
      }
    }
  }

  private static Immutability stricter(Immutability outside, Immutability own) {
    List<Immutability> order =
        List.of(Immutability.NO, Immutability.UNKNOWN, Immutability.CONDITIONAL, Immutability.YES);
    return order.indexOf(own) > order.indexOf(outside) ? own : outside;
  }
}
