package dev.ashlar.plan.object;

import dev.ashlar.plan.Action;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Reason;
import dev.ashlar.plan.Risk;
import dev.ashlar.plan.question.Answer;
import dev.ashlar.plan.question.PlanFacts;
import dev.ashlar.plan.question.Question;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What only a rollback does with an object. */
public final class Restoring {
  private static final Reason REASON = Reason.of(Reason.Kind.ROLLED_BACK);

  private Restoring() {}

  /**
   * An object that is not recorded any more. One that was let go and is still there is taken over
   * again; else it is made anew, with another identity.
   *
   * @param former as it was recorded
   * @param deleted whether it is known to have been deleted: a stale read must not find it
   */
  public static Decision gone(ObjectInputs in, StateObject former, boolean deleted) {
    Optional<Question> question =
        deleted ? Optional.empty() : Existing.question(in, former.identity());
    if (former.identity().isEmpty() || question.isEmpty()) {
      return Creating.decide(in, REASON);
    }
    Optional<Answer> answer = in.observations().to(question.get());
    if (answer.isEmpty()) {
      return Decision.Asking.of(question.get());
    }
    if (answer.get() instanceof Answer.Looked looked && looked.seen().isPresent()) {
      return Adopting.adopt(in, looked.seen().get());
    }
    Decision made = Creating.decide(in, REASON);
    return answer.get() instanceof Answer.Unanswered none
            && made instanceof Decision.Decided decided
        ? new Decision.Decided(decided.changes(), decided.view(), none.diagnostics())
        : made;
  }

  /**
   * An object that was replaced and waits for its deletion has its place again, as the latest one:
   * that is recorded before anything else is done to it.
   */
  public static Decision.Decided current(
      ObjectInputs in, Recorded deposed, Decision.Decided decided) {
    boolean recorded =
        decided.changes().stream()
            .anyMatch(change -> change.prior().equals(Optional.of(deposed.original().id())));
    if (recorded) {
      return decided;
    }
    List<Change> changes = new ArrayList<>();
    changes.add(
        Changes.recorded(deposed.object(), Action.RECORD, REASON)
            .prior(deposed.original().id())
            .location(Optional.of(in.node().declaration().place().start()))
            .planned(Value.MapValue.EMPTY)
            .lifecycle(in.lifecycle())
            .dependencies(in.dependencies())
            .risk(Risk.SAFE)
            .compensation(Compensations.bookkeeping(Action.RECORD))
            .build());
    changes.addAll(decided.changes());
    return new Decision.Decided(changes, decided.view(), decided.diagnostics());
  }

  /**
   * An object that is as before, though other inputs are recorded of it: a run that changed it was
   * interrupted. The former ones are recorded again.
   */
  public static Decision.Decided recorded(ObjectInputs in, Decision.Decided decided) {
    if (in.recorded().isEmpty() || !decided.changes().isEmpty()) {
      return decided;
    }
    StateObject object = in.recorded().get().original();
    if (same(object.values().declared(), in.declared())) {
      return decided;
    }
    Value.MapValue seen = Actual.asRecorded(in.recorded().get()).properties();
    Change record =
        Changes.declared(in, in.recorded().get().id(), Action.RECORD, REASON)
            .prior(object.id())
            .identity(object.identity())
            .planned(
                Proposal.existing(
                        in.schema(),
                        in.declared(),
                        object.values().effective(),
                        seen,
                        in.node().declaration().lifecycle().ignoreChanges())
                    .planned())
            .outputs(object.values().outputs())
            .risk(Risk.SAFE)
            .compensation(Compensations.bookkeeping(Action.RECORD))
            .build();
    return new Decision.Decided(List.of(record), decided.view(), decided.diagnostics());
  }

  /** Of secrets that are withheld nothing is known; what shows of them was compared already. */
  private static boolean same(Value recorded, Value wanted) {
    if (recorded instanceof Value.SecretValue && wanted instanceof Value.SecretValue) {
      return !recorded.isKnown() || !wanted.isKnown() || recorded.equals(wanted);
    }
    if (recorded instanceof Value.MapValue one && wanted instanceof Value.MapValue other) {
      return one.entries().keySet().equals(other.entries().keySet())
          && one.entries().keySet().stream().allMatch(key -> same(one.get(key), other.get(key)));
    }
    return recorded.equals(wanted) || recorded.hasSecret() && wanted.hasSecret();
  }

  /** An object that was not there before: deleted, or let go where it had been taken over. */
  public static Change removal(PlanFacts facts, StateObject object, boolean gone) {
    if (gone) {
      return Removing.forgetting(object, Reason.of(Reason.Kind.MISSING));
    }
    return object.adopted()
        ? Removing.forgetting(object, REASON)
        : Removing.deletion(facts, object, REASON);
  }
}
