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
import dev.ashlar.plan.PlanMode;
import dev.ashlar.state.StateStore;
import java.util.Locale;

/** What a run of one change appends to the journal: it must not depend on how much there is. */
public final class Written {
  private static final int SMALL = 1_000;
  private static final int LARGE = 10_000;

  private Written() {}

  /** Compares 1,000 resources with 10,000. */
  public static void measure(Findings findings) {
    double small = bytes(SMALL);
    double large = bytes(LARGE);
    findings.add(
        Row.of(
                "appended for one change of " + LARGE + ", to that of " + SMALL,
                large / small,
                Unit.TIMES)
            .target(Target.atMost(1.05))
            .note(String.format(Locale.ROOT, "%.0f bytes", large)));
    findings.ratio("appended-for-one-change", large / small);
  }

  private static double bytes(int size) {
    String json = new Graph(Shape.CHAINS, size).json();
    CountingStore store = new CountingStore(StateStore.inMemory());
    try (Ashlar ashlar = Ashlar.builder().state(store).addProvider(MemoryCloud.create()).build()) {
      apply(ashlar, json);
      long before = store.appended();
      apply(ashlar, json.replace("\"name\":\"r999\"", "\"name\":\"other\""));
      return store.appended() - before;
    }
  }

  private static void apply(Ashlar ashlar, String json) {
    Workspace workspace = ashlar.open(Environment.of("graph", Graph.read(json)));
    Outcome outcome =
        workspace
            .plan(PlanMode.apply().withoutRefresh())
            .thenCompose(plan -> workspace.apply(plan).outcome())
            .join();
    if (!(outcome instanceof Outcome.Succeeded)) {
      throw new IllegalStateException(outcome.summary());
    }
  }
}
