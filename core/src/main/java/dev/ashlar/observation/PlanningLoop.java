package dev.ashlar.observation;

import dev.ashlar.plan.Plan;
import dev.ashlar.plan.planner.PlanRequest;
import dev.ashlar.plan.planner.PlanStep;
import dev.ashlar.plan.question.Observations;
import dev.ashlar.plan.question.Question;
import java.util.List;
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
    return plan(observations -> planner.apply(request.with(observations)), request.observations());
  }

  /** Plans by steps of which each knows more. */
  CompletableFuture<Result> plan(Function<Observations, PlanStep> step, Observations known) {
    return CompletableFuture.supplyAsync(() -> step.apply(known), executor)
        .thenCompose(came -> next(step, known, came));
  }

  private CompletableFuture<Result> next(
      Function<Observations, PlanStep> step, Observations known, PlanStep came) {
    if (came instanceof PlanStep.Planned planned) {
      return CompletableFuture.completedFuture(new Result(planned.plan(), known));
    }
    List<Question> questions = ((PlanStep.Asking) came).questions();
    // Every round must learn something, so the rounds have an end.
    if (questions.stream().allMatch(question -> known.to(question).isPresent())) {
      return CompletableFuture.failedFuture(
          new IllegalStateException("the planner asks what it was told"));
    }
    return observer.answer(questions).thenCompose(answers -> plan(step, known.and(answers)));
  }
}
