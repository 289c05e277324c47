package dev.ashlar.plan.object;

import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.plan.Action;
import dev.ashlar.plan.AttributeChange;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Reason;
import dev.ashlar.plan.ReplaceOrder;
import dev.ashlar.plan.Risk;
import dev.ashlar.plan.diff.Deviation;
import dev.ashlar.plan.diff.OutputsAfter;
import dev.ashlar.plan.problem.PlanProblems;
import dev.ashlar.plan.question.Question;
import dev.ashlar.plan.view.ObjectView;
import dev.ashlar.state.ObjectId;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A new object in the place of an old one: two changes, the making and the deletion. */
final class Replacing {
  private Replacing() {}

  /**
   * Why an object is replaced.
   *
   * @param reason the reason
   * @param certain whether it is, whatever the unknown parts turn out to be
   */
  record Cause(Reason reason, boolean certain) {}

  /** Why an object of the declared type is replaced, if it is. */
  static Optional<Cause> cause(ObjectInputs in, Actual actual, Comparing.Outcome outcome) {
    if (in.wish().replace()) {
      return certain(Reason.of(Reason.Kind.REQUESTED));
    }
    if (actual.object().status() == StateObject.Status.TAINTED) {
      return certain(Reason.of(Reason.Kind.TAINTED));
    }
    if (Homes.differ(actual.object().home(), in.whereabouts().home())) {
      return certain(Reason.of(Reason.Kind.PROVIDER_CHANGED));
    }
    if (outcome.any(Deviation.Effect.REPLACE, true)) {
      return certain(
          Reason.of(
              Reason.Kind.IMMUTABLE_CHANGED,
              outcome.deviations().stream()
                  .filter(each -> each.effect() == Deviation.Effect.REPLACE && each.certain())
                  .map(Deviation::path)
                  .toList()));
    }
    if (outcome.any(Deviation.Effect.REPLACE, false)) {
      Reason reason = Reason.of(Reason.Kind.IMMUTABLE_UNKNOWN, outcome.replacing());
      // What it depends on goes first, and cannot while this object is there: no waiting for it.
      return Optional.of(new Cause(reason, in.replacedBelow()));
    }
    return Optional.empty();
  }

  private static Optional<Cause> certain(Reason reason) {
    return Optional.of(new Cause(reason, true));
  }

  /** The replacement of an object by one of the same type. */
  static Decision decide(ObjectInputs in, Actual actual, Comparing.Outcome outcome, Cause cause) {
    Set<ValuePath> replacing = new HashSet<>(outcome.replacing());
    return decide(
        in,
        actual,
        cause,
        new Attributes(in).deviating(outcome.deviations(), replacing),
        cause.certain() ? Set.of() : replacing);
  }

  /** The replacement of an object by one of another type. */
  static Decision another(ObjectInputs in, Actual actual) {
    Reason reason =
        new Reason(Reason.Kind.TYPE_CHANGED, List.of(), List.of(actual.object().type()));
    return decide(in, actual, new Cause(reason, true), List.of(), Set.of());
  }

  private static Decision decide(
      ObjectInputs in,
      Actual actual,
      Cause cause,
      List<AttributeChange> deviating,
      Set<ValuePath> replacePaths) {
    Proposal proposal =
        Proposal.created(in.schema(), in.declared(), in.environment(), in.address());
    Refining refining = new Refining(in);
    Optional<Question> open = refining.open(proposal, Optional.empty());
    if (open.isPresent()) {
      return Decision.Asking.of(open.get());
    }
    Refining.Refined refined = refining.refine(proposal, Optional.empty());
    Value.MapValue planned = refined.proposal().planned();
    Value.MapValue outputs = OutputsAfter.creation(in.schema());
    StateObject old = actual.object();
    Action action = cause.certain() ? Action.REPLACE : Action.REPLACE_IF_CHANGED;
    Change make =
        Changes.declared(in, new ObjectId(in.address(), in.incarnation()), action, cause.reason())
            .order(
                in.lifecycle().createBeforeDestroy()
                    ? ReplaceOrder.CREATE_THEN_DELETE
                    : ReplaceOrder.DELETE_THEN_CREATE)
            .prior(old.id())
            .identity(old.identity())
            .planned(planned)
            .outputs(outputs)
            .opaque(refined.opaque())
            .attributes(deviating.isEmpty() ? new Attributes(in).created(planned) : deviating)
            .replacePaths(replacePaths)
            .risk(Risk.DISRUPTIVE)
            .compensation(Compensations.ofCreate(in.schema()))
            .build();
    List<Change> changes = new ArrayList<>(Bookkeeping.moved(in, actual));
    changes.add(make);
    changes.add(Removing.deletion(in.facts(), old, Reason.of(Reason.Kind.REPLACED)));
    List<Diagnostic> diagnostics = new ArrayList<>(refined.diagnostics());
    diagnostics.addAll(refusals(in, old));
    return new Decision.Decided(
        changes,
        ObjectView.created(in.schema(), Named.unbound(in.schema(), planned), outputs),
        diagnostics);
  }

  private static List<Diagnostic> refusals(ObjectInputs in, StateObject old) {
    List<Diagnostic> refusals = new ArrayList<>();
    if (in.lifecycle().preventDestroy()) {
      refusals.add(
          Locating.problem(
              in,
              PlanProblems.PREVENTED,
              "\""
                  + in.address()
                  + "\" would be replaced, and lifecycle.preventDestroy refuses that. Undo the"
                  + " change that needs a new object, or take preventDestroy away."));
    }
    if (Homes.differ(old.home(), in.whereabouts().home()) && !in.wish().providerChange()) {
      refusals.add(
          Locating.problem(
              in,
              PlanProblems.PROVIDER_CHANGE,
              "\""
                  + in.address()
                  + "\" lives at "
                  + Homes.text(old.home())
                  + " and would be made anew at "
                  + Homes.text(in.whereabouts().home())
                  + ". Allow it with --allow-provider-change '"
                  + in.address()
                  + "', or set the provider's configuration back."));
    }
    return refusals;
  }
}
