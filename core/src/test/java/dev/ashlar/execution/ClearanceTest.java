package dev.ashlar.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.blueprint.Environment.OnFailure;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.execution.rig.Draft;
import dev.ashlar.execution.rig.Rig;
import dev.ashlar.governance.policy.PolicyProblems;
import dev.ashlar.plan.Change;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Somebody has the last word on a change, when its values are known. */
class ClearanceTest {
  private final List<String> asked = new ArrayList<>();
  private final Rig rig =
      new Rig()
          .parallelism(1)
          .clearedBy(
              (planned, resolved) -> {
                asked.add(planned.id());
                return planned.address().toString().equals("b")
                    ? List.of(Diagnostic.of(ExecutionProblems.DENIED, "not b"))
                    : List.of();
              });

  private final List<Change> changes =
      List.of(Draft.create("a"), Draft.create("b", "a"), Draft.create("c", "b"), Draft.create("d"));

  @Test
  void aChangeThatIsRefusedIsNotBegunAndFailsAsItSays() {
    Outcome outcome = rig.apply(rig.plan(OnFailure.STOP, changes));

    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(outcome.diagnostics())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo("execution.denied");
              assertThat(problem.address()).hasToString("Optional[b]");
            });
    assertThat(rig.log).noneMatch(entry -> entry.toString().contains("OperationBegan[change=b"));
    assertThat(rig.state().current().keySet())
        .extracting(Object::toString)
        .doesNotContain("b", "c");
  }

  @Test
  void whatIsOnlyWarnedOfIsMadeAndTold() {
    Rig warned =
        new Rig()
            .clearedBy(
                (planned, resolved) ->
                    List.of(Diagnostic.of(PolicyProblems.WARNED, "take care of it")));

    Outcome outcome = warned.apply(warned.plan(Draft.create("a")));

    assertThat(outcome).isInstanceOf(Outcome.Succeeded.class);
    assertThat(outcome.diagnostics())
        .singleElement()
        .satisfies(said -> assertThat(said.address()).hasToString("Optional[a]"));
  }

  @Test
  void whatDoesNotDependOnItGoesOnWhereItMay() {
    rig.apply(rig.plan(OnFailure.CONTINUE, changes));

    assertThat(rig.state().current().keySet())
        .extracting(Object::toString)
        .containsExactly("a", "d");
    assertThat(asked).containsExactlyInAnyOrder("a#1/create", "b#1/create", "d#1/create");
  }
}
