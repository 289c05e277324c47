package dev.ashlar.plan.planner;

import dev.ashlar.plan.Plan;
import dev.ashlar.plan.question.Question;
import java.util.List;

/** What a step of planning came to. */
public sealed interface PlanStep {
  /**
   * A plan; with errors among its diagnostics it can be shown and never applied.
   *
   * @param plan the plan
   */
  record Planned(Plan plan) implements PlanStep {}

  /**
   * Questions; plan again with their answers.
   *
   * @param questions at least one, in stable order
   */
  record Asking(List<Question> questions) implements PlanStep {
    /** Copies the list. */
    public Asking {
      questions = List.copyOf(questions);
    }
  }
}
