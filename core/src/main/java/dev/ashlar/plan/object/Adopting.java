package dev.ashlar.plan.object;

import dev.ashlar.blueprint.Lifecycle;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.plan.Action;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Reason;
import dev.ashlar.plan.Risk;
import dev.ashlar.plan.diff.Confidential;
import dev.ashlar.plan.naming.OwnershipMark;
import dev.ashlar.plan.problem.PlanProblems;
import dev.ashlar.plan.question.Answer;
import dev.ashlar.plan.question.Question;
import dev.ashlar.schema.equivalence.Differences;
import dev.ashlar.schema.equivalence.Scope;
import dev.ashlar.state.ObjectId;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Bytes;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** An object that nobody recorded is taken over, where it exists; then it is like any other. */
final class Adopting {
  private Adopting() {}

  /** Whether an object is to be looked for before one is made. */
  static boolean wanted(ObjectInputs in) {
    return in.wish().adopt().isPresent() || in.lifecycle().ownership() == Lifecycle.Ownership.ADOPT;
  }

  static Decision decide(ObjectInputs in) {
    Optional<Question> question = Existing.question(in, in.wish().adopt());
    if (question.isEmpty()) {
      return Creating.decide(in, Reason.of(Reason.Kind.DECLARED));
    }
    Optional<Answer> answer = in.observations().to(question.get());
    if (answer.isEmpty()) {
      return Decision.Asking.of(question.get());
    }
    if (answer.get() instanceof Answer.Looked looked && looked.seen().isPresent()) {
      return warned(in, looked.seen().get());
    }
    Decision made = Creating.decide(in, Reason.of(Reason.Kind.DECLARED));
    List<Diagnostic> problems = problems(in, answer.get());
    return problems.isEmpty() || !(made instanceof Decision.Decided decided)
        ? made
        : new Decision.Decided(decided.changes(), decided.view(), problems);
  }

  private static List<Diagnostic> problems(ObjectInputs in, Answer answer) {
    if (answer instanceof Answer.Unanswered none) {
      return none.diagnostics();
    }
    return in.wish()
        .adopt()
        .map(
            identity ->
                List.of(
                    Locating.problem(
                        in,
                        PlanProblems.ADOPTED_ABSENT,
                        "\""
                            + in.address()
                            + "\" was to take over the "
                            + in.schema().type()
                            + " \""
                            + identity
                            + "\", and there is none of this identifier.")))
        .orElse(List.of());
  }

  static Decision adopt(ObjectInputs in, Answer.Seen seen) {
    StateObject object = object(in, seen);
    Change adopt =
        Changes.declared(in, object.id(), Action.ADOPT, Reason.of(Reason.Kind.ADOPTED))
            .identity(object.identity())
            .planned(object.values().effective())
            .outputs(object.values().outputs())
            .risk(Risk.SAFE)
            .compensation(Compensations.bookkeeping(Action.FORGET))
            .build();
    Actual actual =
        new Actual(Recorded.at(object), object.values().observed(), object.values().outputs());
    Decision rest = Comparing.decide(in.next(), actual);
    if (!(rest instanceof Decision.Decided decided)) {
      return rest;
    }
    List<Change> changes = new ArrayList<>();
    changes.add(adopt);
    changes.addAll(decided.changes());
    return new Decision.Decided(changes, decided.view(), decided.diagnostics());
  }

  private static Decision warned(ObjectInputs in, Answer.Seen seen) {
    Optional<Diagnostic> marked = marked(in, seen);
    Decision adopted = adopt(in, seen);
    if (marked.isEmpty() || !(adopted instanceof Decision.Decided decided)) {
      return adopted;
    }
    List<Diagnostic> diagnostics = new ArrayList<>(decided.diagnostics());
    diagnostics.add(marked.get());
    return new Decision.Decided(decided.changes(), decided.view(), diagnostics);
  }

  /** That somebody else's engine made the object, and may still take it for its own. */
  private static Optional<Diagnostic> marked(ObjectInputs in, Answer.Seen seen) {
    return OwnershipMark.foreign(in.schema(), seen.properties(), in.lineage(), in.address())
        .map(
            mark ->
                Locating.problem(
                    in,
                    PlanProblems.ADOPTED_MARKED,
                    "\""
                        + in.address()
                        + "\" is to take over the "
                        + in.schema().type()
                        + " \""
                        + seen.identity()
                        + "\", and that carries the tag "
                        + OwnershipMark.TAG
                        + " = "
                        + mark
                        + ": another environment made it, or this one at another address. Where it"
                        + " is still recorded, let it go there first, or move it from there."));
  }

  /** As if it had been made with what it has of all that is declared. */
  private static StateObject object(ObjectInputs in, Answer.Seen seen) {
    Value.MapValue observed = Confidential.properties(in.schema(), seen.properties());
    Value.MapValue outputs = Confidential.outputs(in.schema(), seen.outputs());
    Value.MapValue wanted =
        Proposal.existing(in.schema(), in.declared(), Value.MapValue.EMPTY, observed, List.of())
            .wanted();
    return new StateObject(
        new ObjectId(in.address(), in.incarnation()),
        false,
        in.schema().type(),
        in.whereabouts().home(),
        in.stamp(),
        StateObject.Status.READY,
        Optional.of(seen.identity()),
        new StateObject.Values(in.declared(), taken(in, wanted, observed), observed, outputs),
        new TreeMap<>(),
        Bytes.EMPTY,
        in.dependencies(),
        in.lifecycle(),
        in.node().declaration().canvas());
  }

  /** The wanted values, and where the object has others, those. */
  private static Value.MapValue taken(
      ObjectInputs in, Value.MapValue wanted, Value.MapValue observed) {
    TreeSet<String> differing = new TreeSet<>();
    Differences.properties(
            in.schema(), wanted, OwnershipMark.strip(in.schema(), observed), Scope.DECLARED)
        .forEach(difference -> differing.add(difference.path().head()));
    Value.MapValue taken = wanted;
    for (String name : differing) {
      Value has = ValuePath.of(name).in(observed);
      taken = has instanceof Value.NullValue ? taken.without(name) : taken.with(name, has);
    }
    return taken;
  }
}
