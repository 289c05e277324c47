package dev.ashlar.plan.diff;

import dev.ashlar.schema.Operation;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.equivalence.Difference;
import dev.ashlar.schema.equivalence.Differences;
import dev.ashlar.schema.equivalence.Scope;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Where an object is not as wanted: three-way, so that the user's own changes are told from the
 * cloud's. Compares what the user declares and no more, modulo equivalence.
 */
public final class Deviations {
  private final ResourceSchema schema;
  private final StateObject object;
  private final Value.MapValue applied;
  private final Value.MapValue actual;
  private final Function<Value, String> fingerprint;

  /**
   * Compares with an object.
   *
   * @param object as recorded
   * @param applied what was applied last, the mark of ownership taken off
   * @param actual what it has, the mark of ownership taken off
   * @param fingerprint the fingerprint of a known value
   */
  public Deviations(
      ResourceSchema schema,
      StateObject object,
      Value.MapValue applied,
      Value.MapValue actual,
      Function<Value, String> fingerprint) {
    this.schema = schema;
    this.object = object;
    this.applied = applied;
    this.actual = actual;
    this.fingerprint = fingerprint;
  }

  /**
   * All deviations, in the order of their paths.
   *
   * @param wanted what is declared, completed, the mark of ownership taken off
   * @param unsets what is not declared any more
   */
  public List<Deviation> from(Value.MapValue wanted, List<Unset> unsets) {
    List<ValuePath> changes = changedSinceApplied(wanted);
    List<Deviation> all = new ArrayList<>();
    for (Difference difference : Differences.properties(schema, wanted, actual, Scope.DECLARED)) {
      if (!unreadable(difference, changes)) {
        all.add(deviation(difference, changes));
      }
    }
    unsets.forEach(unset -> merge(all, deviation(unset)));
    writeOnly(wanted, all);
    all.sort(Comparator.comparing(Deviation::path));
    return schema.operations().contains(Operation.UPDATE)
        ? all
        : all.stream().map(each -> each.with(Deviation.Effect.REPLACE)).toList();
  }

  /** A secret may differ as a whole, and have lost a part besides: that is one place. */
  private static void merge(List<Deviation> all, Deviation unset) {
    for (int i = 0; i < all.size(); i++) {
      Deviation there = all.get(i);
      if (there.path().equals(unset.path())) {
        boolean stricter = unset.effect().compareTo(there.effect()) > 0;
        all.set(i, stricter ? unset : there);
        return;
      }
    }
    all.add(unset);
  }

  /** The places where the user wants something else than last time. */
  private List<ValuePath> changedSinceApplied(Value.MapValue wanted) {
    return Differences.properties(schema, wanted, applied, Scope.DECLARED).stream()
        .map(Difference::path)
        .toList();
  }

  /** Whether the cloud does not show what it has, and the user still wants the same as before. */
  private static boolean unreadable(Difference difference, List<ValuePath> changes) {
    return difference.before().isKnown()
        && !difference.after().isKnown()
        && !touches(changes, difference.path());
  }

  private static boolean touches(List<ValuePath> paths, ValuePath path) {
    return paths.stream().anyMatch(other -> other.contains(path) || path.contains(other));
  }

  private static Deviation deviation(Difference difference, List<ValuePath> changes) {
    return new Deviation(
        difference.path(),
        /* before= */ difference.after(),
        /* after= */ difference.before(),
        Deviation.certain(difference.equality()),
        difference.sensitive(),
        touches(changes, difference.path()) ? Deviation.Cause.CHANGED : Deviation.Cause.DRIFTED,
        Deviation.effect(difference.immutability()));
  }

  private Deviation deviation(Unset unset) {
    return new Deviation(
        unset.path(),
        unset.before(),
        unset.after(),
        true,
        unset.before().hasSecret() || unset.attribute().sensitive(),
        Deviation.Cause.CHANGED,
        unset.replaces()
            ? Deviation.Effect.REPLACE
            : Deviation.effect(
                Immutable.at(schema, unset.path()).or(unset.attribute().immutability())));
  }

  private void writeOnly(Value.MapValue wanted, List<Deviation> all) {
    Value.MapValue former = object.values().declared();
    for (Map.Entry<ValuePath, Value> entry : WriteOnly.in(schema, wanted).entrySet()) {
      String before = object.fingerprints().get(entry.getKey());
      Value after = entry.getValue();
      boolean same = after.isKnown() && fingerprint.apply(after).equals(before);
      if (!same) {
        all.add(hidden(entry.getKey(), before != null, after));
      }
    }
    for (ValuePath path : object.fingerprints().keySet()) {
      boolean gone =
          path.in(wanted) instanceof Value.NullValue
              && !(path.in(former) instanceof Value.NullValue);
      boolean said = all.stream().anyMatch(each -> each.path().equals(path));
      if (gone && !said) {
        all.add(hidden(path, true, Value.NULL));
      }
    }
  }

  private Deviation hidden(ValuePath path, boolean existed, Value after) {
    Value before = existed ? Value.secret(Value.unknown(after.type())) : Value.NULL;
    return new Deviation(
        path,
        before,
        after instanceof Value.NullValue ? after : Value.secret(after),
        after.isKnown(),
        true,
        Deviation.Cause.CHANGED,
        Deviation.effect(Immutable.at(schema, path)));
  }
}
