package dev.ashlar;

import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.plan.Plan;
import java.util.List;

/** A preview of an engine's session. */
record EnginePreview(
    Environment environment,
    Plan plan,
    List<Diagnostic> refusals,
    List<PlanningSession.Redraw> redraw)
    implements PlanningSession.Preview {

  @Override
  public Blueprint blueprint() {
    return environment.blueprint();
  }

  /** The same after an edit that was not possible: nothing is to be painted. */
  EnginePreview refusing(List<Diagnostic> why) {
    return new EnginePreview(environment, plan, why, List.of());
  }
}
