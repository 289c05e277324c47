package dev.ashlar.plan.object;

import dev.ashlar.plan.diff.Deviation;
import dev.ashlar.plan.diff.Deviations;
import dev.ashlar.plan.diff.Unset;
import dev.ashlar.plan.naming.OwnershipMark;
import dev.ashlar.plan.question.Question;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An object that is there, of the type that is declared: left alone, changed or replaced. */
final class Comparing {
  private Comparing() {}

  /**
   * How an object deviates.
   *
   * @param refined what it is to be
   * @param deviations where it is not so
   */
  record Outcome(Refining.Refined refined, List<Deviation> deviations) {
    boolean any(Deviation.Effect effect, boolean certain) {
      return deviations.stream()
          .anyMatch(each -> each.effect() == effect && each.certain() == certain);
    }

    List<ValuePath> replacing() {
      return deviations.stream()
          .filter(each -> each.effect() == Deviation.Effect.REPLACE)
          .map(Deviation::path)
          .toList();
    }
  }

  static Decision decide(ObjectInputs in, Actual actual) {
    return Unchanged.holds(in, actual)
        ? Bookkeeping.decide(in, actual, List.of())
        : inFull(in, actual);
  }

  /** Along the schema, attribute by attribute. */
  static Decision inFull(ObjectInputs in, Actual actual) {
    StateObject object = actual.object();
    Proposal proposal = proposal(in, actual);
    Refining refining = new Refining(in);
    Optional<Question> open = refining.open(proposal, Optional.of(object));
    if (open.isPresent()) {
      return Decision.Asking.of(open.get());
    }
    Outcome outcome = outcome(in, actual, refining.refine(proposal, Optional.of(object)));
    Optional<Replacing.Cause> cause = Replacing.cause(in, actual, outcome);
    if (cause.isPresent()) {
      return Replacing.decide(in, actual, outcome, cause.get());
    }
    return outcome.deviations().isEmpty()
        ? Bookkeeping.decide(in, actual, outcome.refined().diagnostics())
        : Updating.decide(in, actual, outcome);
  }

  private static Proposal proposal(ObjectInputs in, Actual actual) {
    return Proposal.existing(
        in.schema(),
        in.declared(),
        actual.object().values().effective(),
        actual.properties(),
        in.node().declaration().lifecycle().ignoreChanges());
  }

  static Outcome outcome(ObjectInputs in, Actual actual, Refining.Refined refined) {
    ResourceSchema schema = in.schema();
    StateObject object = actual.object();
    Value.MapValue unmarked = OwnershipMark.strip(schema, actual.properties());
    Value.MapValue wanted = refined.proposal().wanted();
    List<ValuePath> ignored = in.node().declaration().lifecycle().ignoreChanges();
    List<Unset> unsets =
        Unset.between(schema, object.values().declared(), wanted, unmarked).stream()
            .filter(unset -> ignored.stream().noneMatch(path -> path.contains(unset.path())))
            .toList();
    List<Deviation> deviations =
        new Deviations(
                schema,
                object,
                OwnershipMark.strip(schema, object.values().effective()),
                unmarked,
                in.facts().fingerprint())
            .from(wanted, unsets);
    if (OwnershipMark.isUnbound(schema, object.values().effective())) {
      deviations = new ArrayList<>(deviations);
      deviations.add(mark(schema, unmarked, object.values().effective()));
    }
    return new Outcome(
        refined,
        deviations.stream()
            .filter(each -> !(in.wish().asApplied() && withheld(each)))
            .map(each -> judged(each, refined))
            .toList());
  }

  /** An object that came from another environment still has that one's mark. */
  private static Deviation mark(
      ResourceSchema schema, Value.MapValue unmarked, Value.MapValue effective) {
    ValuePath path = schema.ownershipMark().orElseThrow();
    return new Deviation(
        path,
        path.in(unmarked),
        path.in(effective),
        true,
        false,
        Deviation.Cause.CHANGED,
        Deviation.Effect.UPDATE);
  }

  /** Whether of a value nothing is known but its fingerprint: it is wanted as it is. */
  private static boolean withheld(Deviation deviation) {
    return !deviation.certain()
        && deviation.after() instanceof Value.SecretValue secret
        && secret.content() instanceof Value.UnknownValue;
  }

  /** What a refining connector says decides; without its word, what depends on values replaces. */
  private static Deviation judged(Deviation deviation, Refining.Refined refined) {
    boolean named =
        refined.replace().stream()
            .anyMatch(path -> path.contains(deviation.path()) || deviation.path().contains(path));
    if (named) {
      return deviation.with(Deviation.Effect.REPLACE);
    }
    return deviation.effect() == Deviation.Effect.CONDITIONAL
        ? deviation.with(refined.asked() ? Deviation.Effect.UPDATE : Deviation.Effect.REPLACE)
        : deviation;
  }
}
