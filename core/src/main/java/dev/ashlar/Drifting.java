package dev.ashlar;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.drift.DriftReport;
import dev.ashlar.drift.Today;
import dev.ashlar.governance.Principal;
import dev.ashlar.observation.PlanningLoop;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.PlanMode;
import dev.ashlar.plan.question.Observations;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Compares what there is with what was applied; only where that differs, or objects of others are
 * observed, also with what is declared today.
 */
record Drifting(Engine engine, Environment environment, Principal principal) {

  CompletableFuture<DriftReport> report() {
    return new Preparation(engine, environment)
        .all()
        .thenCompose(
            prepared ->
                prepared.value().isEmpty()
                    ? CompletableFuture.completedFuture(DriftReport.refused(prepared.diagnostics()))
                    : report(prepared.value().get()));
  }

  private CompletableFuture<DriftReport> report(Preparation.Prepared prepared) {
    Optional<Plan> unrecovered = Planning.unrecovered(prepared);
    if (unrecovered.isPresent()) {
      return CompletableFuture.completedFuture(
          DriftReport.refused(unrecovered.get().diagnostics()));
    }
    return planned(PlanMode.of(PlanMode.Purpose.REPAIR), prepared)
        .thenCompose(repair -> compared(prepared, repair.plan()));
  }

  private CompletableFuture<DriftReport> compared(Preparation.Prepared prepared, Plan repair) {
    Today unchanged = new Today(prepared.graph(), Plan.builder(repair.environment(), 0).build());
    return DriftReport.isWorthMore(repair, unchanged)
        ? planned(PlanMode.apply().withoutRefresh(), prepared)
            .thenApply(
                today ->
                    DriftReport.of(
                        repair, new Today(prepared.graph(), today.plan()), today.observations()))
        : CompletableFuture.completedFuture(DriftReport.of(repair, unchanged, Observations.NONE));
  }

  private CompletableFuture<PlanningLoop.Result> planned(
      PlanMode mode, Preparation.Prepared prepared) {
    Planning planning = new Planning(engine, environment, principal);
    return planning.unsealed(planning.request(mode, prepared));
  }
}
