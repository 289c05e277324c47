package dev.ashlar.execution.step;

import dev.ashlar.execution.operation.Bench;
import dev.ashlar.plan.Change;
import java.util.concurrent.CompletableFuture;

/** Makes one change of a run. */
public interface Performer {

  /**
   * Makes a change.
   *
   * @return what it came to; fails only where the journal or the engine does
   */
  CompletableFuture<Ending> perform(Change change, Bench.Watcher watcher);
}
