package dev.ashlar.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Code;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.execution.rig.Draft;
import dev.ashlar.execution.rig.Rig;
import dev.ashlar.plan.Plan;
import dev.ashlar.state.JournalEntry;
import dev.ashlar.state.State;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Some plans are not applied at all: nothing is written, nothing is called. */
class RefusingTest {
  private final Rig rig = new Rig();
  private final Plan plan = rig.plan(Draft.create("a"));

  private void isRefused(Plan refused, String code) {
    Outcome outcome = rig.apply(refused);

    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    assertThat(outcome.diagnostics()).extracting(Diagnostic::code).contains(code);
    assertThat(outcome.summary()).isEqualTo("refused: nothing changed");
    assertThat(rig.journal().entries()).isEmpty();
    assertThat(rig.cloud.calls()).isEmpty();
  }

  @Test
  void aPlanWithErrors() {
    Code code = Code.error("plan.bad", "Something is bad", "");
    isRefused(
        plan.toBuilder().diagnostics(List.of(Diagnostic.of(code, "it"))).build(),
        "execution.plan-with-errors");
  }

  @Test
  void aPlanAgainstAnotherSerial() {
    rig.state(records -> records.serial(3));
    isRefused(plan, "execution.outdated-plan");
  }

  @Test
  void anAlteredPlan() {
    isRefused(plan.toBuilder().digest("other").build(), "execution.altered-plan");
  }

  @Test
  void aPlanThatIsOutOfOrder() {
    isRefused(rig.plan(Draft.create("b", "a"), Draft.create("a")), "execution.altered-plan");
  }

  @Test
  void aPlanForAnotherEnvironment() {
    isRefused(
        Plan.builder(new Environment.Id("", "production"), 0).digest("d").build(),
        "execution.other-environment");
  }

  @Test
  void anyPlanWhileAnEarlierRunHasNotEnded() {
    rig.state(
        records ->
            records.apply(
                new JournalEntry.RunBegan(
                    "r", "0123456789abcdef", 1, State.Origin.NONE, "x", "stop", Instant.EPOCH)));
    isRefused(rig.plan(Draft.create("a")), "execution.recover-first");
  }

  @Test
  void aRefusedRunHasNoEventsAndEndsAtOnce() {
    AtomicInteger events = new AtomicInteger();

    Run run = rig.start(plan.toBuilder().digest("other").build());
    run.onEvent(event -> events.incrementAndGet());
    run.cancel();

    assertThat(rig.end(run)).isInstanceOf(Outcome.Refused.class);
    assertThat(events).hasValue(0);
  }
}
