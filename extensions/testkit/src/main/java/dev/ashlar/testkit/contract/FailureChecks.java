package dev.ashlar.testkit.contract;

import dev.ashlar.connector.Failure;
import dev.ashlar.connector.Reading;
import dev.ashlar.connector.Result;
import dev.ashlar.schema.Operation;
import dev.ashlar.testkit.ConnectorRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Failures say of what kind they are. */
final class FailureChecks {
  private FailureChecks() {}

  static Stream<Check> of(Samples samples) {
    List<Check> checks = new ArrayList<>();
    checks.add(
        Check.direct(
            ConnectorRule.FAILS_TYPED,
            "updating what is gone fails as not found",
            FailureChecks::updates,
            FailureChecks::notFound));
    checks.add(
        Check.direct(
            ConnectorRule.FAILS_TYPED,
            "creating what is there already fails as already exists",
            lab ->
                Check.unless(!lab.schema().identity().isEmpty(), "the cloud chooses the identity"),
            FailureChecks::alreadyExists));
    checks.add(
        Check.direct(
            ConnectorRule.GUARDS_WRITES,
            "an update that is guarded by an outdated version fails as a conflict",
            FailureChecks::updates,
            FailureChecks::conflict));
    for (Samples.Refusal refusal : samples.refusals()) {
      String differing =
          String.join(" and ", Terms.differing(samples.sample(), refusal.resource()));
      checks.add(
          new Check(
              ConnectorRule.FAILS_TYPED,
              "what the cloud refuses fails as " + Check.word(refusal.kind()) + ": " + differing,
              lab -> refused(lab, refusal)));
    }
    for (Samples.Provocation provocation : samples.provocations()) {
      checks.add(
          Check.direct(
              ConnectorRule.FAILS_TYPED,
              "a provoked failure is " + Check.word(provocation.kind()),
              new Provoked(provocation)));
    }
    if (samples.refusals().isEmpty() && samples.provocations().isEmpty()) {
      checks.add(
          new Check(
              ConnectorRule.FAILS_TYPED,
              "other failures are typed",
              lab ->
                  Check.skip(
                      "give the contract what the cloud refuses (refusing) and how to provoke"
                          + " failures (failing)")));
    }
    return checks.stream();
  }

  private static Optional<String> updates(Lab lab) {
    return Check.unless(
        lab.schema().operations().contains(Operation.UPDATE), "the type has no update");
  }

  private static <S, O> void notFound(Lab lab, Made<S, O> made) {
    Reading<S, O> before = LifecycleChecks.remove(lab, made, ConnectorRule.FAILS_TYPED);
    expect(
        lab,
        "updating an object that was deleted",
        Failure.Kind.NOT_FOUND,
        made.update(before, Optional.empty()));
  }

  private static <S, O> void alreadyExists(Lab lab, Made<S, O> made) {
    expect(
        lab,
        "creating an object of the same identity with another key",
        Failure.Kind.ALREADY_EXISTS,
        made.create(made.freshKey()));
  }

  private static <S, O> void conflict(Lab lab, Made<S, O> made) {
    lab.settle();
    Reading<S, O> before = made.found(ConnectorRule.GUARDS_WRITES);
    if (before.version().isEmpty()) {
      Check.skip("a reading tells no version");
    }
    Made.Reply<Result<O>> first = made.update(before, before.version());
    if (first.answer().isEmpty()) {
      Check.skip("an update without a change: " + first.told());
    }
    lab.settle();
    Reading<S, O> after = made.found(ConnectorRule.GUARDS_WRITES);
    if (after.version().equals(before.version())) {
      Check.skip("an update that changes nothing has no version of its own");
    }
    Made.Reply<Result<O>> reply = made.update(after, before.version());
    if (!LifecycleChecks.hasFailed(reply, Failure.Kind.CONFLICT)) {
      throw new Violation(
          ConnectorRule.GUARDS_WRITES,
          lab.schema().type(),
          "the object is at version %s, and an update guarded by %s: %s"
              .formatted(after.version().orElse(""), before.version().orElse(""), reply.told()));
    }
  }

  private static void refused(Lab lab, Samples.Refusal refusal) {
    Applied applied = lab.apply(refusal.resource());
    if (applied.plan().hasErrors()) {
      Check.skip(
          "the engine refuses it before the cloud can: " + Lab.told(applied.plan().diagnostics()));
    }
    Optional<Failure> failure = applied.lastFailure();
    if (applied.succeeded() || failure.isEmpty()) {
      throw new Violation(
          ConnectorRule.FAILS_TYPED,
          lab.schema().type(),
          "it was to be refused as %s, and %s"
              .formatted(Check.word(refusal.kind()), applied.told()));
    }
    expect(
        lab, "what was to be refused", refusal.kind(), new Made.Reply<>(Optional.empty(), failure));
  }

  private static void expect(Lab lab, String what, Failure.Kind kind, Made.Reply<?> reply) {
    if (!LifecycleChecks.hasFailed(reply, kind)) {
      throw new Violation(
          ConnectorRule.FAILS_TYPED,
          lab.schema().type(),
          "%s is to fail as %s, and %s".formatted(what, Check.word(kind), reply.told()));
    }
  }

  /**
   * Calls while the user makes them fail.
   *
   * @param provocation how
   */
  private record Provoked(Samples.Provocation provocation) implements Check.DirectBody {
    @Override
    public <S, O> void run(Lab lab, Made<S, O> made) {
      provocation.begin().run();
      Made.Reply<Result<O>> reply;
      try {
        reply = made.create(made.freshKey());
      } finally {
        provocation.end().run();
      }
      expect(lab, "a create while it is provoked", provocation.kind(), reply);
    }
  }
}
