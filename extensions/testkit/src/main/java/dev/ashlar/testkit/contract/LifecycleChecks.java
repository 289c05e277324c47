package dev.ashlar.testkit.contract;

import dev.ashlar.blueprint.Resource;
import dev.ashlar.connector.Failure;
import dev.ashlar.connector.Reading;
import dev.ashlar.connector.Result;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.plan.Action;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.PlanMode;
import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.Operation;
import dev.ashlar.schema.Stability;
import dev.ashlar.state.StateObject;
import dev.ashlar.testkit.ConnectorRule;
import dev.ashlar.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** An object's life: made, read, taken over, gone. */
final class LifecycleChecks {
  private LifecycleChecks() {}

  static Stream<Check> all() {
    return Stream.of(
        new Check(ConnectorRule.IS_SOUND, "the sample fits the schema", LifecycleChecks::fits),
        new Check(
            ConnectorRule.READS_BACK,
            "what was made reads back as declared, and the second plan is empty",
            LifecycleChecks::readsBack),
        Check.direct(
            ConnectorRule.KEEPS_OUTPUTS,
            "read answers the outputs that create answered",
            LifecycleChecks::keepsOutputs),
        Check.direct(
            ConnectorRule.DELETES_TWICE, "deleting twice is fine", LifecycleChecks::deletesTwice),
        Check.direct(
            ConnectorRule.READS_MISSING,
            "what was deleted reads as absent",
            LifecycleChecks::readsMissing),
        Check.direct(
            ConnectorRule.READS_MISSING,
            "what somebody else deleted is planned anew and made again",
            LifecycleChecks::madeAgain),
        new Check(
            ConnectorRule.IMPORTS,
            "an object that exists is taken over by its identifier",
            LifecycleChecks::imports));
  }

  private static void fits(Lab lab) {
    List<Diagnostic> problems = lab.pace().await(lab.workspace(lab.samples().sample()).check());
    if (problems.stream().anyMatch(Diagnostic::isError)) {
      throw new Violation(
          ConnectorRule.IS_SOUND,
          lab.schema().type(),
          "the sample does not fit the schema:\n    " + Lab.told(problems));
    }
  }

  private static void readsBack(Lab lab) {
    Applied applied = lab.applied();
    lab.assertSettled(ConnectorRule.READS_BACK, "the creation", lab.samples().sample());
    Change change = Differences.of(applied.plan(), lab.address()).orElseThrow();
    Value.MapValue seen = lab.state().at(lab.address()).orElseThrow().values().effective();
    for (Map.Entry<String, Value> planned : change.planned().entries().entrySet()) {
      Value after = seen.get(planned.getKey());
      boolean open =
          !planned.getValue().isKnown()
              || planned.getValue().hasSecret()
              || !after.isKnown()
              || after.hasSecret();
      if (!open && !after.equals(planned.getValue()) && !isMark(lab, planned.getKey())) {
        throw new Violation(
            ConnectorRule.READS_BACK,
            lab.schema().type() + " /" + planned.getKey(),
            planned.getValue() + " was planned and " + after + " is recorded as applied");
      }
    }
  }

  /** The mark of ownership holds a lineage that only applying knows. */
  private static boolean isMark(Lab lab, String property) {
    return lab.schema().ownershipMark().filter(path -> path.head().equals(property)).isPresent()
        || lab.schema().naming().filter(it -> it.property().equals(property)).isPresent();
  }

  private static <S, O> void keepsOutputs(Lab lab, Made<S, O> made) {
    Value.MapValue answered = lab.state().at(lab.address()).orElseThrow().values().outputs();
    lab.settle();
    O outputs = made.found(ConnectorRule.KEEPS_OUTPUTS).outputs().orElseThrow();
    Value.MapValue read = made.connector().type().outputs().encode(outputs);
    for (Attribute output : lab.schema().outputs().values()) {
      Value before = Terms.clear(answered.get(output.name()));
      Value after = Terms.clear(read.get(output.name()));
      if (!output.stability().equals(Stability.VOLATILE) && !before.equals(after)) {
        throw new Violation(
            ConnectorRule.KEEPS_OUTPUTS,
            lab.schema().type() + " /" + output.name(),
            output.sensitive()
                ? "create and read answer different secrets"
                : "create answered %s and read answers %s".formatted(before, after));
      }
    }
  }

  private static <S, O> void deletesTwice(Lab lab, Made<S, O> made) {
    Reading<S, O> before = made.found(ConnectorRule.DELETES_TWICE);
    for (String which : List.of("the delete", "the second delete")) {
      Made.Reply<Result<O>> reply = made.delete(before);
      if (reply.answer().filter(it -> it.state() == Result.State.DELETED).isEmpty()) {
        throw new Violation(
            ConnectorRule.DELETES_TWICE,
            lab.schema().type(),
            which + " did not answer deleted: " + reply.told());
      }
      lab.settle();
      Made.Reply<Reading<S, O>> after = made.read();
      if (after.answer().filter(Reading::isFound).isPresent()) {
        throw new Violation(
            ConnectorRule.DELETES_TWICE,
            lab.schema().type(),
            which + " answered deleted, and the object is still there: " + after.told());
      }
    }
  }

  private static <S, O> void readsMissing(Lab lab, Made<S, O> made) {
    remove(lab, made, ConnectorRule.READS_MISSING);
    Made.Reply<Reading<S, O>> reply = made.read();
    if (reply.answer().filter(reading -> !reading.isFound()).isEmpty()) {
      throw new Violation(
          ConnectorRule.READS_MISSING,
          lab.schema().type(),
          "reading an object that was deleted: " + reply.told());
    }
  }

  static <S, O> Reading<S, O> remove(Lab lab, Made<S, O> made, ConnectorRule rule) {
    Reading<S, O> before = made.found(rule);
    Made.Reply<Result<O>> reply = made.delete(before);
    if (reply.answer().isEmpty()) {
      throw new Violation(
          ConnectorRule.DELETES_TWICE, lab.schema().type(), "the delete: " + reply.told());
    }
    lab.settle();
    return before;
  }

  private static <S, O> void madeAgain(Lab lab, Made<S, O> made) {
    remove(lab, made, ConnectorRule.READS_MISSING);
    Applied again = lab.apply(lab.samples().sample());
    Optional<Change> change = Differences.of(again.plan(), lab.address());
    if (change.filter(it -> it.action() == Action.CREATE).isEmpty()) {
      throw new Violation(
          ConnectorRule.READS_MISSING,
          lab.schema().type(),
          "it is gone, and the plan does not create it:\n" + Lab.indented(again.plan()));
    }
    again.orFail(ConnectorRule.READS_MISSING, "making it again");
  }

  /** Forgotten, and taken over again: in the same environment, where all it needs still is. */
  private static void imports(Lab lab) {
    var unused = lab.applied();
    StateObject object = lab.state().at(lab.address()).orElseThrow();
    String id = object.identity().orElseThrow();
    Resource sample = lab.samples().sample();
    lab.apply(sample.retained()).orFail(ConnectorRule.IMPORTS, "retaining it");
    lab.apply().orFail(ConnectorRule.IMPORTS, "forgetting it");

    Applied adopted = lab.apply(PlanMode.apply().adopting(Map.of(lab.address(), id)), sample);
    adopted.orFail(ConnectorRule.IMPORTS, "taking over " + id);
    if (adopted.plan().changes().stream().anyMatch(it -> it.action() == Action.CREATE)) {
      throw new Violation(
          ConnectorRule.IMPORTS,
          lab.schema().type(),
          "%s exists, and the plan makes another:\n%s".formatted(id, Lab.indented(adopted.plan())));
    }
    Plan next = lab.plan(PlanMode.apply(), sample);
    if (!next.isEmpty() && onlyWriteOnly(lab, next)) {
      lab.apply(sample).orFail(ConnectorRule.IMPORTS, "setting what cannot be read");
    }
    lab.assertSettled(ConnectorRule.IMPORTS, "taking it over", sample);
    String now = lab.state().at(lab.address()).orElseThrow().identity().orElse("");
    if (!now.equals(id)) {
      throw new Violation(
          ConnectorRule.IMPORTS, lab.schema().type(), id + " was taken over as " + now);
    }
  }

  /** Nobody knows what a write-only property of an object is that somebody else made. */
  private static boolean onlyWriteOnly(Lab lab, Plan plan) {
    return lab.schema().operations().contains(Operation.UPDATE)
        && plan.changes().stream()
            .allMatch(
                change ->
                    change.action() == Action.UPDATE
                        && change.attributes().stream()
                            .map(it -> lab.schema().properties().get(it.path().head()))
                            .filter(Objects::nonNull)
                            .allMatch(Attribute::writeOnly));
  }

  static boolean hasFailed(Made.Reply<?> reply, Failure.Kind kind) {
    return reply.failure().filter(failure -> failure.kind() == kind).isPresent();
  }
}
