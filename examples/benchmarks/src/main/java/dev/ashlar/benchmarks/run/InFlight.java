package dev.ashlar.benchmarks.run;

import dev.ashlar.Ashlar;
import dev.ashlar.Workspace;
import dev.ashlar.benchmarks.graph.Graph;
import dev.ashlar.benchmarks.graph.Shape;
import dev.ashlar.benchmarks.table.Row;
import dev.ashlar.benchmarks.table.Target;
import dev.ashlar.benchmarks.table.Unit;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.execution.Event;
import dev.ashlar.execution.Outcome;
import dev.ashlar.execution.Run;
import dev.ashlar.memory.MemoryCloud;
import dev.ashlar.plan.Plan;
import dev.ashlar.state.StateStore;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many threads it takes to have 10,000 operations under way at once, on the machine's own clock
 * and with nothing given to the engine but its parallelism.
 */
public final class InFlight {
  private static final int SIZE = 10_000;
  private static final Duration OPERATION = Duration.ofSeconds(20);

  private InFlight() {}

  /** Counts the threads that there are while every operation has begun and none has ended. */
  public static void measure(Findings findings) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    int before = threads.getThreadCount();
    MemoryCloud cloud = MemoryCloud.builder().latency(OPERATION).build();
    try (Ashlar ashlar =
        Ashlar.builder()
            .state(StateStore.inMemory())
            .addProvider(cloud)
            .parallelism(SIZE)
            .build()) {
      Workspace workspace =
          ashlar.open(Environment.of("graph", new Graph(Shape.FOR_EACH, SIZE).blueprint()));
      Plan plan = workspace.plan().join();
      threads.resetPeakThreadCount();
      AtomicInteger underWay = new AtomicInteger();
      AtomicInteger most = new AtomicInteger();
      Run run = workspace.apply(plan).onEvent(event -> count(event, underWay, most));
      if (!(run.outcome().join() instanceof Outcome.Succeeded)) {
        throw new IllegalStateException("the graph was not applied");
      }
      int peak = threads.getPeakThreadCount() - before;
      findings.add(
          Row.of("threads with 10000 operations in flight", peak, Unit.COUNT)
              .target(Target.atMost(8))
              .note(
                  String.format(
                      Locale.ROOT,
                      "%d at once; the threads of engine and cloud together",
                      most.get())));
    }
  }

  private static void count(Event event, AtomicInteger underWay, AtomicInteger most) {
    if (event instanceof Event.Started) {
      int now = underWay.incrementAndGet();
      most.accumulateAndGet(now, Math::max);
    } else if (event instanceof Event.Finished) {
      underWay.decrementAndGet();
    }
  }
}
