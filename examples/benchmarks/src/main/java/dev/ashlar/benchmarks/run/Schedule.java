package dev.ashlar.benchmarks.run;

import dev.ashlar.Ashlar;
import dev.ashlar.Workspace;
import dev.ashlar.benchmarks.graph.Graph;
import dev.ashlar.benchmarks.graph.Shape;
import dev.ashlar.benchmarks.table.Row;
import dev.ashlar.benchmarks.table.Target;
import dev.ashlar.benchmarks.table.Unit;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.execution.Outcome;
import dev.ashlar.memory.MemoryCloud;
import dev.ashlar.memory.VirtualTime;
import dev.ashlar.plan.Plan;
import dev.ashlar.state.StateStore;
import java.time.Duration;
import java.util.Locale;

/**
 * Operations of a tenth of a second on virtual time, everything on one thread: how much longer a
 * run takes than the graph demands.
 */
public final class Schedule {
  private static final int SIZE = 10_000;
  private static final Duration OPERATION = Duration.ofMillis(100);

  private Schedule() {}

  /** Measures each shape at parallelism 100, and all operations at once. */
  public static void measure(Findings findings) {
    for (Shape shape : Shape.values()) {
      Graph graph = new Graph(shape, SIZE);
      String name = shape.name().toLowerCase(Locale.ROOT).replace('_', ' ');
      add(findings, graph, 100, "10000 operations of 100 ms, 100 at once, to the bound: " + name);
    }
    Graph free = new Graph(Shape.FOR_EACH, SIZE);
    add(
        findings,
        free,
        SIZE,
        "10000 operations of 100 ms, all at once on one thread, to the bound");
  }

  private static void add(Findings findings, Graph graph, int parallelism, String what) {
    double bound = graph.rounds(parallelism) * (double) OPERATION.toMillis();
    findings.add(
        Row.of(what, makespan(graph, parallelism).toMillis() / bound, Unit.TIMES)
            .target(Target.atMost(1.05))
            .note("virtual time"));
  }

  static Duration makespan(Graph graph, int parallelism) {
    VirtualTime time = VirtualTime.create();
    MemoryCloud cloud = MemoryCloud.builder().time(time).latency(OPERATION).build();
    try (Ashlar ashlar =
        Ashlar.builder()
            .state(StateStore.inMemory(time::now))
            .addProvider(cloud)
            .executor(time)
            .time(time)
            .parallelism(parallelism)
            .build()) {
      Workspace workspace = ashlar.open(Environment.of("graph", graph.blueprint()));
      Plan plan = time.run(workspace.plan());
      Duration before = time.elapsed();
      Outcome outcome = time.run(workspace.apply(plan).outcome());
      if (!(outcome instanceof Outcome.Succeeded)) {
        throw new IllegalStateException(outcome.summary());
      }
      return time.elapsed().minus(before);
    }
  }
}
