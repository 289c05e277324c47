package dev.ashlar.benchmarks.jmh;

import dev.ashlar.Ashlar;
import dev.ashlar.PlanningSession;
import dev.ashlar.Workspace;
import dev.ashlar.benchmarks.graph.Graph;
import dev.ashlar.benchmarks.graph.Shape;
import dev.ashlar.blueprint.Edit;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.blueprint.Resource;
import dev.ashlar.execution.Outcome;
import dev.ashlar.memory.MemoryCloud;
import dev.ashlar.plan.PlanMode;
import dev.ashlar.state.StateStore;
import dev.ashlar.value.Value;
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

/** What one edit in a planning session takes, by how much it reaches and how much there is. */
@org.openjdk.jmh.annotations.State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
@SuppressWarnings("NullAway.Init") // What @Setup sets.
public class Editing {
  private static final PlanMode MODE = PlanMode.apply().withoutRefresh();

  /** What the edit reaches. */
  public enum Reach {
    /** One property that nothing else reads. */
    ONE(Shape.CHAINS, "input.extra", 1),
    /** A replacement that a hundred others depend on. */
    HUNDRED(Shape.FANS, "replaceOn", Shape.FAN);

    private final Shape shape;
    private final String property;
    private final int step;

    Reach(Shape shape, String property, int step) {
      this.shape = shape;
      this.property = property;
      this.step = step;
    }
  }

  /** What the edit reaches. */
  @Param public Reach reach;

  /** How many resources there are. */
  @Param({"1000", "10000"})
  public int size;

  private Ashlar ashlar;
  private PlanningSession session;
  private int edits;

  /** Applies the graph and opens a session on it. */
  @Setup
  public void open() {
    ashlar =
        Ashlar.builder().state(StateStore.inMemory()).addProvider(MemoryCloud.create()).build();
    Workspace workspace =
        ashlar.open(Environment.of("edited", new Graph(reach.shape, size).blueprint()));
    Outcome outcome = workspace.apply(workspace.plan(MODE).join()).outcome().join();
    if (!(outcome instanceof Outcome.Succeeded)) {
      throw new IllegalStateException(outcome.summary());
    }
    session = workspace.edit(MODE).join();
  }

  /** Ends the engine. */
  @TearDown(Level.Trial)
  public void close() {
    ashlar.close();
  }

  /** A resource that nothing else reads is drawn, and taken away again. */
  @Benchmark
  public PlanningSession.Preview addAndRemove() {
    boolean add = edits++ % 2 == 0;
    return session
        .edit(
            add
                ? Edit.add(
                    Resource.named("drawn", "memory::Value").property("input", 1).declaration())
                : Edit.remove("drawn"))
        .join();
  }

  /** One object after the other gets a value and loses it again: the plan stays small. */
  @Benchmark
  public PlanningSession.Preview edit() {
    int number = edits++;
    String resource = "r" + reach.step * (number / 2 % ((size - 1) / reach.step));
    return session
        .edit(
            number % 2 == 0
                ? Edit.set(resource, reach.property, Value.of(1_000_000L + number))
                : Edit.unset(resource, reach.property))
        .join();
  }
}
