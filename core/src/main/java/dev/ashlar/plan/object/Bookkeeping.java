package dev.ashlar.plan.object;

import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.plan.Action;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Reason;
import dev.ashlar.plan.Risk;
import dev.ashlar.plan.view.ObjectView;
import dev.ashlar.state.StateObject;
import java.util.List;
import java.util.Optional;

/** Nothing is called: the object stays as it is, and at most what is recorded of it changes. */
final class Bookkeeping {
  private Bookkeeping() {}

  static Decision decide(ObjectInputs in, Actual actual, List<Diagnostic> diagnostics) {
    List<Change> changes = moved(in, actual);
    if (changes.isEmpty() && recordDiffers(in, actual.object())) {
      changes =
          List.of(change(in, actual, Action.RECORD, Reason.of(Reason.Kind.LIFECYCLE_CHANGED)));
    }
    return new Decision.Decided(
        changes, ObjectView.seen(actual.object().identity(), actual.values()), diagnostics);
  }

  /** The move of an object that has another address now. */
  static List<Change> moved(ObjectInputs in, Actual actual) {
    return actual
        .recorded()
        .from()
        .map(
            from ->
                List.of(
                    change(
                            in,
                            actual,
                            Action.MOVE,
                            new Reason(Reason.Kind.MOVED, List.of(), List.of(from.toString())))
                        .toBuilder()
                        .from(from)
                        .build()))
        .orElse(List.of());
  }

  private static Change change(ObjectInputs in, Actual actual, Action action, Reason reason) {
    StateObject object = actual.object();
    return Changes.recorded(object, action, reason)
        .prior(actual.recorded().original().id())
        .location(Optional.of(in.node().declaration().place().start()))
        .canvas(in.node().declaration().canvas())
        .home(in.whereabouts().home().scope().isKnown() ? in.whereabouts().home() : object.home())
        .lifecycle(in.lifecycle())
        .dependencies(in.dependencies())
        .risk(Risk.SAFE)
        .compensation(Compensations.bookkeeping(action))
        .build();
  }

  /** Whether something is recorded that is no value. */
  private static boolean recordDiffers(ObjectInputs in, StateObject object) {
    return !object.lifecycle().equals(in.lifecycle())
        || !object.dependencies().equals(in.dependencies())
        || !object.canvas().equals(in.node().declaration().canvas())
        || !object.home().configuration().equals(in.whereabouts().home().configuration());
  }
}
