package dev.ashlar.observation;

import dev.ashlar.plan.Plan;
import dev.ashlar.plan.planner.PlanRequest;
import dev.ashlar.plan.planner.PlanStep;
import dev.ashlar.plan.question.Observations;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * Plans, asks what the planner wants to know, and plans again, until there is a plan. Blocks
 * nothing.
 *
 * @param planner one step of planning; pure
 * @param observer answers its questions
 * @param executor where planning is done
 */
public record PlanningLoop(
    Function<PlanRequest, PlanStep> planner, Observer observer, Executor executor) {
  /** More rounds than any chain of questions is long; beyond it the planner asks in a circle. */
  static final int MAX_ROUNDS = 1_000;

  /**
   * A plan and what it was made from.
   *
   * @param plan the plan
   * @param observations what was seen of the outside
   */
  public record Result(Plan plan, Observations observations) {}

  /**
   * Plans.
   *
   * @return completes on the executor; fails only where the planner is defective
   */
  public CompletableFuture<Result> plan(PlanRequest request) {
    return CompletableFuture.supplyAsync(() -> planner.apply(request), executor)
        .thenCompose(step -> next(request, step, 1));
  }

  private CompletableFuture<Result> next(PlanRequest request, PlanStep step, int round) {
    if (step instanceof PlanStep.Planned planned) {
      return CompletableFuture.completedFuture(new Result(planned.plan(), request.observations()));
    }
    PlanStep.Asking asking = (PlanStep.Asking) step;
    if (round > MAX_ROUNDS) {
      return CompletableFuture.failedFuture(
          new IllegalStateException("the planner asks without end"));
    }
    return observer
        .answer(asking.questions())
        .thenCompose(
            answers -> {
              PlanRequest more = request.with(request.observations().and(answers));
              return next(more, planner.apply(more), round + 1);
            });
  }
}
