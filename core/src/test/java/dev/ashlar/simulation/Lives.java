package dev.ashlar.simulation;

import dev.ashlar.simulation.life.Coverage;
import dev.ashlar.simulation.life.Life;
import dev.ashlar.simulation.life.Sabotage;
import dev.ashlar.simulation.scenario.Drawer;
import dev.ashlar.simulation.scenario.Scenario;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Many lives, on as many threads as there are processors. Each is one thread's and its seed's
 * alone, so what comes of it does not hang on how they share.
 *
 * @param first the first seed
 * @param count how many
 */
record Lives(long first, int count) {
  static Lives of(long first, int count) {
    return new Lives(first, count);
  }

  /** Lives them all; fails with the first seed that fails. */
  void live(Coverage coverage) {
    int threads = Runtime.getRuntime().availableProcessors();
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    AtomicLong next = new AtomicLong(first);
    AtomicLong failed = new AtomicLong(Long.MAX_VALUE);
    try {
      List<Future<?>> workers = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        workers.add(executor.submit(() -> work(next, failed, coverage)));
      }
      for (Future<?> worker : workers) {
        worker.get();
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    } finally {
      executor.shutdownNow();
    }
    if (failed.get() < Long.MAX_VALUE) {
      fail(failed.get());
    }
  }

  private void work(AtomicLong next, AtomicLong failed, Coverage all) {
    Coverage mine = new Coverage();
    for (long seed = next.getAndIncrement();
        seed < first + count && seed < failed.get();
        seed = next.getAndIncrement()) {
      try {
        new Life(Drawer.of(seed), mine).live();
      } catch (AssertionError | RuntimeException e) {
        long found = seed;
        failed.updateAndGet(other -> Math.min(other, found));
      }
    }
    all.add(mine);
  }

  private static void fail(long seed) {
    Scenario scenario = Drawer.of(seed);
    try {
      new Life(scenario, new Coverage()).liveAndTell();
    } catch (AssertionError | RuntimeException e) {
      Scenario smallest = Reproducers.smallest(scenario, new Sabotage() {});
      Path file = Reproducers.write(smallest, Path.of("target", "simulation"));
      throw new AssertionError(
          "-Dsimulation.seed=" + seed + ", as a test: " + file + "\n" + e.getMessage(), e);
    }
    throw new AssertionError("-Dsimulation.seed=" + seed + " fails, but not always");
  }
}
