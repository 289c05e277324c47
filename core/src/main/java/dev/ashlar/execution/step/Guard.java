package dev.ashlar.execution.step;

import dev.ashlar.plan.AttributeChange;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.naming.OwnershipMark;
import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.Equivalence;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.definition.Definitions;
import dev.ashlar.schema.equivalence.Equality;
import dev.ashlar.schema.equivalence.Equivalences;
import dev.ashlar.schema.equivalence.Scope;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares what a change is about to overwrite with what the plan found there. Only properties that
 * the change touches are compared; what cannot be compared (write-only, or not known) guards
 * nothing.
 */
final class Guard {
  private Guard() {}

  /**
   * The touched properties that are neither as they were nor already as they are to be. The mark of
   * ownership is no part of what a plan compares, so it counts for nothing here either.
   */
  static List<ValuePath> conflicts(ResourceSchema schema, Change change, Value.MapValue seen) {
    List<ValuePath> conflicts = new ArrayList<>();
    Value.MapValue observed = OwnershipMark.strip(schema, seen);
    for (AttributeChange touched : change.attributes()) {
      List<Attribute> chain = Definitions.of(schema).chain(schema.properties(), touched.path());
      if (!chain.isEmpty() && chain.stream().noneMatch(Attribute::writeOnly)) {
        Attribute attribute = chain.get(chain.size() - 1);
        Value now = find(observed, touched.path(), chain);
        if (differs(schema, attribute, touched.before(), now)
            && differs(schema, attribute, touched.after(), now)) {
          conflicts.add(touched.path());
        }
      }
    }
    return conflicts;
  }

  private static boolean differs(
      ResourceSchema schema, Attribute attribute, Value planned, Value now) {
    return Equivalences.compare(schema, attribute, planned, now, Scope.DECLARED)
        == Equality.DIFFERENT;
  }

  /** The value at a path; an item of a keyed list is found by its key. */
  private static Value find(Value whole, ValuePath path, List<Attribute> chain) {
    Value at = whole;
    for (int i = 0; i < path.steps().size(); i++) {
      ValuePath.Step step = path.steps().get(i);
      if (at instanceof Value.SecretValue secret) {
        at = secret.content();
      }
      at =
          i > 0
                  && chain.get(i - 1).equivalence() instanceof Equivalence.KeyedList keyed
                  && at instanceof Value.ListValue list
              ? item(list, keyed.key(), step)
              : new ValuePath(List.of(step)).in(at);
    }
    return at;
  }

  /** A key that is a number stands in a path like a position. */
  private static Value item(Value.ListValue list, String keyName, ValuePath.Step step) {
    String key =
        step instanceof ValuePath.Index number
            ? Integer.toString(number.index())
            : ((ValuePath.Key) step).name();
    for (Value item : list.items()) {
      if (item instanceof Value.MapValue map && map.get(keyName).toString().equals(key)) {
        return item;
      }
    }
    return Value.NULL;
  }

  /** Paths of the properties that a change touches. */
  static List<ValuePath> touched(ResourceSchema schema, Change change) {
    return change.attributes().stream()
        .map(AttributeChange::path)
        .filter(path -> schema.properties().containsKey(path.head()))
        .toList();
  }
}
