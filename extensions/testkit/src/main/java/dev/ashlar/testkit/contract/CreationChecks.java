package dev.ashlar.testkit.contract;

import dev.ashlar.connector.Findable;
import dev.ashlar.connector.Result;
import dev.ashlar.execution.Outcome;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.PlanMode;
import dev.ashlar.testkit.ConnectorRule;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** One creation makes one object, whatever becomes of its answer. */
final class CreationChecks {
  private CreationChecks() {}

  static Stream<Check> all() {
    return Stream.of(
        Check.direct(
            ConnectorRule.CREATES_ONCE,
            "creating again with the same key makes no second object",
            lab ->
                Check.unless(
                    lab.schema().idempotencyHorizon().isPresent(),
                    "the schema declares no idempotency horizon"),
            CreationChecks::once),
        new Check(
            ConnectorRule.RECOVERS,
            "a create whose answer was lost leaves one object",
            CreationChecks::recovers));
  }

  private static <S, O> void once(Lab lab, Made<S, O> made) {
    Made.Reply<Result<O>> again = made.create(made.request().idempotencyKey());
    String second =
        again
            .answer()
            .flatMap(Result::id)
            .orElseThrow(() -> twice(lab, "it was refused: " + again.told()));
    if (!second.equals(made.id())) {
      throw twice(lab, "it made %s besides %s".formatted(second, made.id()));
    }
  }

  private static Violation twice(Lab lab, String what) {
    return new Violation(
        ConnectorRule.CREATES_ONCE,
        lab.schema().type(),
        "create was called again with the same key and the same values: " + what);
  }

  private static void recovers(Lab lab) {
    Plan plan = lab.plan(PlanMode.apply(), lab.samples().sample());
    lab.tape().loseOneAnswerOf(lab.schema().type());
    Outcome outcome =
        lab.pace().await(lab.heard(lab.workspace(lab.samples().sample()).apply(plan)).outcome());
    if (!(outcome instanceof Outcome.Succeeded)) {
      outcome =
          lab.pace().await(lab.heard(lab.workspace(lab.samples().sample()).recover()).outcome());
    }
    assertOne(lab);
    if (outcome instanceof Outcome.NeedsDecision) {
      boolean promised = canTell(lab);
      if (!promised) {
        lab.tape()
            .takes(lab.schema().type(), "create")
            .forEach(
                take ->
                    take.answered()
                        .flatMap(Elsewhere::id)
                        .ifPresent(id -> lab.stray(take.connector(), id)));
        Check.skip(
            "the type has neither an idempotency horizon nor a search: a person decides, as"
                + " published");
      }
      throw lost(lab, "nobody could tell whether it took effect, and a person was asked");
    }
    Applied applied = lab.apply(lab.samples().sample());
    applied.orFail(ConnectorRule.RECOVERS, "going on after the answer was lost");
    assertOne(lab);
    lab.assertSettled(ConnectorRule.RECOVERS, "a lost answer", lab.samples().sample());
  }

  private static boolean canTell(Lab lab) {
    List<Tape.Take> creates = lab.tape().takes(lab.schema().type(), "create");
    return lab.schema().idempotencyHorizon().isPresent()
        || creates.stream().anyMatch(take -> take.connector() instanceof Findable<?, ?>);
  }

  private static void assertOne(Lab lab) {
    Set<String> ids = new TreeSet<>();
    lab.tape()
        .takes(lab.schema().type(), "create")
        .forEach(take -> take.answered().flatMap(Elsewhere::id).ifPresent(ids::add));
    if (ids.size() > 1) {
      throw lost(lab, "there are %d objects now: %s".formatted(ids.size(), ids));
    }
  }

  private static Violation lost(Lab lab, String what) {
    return new Violation(
        ConnectorRule.RECOVERS, lab.schema().type(), "the answer to a create was lost; " + what);
  }
}
