package dev.ashlar;

import dev.ashlar.plan.Plan;
import java.util.concurrent.CompletableFuture;

/** Seals a plan that was altered after it was made, as only the engine itself can. */
public final class Resealed {
  private Resealed() {}

  /** The altered plan, as if the engine had planned so. */
  public static CompletableFuture<Plan> of(Plan altered, Workspace workspace) {
    Engine engine = ((EngineWorkspace) workspace).engine();
    return engine
        .states()
        .fingerprints(workspace.environment().id())
        .thenApply(marks -> engine.seals().seal(altered, marks.orThrow()));
  }
}
