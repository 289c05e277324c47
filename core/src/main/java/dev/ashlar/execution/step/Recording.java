package dev.ashlar.execution.step;

import dev.ashlar.plan.Action;
import dev.ashlar.plan.AttributeChange;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.diff.Patch;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.state.JournalEntry;
import dev.ashlar.state.StateObject;
import dev.ashlar.state.StateObject.Values;
import dev.ashlar.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Changes that call nothing: another address, another life cycle, no record any more. */
final class Recording {
  private Recording() {}

  /** The object is not recorded any more, and stays in the cloud. */
  static Ending forget(Change change, StateObject before) {
    return Ending.done(change.action(), new JournalEntry.Remove(before.id()));
  }

  /** The object has another address, or other records, from now on. */
  static Ending rewrite(
      Change change,
      StateObject before,
      Optional<ResourceSchema> schema,
      Function<Value, String> fingerprint) {
    List<JournalEntry.Effect> effects = new ArrayList<>();
    if (!before.id().equals(change.object())) {
      effects.add(new JournalEntry.Remove(before.id()));
    }
    effects.add(new JournalEntry.Put(rewritten(change, before, schema, fingerprint)));
    return new Ending(true, change.action(), effects, List.of(), before.identity());
  }

  private static StateObject rewritten(
      Change change,
      StateObject before,
      Optional<ResourceSchema> schema,
      Function<Value, String> fingerprint) {
    boolean sameValues = change.planned().entries().isEmpty() || schema.isEmpty();
    if (sameValues || change.action() == Action.MOVE) {
      return new StateObject(
          change.object(),
          /* deposed= */ false,
          before.type(),
          change.home(),
          before.schema(),
          before.status(),
          before.identity(),
          before.values(),
          before.fingerprints(),
          before.opaque(),
          change.dependencies(),
          change.lifecycle(),
          change.canvas(),
          before.adopted());
    }
    Portrait portrait = Portrait.of(change, schema.get(), Optional.of(before), fingerprint);
    Value.MapValue outputs =
        change.outputs().entries().isEmpty() || !change.outputs().isKnown()
            ? before.values().outputs()
            : change.outputs();
    return portrait.object(
        before.status(),
        before.identity(),
        new Values(
            portrait.declared(),
            portrait.effective(),
            observed(change, before, portrait.effective()),
            outputs),
        change.opaque().size() > 0 ? change.opaque() : before.opaque());
  }

  /** Drift that is accepted was seen: else the records would hold what is there no more. */
  private static Value.MapValue observed(
      Change change, StateObject before, Value.MapValue effective) {
    Value.MapValue observed = before.values().observed();
    for (AttributeChange accepted : change.attributes()) {
      String head = accepted.path().head();
      if (!effective.entries().containsKey(head)) {
        continue;
      }
      Value.MapValue patched = Patch.set(observed, accepted.path(), accepted.after());
      observed = patched.equals(observed) ? observed.with(head, effective.get(head)) : patched;
    }
    return observed;
  }
}
