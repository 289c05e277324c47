package dev.ashlar.plan.planner;

/**
 * Makes one plan after the other, each from what is declared, recorded and seen by then, and each
 * the very plan that a {@link Planner} makes of it; what is the same as for the plan before is not
 * worked out again. A declaration is the same when it is the very node that it was.
 *
 * <p>Keeps the result of every declaration, as long as it lives. For one thread; after an exception
 * it must not be used any more.
 */
public final class Replanner {
  private final Kept kept = new Kept();

  /** A plan, or questions. */
  public PlanStep plan(PlanRequest request) {
    return Planner.step(request, kept);
  }

  /** How many declarations the last step evaluated. */
  public int evaluated() {
    return kept.evaluated();
  }
}
