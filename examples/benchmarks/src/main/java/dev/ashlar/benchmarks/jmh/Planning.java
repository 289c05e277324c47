package dev.ashlar.benchmarks.jmh;

import dev.ashlar.Ashlar;
import dev.ashlar.Workspace;
import dev.ashlar.benchmarks.graph.Graph;
import dev.ashlar.benchmarks.graph.Shape;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.execution.Outcome;
import dev.ashlar.memory.MemoryCloud;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.PlanMode;
import dev.ashlar.state.State;
import dev.ashlar.state.StateStore;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What happens to a thousand objects that are read already: checked, planned new, planned again.
 */
@org.openjdk.jmh.annotations.State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@SuppressWarnings("NullAway.Init") // What @Setup sets.
public class Planning {
  private static final PlanMode MODE = PlanMode.apply().withoutRefresh();

  /** How the objects depend on each other. */
  @Param public Shape shape;

  private Ashlar ashlar;
  private Workspace fresh;
  private Workspace applied;
  private Plan plan;

  /** Applies the graph in one environment, and leaves another empty. */
  @Setup
  public void apply() {
    ashlar =
        Ashlar.builder().state(StateStore.inMemory()).addProvider(MemoryCloud.create()).build();
    var blueprint = new Graph(shape, 1_000).blueprint();
    fresh = ashlar.open(Environment.of("fresh", blueprint));
    applied = ashlar.open(Environment.of("applied", blueprint));
    plan = fresh.plan(MODE).join();
    Outcome outcome = applied.apply(applied.plan(MODE).join()).outcome().join();
    if (!(outcome instanceof Outcome.Succeeded)) {
      throw new IllegalStateException(outcome.summary());
    }
  }

  /** Ends the engine. */
  @TearDown(Level.Trial)
  public void close() {
    ashlar.close();
  }

  /** Compiles the graph: names, types, references, expressions. */
  @Benchmark
  public List<Diagnostic> check() {
    return fresh.check().join();
  }

  /** Reads what is recorded. */
  @Benchmark
  public Checked<State> state() {
    return applied.state().join();
  }

  /** Everything is new. */
  @Benchmark
  public Plan create() {
    return fresh.plan(MODE).join();
  }

  /** Nothing has changed. */
  @Benchmark
  public Plan empty() {
    return applied.plan(MODE).join();
  }

  /** Writes a plan of changes, as its digest does. */
  @Benchmark
  public String write() {
    return plan.toJson();
  }
}
