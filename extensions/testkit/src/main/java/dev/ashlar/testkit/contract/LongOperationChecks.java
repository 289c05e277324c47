package dev.ashlar.testkit.contract;

import dev.ashlar.connector.Connector;
import dev.ashlar.connector.Reading;
import dev.ashlar.connector.Requests;
import dev.ashlar.connector.Result;
import dev.ashlar.connector.Resumable;
import dev.ashlar.schema.Operation;
import dev.ashlar.testkit.ConnectorRule;
import java.util.Optional;
import java.util.stream.Stream;

/** Long operations go on without whoever began them. */
final class LongOperationChecks {
  private LongOperationChecks() {}

  static Stream<Check> all() {
    return Stream.of(
        Check.direct(
            ConnectorRule.RESUMES,
            "a create that is under way is ended by its token in another process",
            Check.is(Resumable.class),
            LongOperationChecks::createElsewhere),
        Check.direct(
            ConnectorRule.RESUMES,
            "a delete that is under way is ended by its token in another process",
            Check.is(Resumable.class),
            LongOperationChecks::deleteElsewhere));
  }

  private static <S, O> void createElsewhere(Lab lab, Made<S, O> made) {
    LifecycleChecks.remove(lab, made, ConnectorRule.RESUMES);
    String key = made.freshKey();
    Made.Reply<Result<O>> begun = made.begin(key);
    Result<O> progress = inProgress(lab, begun, "create");
    Made.Reply<Result<O>> ended = made.settled(elsewhere(lab), Operation.CREATE, key, begun);
    String id =
        ended
            .answer()
            .filter(it -> it.state() == Result.State.DONE)
            .flatMap(Result::id)
            .orElseThrow(() -> notEnded(lab, "create", ended));
    made.taken(id);
    if (progress.id().filter(early -> !early.equals(id)).isPresent()) {
      throw new Violation(
          ConnectorRule.RESUMES,
          lab.schema().type(),
          "the create was going to make %s, and another process ended it with %s"
              .formatted(progress.id().get(), id));
    }
    lab.settle();
    Made.Reply<Reading<S, O>> there =
        made.ask(
            () ->
                made.connector()
                    .read(
                        Requests.read(made.envelope(""), id, Optional.of(made.request().spec()))));
    if (there.answer().filter(Reading::isFound).isEmpty()) {
      throw new Violation(
          ConnectorRule.RESUMES,
          lab.schema().type(),
          "another process ended the create with %s; reading that: %s".formatted(id, there.told()));
    }
  }

  private static <S, O> void deleteElsewhere(Lab lab, Made<S, O> made) {
    lab.settle();
    Reading<S, O> before = made.found(ConnectorRule.RESUMES);
    String key = made.freshKey();
    Made.Reply<Result<O>> begun =
        made.ask(
            () ->
                made.connector()
                    .delete(
                        Requests.delete(
                            made.envelope(key),
                            made.id(),
                            before.spec().orElseThrow(),
                            before.outputs().orElseThrow(),
                            Optional.empty())));
    inProgress(lab, begun, "delete");
    Made.Reply<Result<O>> ended = made.settled(elsewhere(lab), Operation.DELETE, key, begun);
    if (ended.answer().filter(it -> it.state() == Result.State.DELETED).isEmpty()) {
      throw notEnded(lab, "delete", ended);
    }
    lab.settle();
    if (made.read().answer().filter(Reading::isFound).isPresent()) {
      throw new Violation(
          ConnectorRule.RESUMES,
          lab.schema().type(),
          "another process ended the delete, and the object is still there");
    }
  }

  private static Violation notEnded(Lab lab, String what, Made.Reply<?> reply) {
    return new Violation(
        ConnectorRule.RESUMES,
        lab.schema().type(),
        "a %s was under way; another process that asked with its token until %s were over: %s"
            .formatted(
                what,
                lab.schema().timeout(Operation.valueOf(what.toUpperCase(java.util.Locale.ROOT))),
                reply.told()));
  }

  private static <O> Result<O> inProgress(Lab lab, Made.Reply<Result<O>> begun, String what) {
    if (begun.answer().filter(it -> it.state() == Result.State.IN_PROGRESS).isEmpty()) {
      if (begun.failure().isPresent()) {
        throw new Violation(
            ConnectorRule.RESUMES, lab.schema().type(), "the " + what + ": " + begun.told());
      }
      Check.skip("a " + what + " of the sample is done at once");
    }
    return begun.answer().orElseThrow();
  }

  /** It is the same type's connector, opened once more. */
  @SuppressWarnings("unchecked")
  private static <S, O> Connector<S, O> elsewhere(Lab lab) {
    return (Connector<S, O>) lab.connector();
  }
}
