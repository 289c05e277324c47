package dev.ashlar.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.connector.call.ConnectorCalls;
import dev.ashlar.connector.discovery.Providers;
import dev.ashlar.connector.session.Sessions;
import dev.ashlar.memory.VirtualTime;
import dev.ashlar.observation.retry.Backoff;
import dev.ashlar.observation.retry.Delays;
import dev.ashlar.observation.retry.Patience;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.planner.PlanStep;
import dev.ashlar.plan.question.Observations;
import dev.ashlar.plan.question.Question;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Address;
import dev.ashlar.value.Value.MapValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Planning and observing take turns until there is a plan. */
class PlanningLoopTest {
  private static final Plan PLAN =
      Plan.builder(new Environment.Id("", "zoo"), 0).digest("d").build();

  private final VirtualTime time = VirtualTime.stepped();
  private final Zoo zoo = new Zoo(time);
  private final List<Integer> answersAtEachStep = new ArrayList<>();

  private PlanningLoop.Result planned(Function<Observations, PlanStep> planner) {
    Observer observer =
        new Observer(
            new Sessions(Providers.of(zoo)),
            new ConnectorCalls(time, time, note -> {}),
            Patience.of(new Delays(time, time), Backoff.usual(new Random(1))),
            10);
    PlanningLoop loop =
        new PlanningLoop(
            request -> {
              throw new AssertionError("planned by steps");
            },
            observer,
            time);
    return time.run(
        loop.plan(
            observations -> {
              answersAtEachStep.add(observations.answers().size());
              return planner.apply(observations);
            },
            Observations.NONE));
  }

  private static Question about(String identity) {
    return new Question.Existing(
        Address.of("a"),
        Zoo.LION,
        new StateObject.Home("zoo", "zoo", MapValue.EMPTY),
        MapValue.EMPTY,
        Optional.of(identity),
        MapValue.EMPTY);
  }

  @Test
  void aPlanThatNeedsNoAnswerIsThereAtOnce() {
    PlanningLoop.Result result = planned(observations -> new PlanStep.Planned(PLAN));

    assertThat(result.plan()).isSameAs(PLAN);
    assertThat(result.observations()).isEqualTo(Observations.NONE);
    assertThat(zoo.calls()).isEmpty();
  }

  @Test
  void answersLeadToFurtherQuestionsAndAreAllKept() {
    PlanningLoop.Result result =
        planned(
            observations -> {
              int known = observations.answers().size();
              return known < 3
                  ? new PlanStep.Asking(List.of(about("id-" + known)))
                  : new PlanStep.Planned(PLAN);
            });

    assertThat(answersAtEachStep).containsExactly(0, 1, 2, 3);
    assertThat(result.observations().to(about("id-1"))).isPresent();
    assertThat(zoo.calls()).containsExactly("read id-0", "read id-1", "read id-2");
  }

  @Test
  void aPlannerThatAsksTheSameAgainIsStopped() {
    assertThatThrownBy(() -> planned(observations -> new PlanStep.Asking(List.of(about("id-1")))))
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(IllegalStateException.class);
    assertThat(answersAtEachStep).hasSize(2);
  }
}
