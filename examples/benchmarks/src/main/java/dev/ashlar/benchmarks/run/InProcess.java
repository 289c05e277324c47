package dev.ashlar.benchmarks.run;

import dev.ashlar.Ashlar;
import dev.ashlar.Workspace;
import dev.ashlar.benchmarks.graph.Graph;
import dev.ashlar.benchmarks.graph.Shape;
import dev.ashlar.benchmarks.table.Row;
import dev.ashlar.benchmarks.table.Target;
import dev.ashlar.benchmarks.table.Unit;
import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.execution.Outcome;
import dev.ashlar.memory.MemoryCloud;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.PlanMode;
import dev.ashlar.state.StateStore;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** Chains of ten in this process, from the document to the empty plan: time, memory, growth. */
public final class InProcess {
  private static final int SMALL = 10_000;
  private static final int MILLION = 1_000_000;
  private static final int ROUNDS = 12;

  /** What one resource costs in a phase, and the heap that all need. */
  private record Phases(Cost read, Cost check, Cost create, Cost apply, Cost empty, double heap) {}

  private InProcess() {}

  /** Measures 10,000 and these sizes; each is compared with 10,000. */
  public static void measure(Findings findings, List<Integer> sizes) {
    Phases small = phases(findings, SMALL);
    allocation(findings, small);
    for (int size : sizes) {
      Phases large = phases(findings, size);
      double most = size >= MILLION ? 2 : 1.5;
      growth(findings, "empty plan", size, large.empty, small.empty, most);
      growth(findings, "apply", size, large.apply, small.apply, most);
      findings.add(
          Row.of(
                  name("heap for the document, the state and a plan", size),
                  large.heap,
                  Unit.MEBIBYTES)
              .target(size >= MILLION ? Target.atMost(12 * 1024) : Target.NONE)
              .note(
                  String.format(
                      Locale.ROOT, "%.1f KiB for each resource", large.heap * 1024 / size)));
    }
  }

  private static void growth(
      Findings findings, String phase, int size, Cost large, Cost small, double most) {
    double ratio = large.microsecondsFor(size) / small.microsecondsFor(SMALL);
    findings.add(
        Row.of(phase + ", a resource at " + size + " to one at " + SMALL, ratio, Unit.TIMES)
            .target(Target.atMost(most))
            .note("processor time"));
    findings.ratio("growth." + phase.replace(' ', '-') + "." + size, ratio);
  }

  private static void allocation(Findings findings, Phases small) {
    allocation(findings, "read", small.read);
    allocation(findings, "check", small.check);
    allocation(findings, "create-plan", small.create);
    allocation(findings, "apply", small.apply);
    allocation(findings, "empty-plan", small.empty);
  }

  private static void allocation(Findings findings, String phase, Cost cost) {
    double kibibytes = cost.kibibytesFor(SMALL);
    findings.add(
        Row.of("allocated for a resource: " + phase.replace('-', ' '), kibibytes, Unit.KIBIBYTES)
            .note(
                String.format(
                    Locale.ROOT, "%.1f µs of processor time", cost.microsecondsFor(SMALL))));
    findings.ratio("allocated." + phase, kibibytes);
  }

  private static Phases phases(Findings findings, int size) {
    String json = new Graph(Shape.CHAINS, size).json();
    // The first rounds also pay for the compiler; where one takes minutes, it is warm before it
    // ends.
    int rounds = size >= MILLION ? 1 : ROUNDS;
    try (Scratch scratch = Scratch.open();
        StateStore store = StateStore.directory(scratch.path());
        Ashlar ashlar = Ashlar.builder().state(store).addProvider(MemoryCloud.create()).build()) {
      Cost.Of<Blueprint> read = Cost.best(rounds, () -> Graph.read(json));
      Environment environment = Environment.of("graph", read.result());
      Workspace workspace = ashlar.open(environment);
      Cost check = Cost.best(rounds, () -> workspace.check().join()).cost();
      PlanMode mode = PlanMode.apply().withoutRefresh();
      Cost.Of<Plan> create = Cost.best(rounds, () -> workspace.plan(mode).join());
      Cost.Of<Outcome> apply = Cost.of(() -> workspace.apply(create.result()).outcome().join());
      if (!(apply.result() instanceof Outcome.Succeeded)) {
        throw new IllegalStateException(apply.result().summary());
      }
      Cost.Of<Plan> empty = Cost.best(rounds, () -> workspace.plan(mode).join());
      if (!empty.result().isEmpty()) {
        throw new IllegalStateException("the second plan is not empty");
      }
      besideJackson(findings, size, empty.cost(), store, environment.id(), rounds);
      return new Phases(read.cost(), check, create.cost(), apply.cost(), empty.cost(), Cost.heap());
    }
  }

  private static void besideJackson(
      Findings findings, int size, Cost empty, StateStore store, Environment.Id id, int rounds) {
    StateStore.Log log = store.load(id, OptionalLong.empty()).toCompletableFuture().join();
    byte[] state = log.snapshot().orElseThrow().bytes().toArray();
    Cost tokens = Cost.best(rounds, () -> Jackson.tokens(state)).cost();
    Cost trees = Cost.best(rounds, () -> Jackson.trees(state)).cost();
    double ratio = empty.cpu() / tokens.cpu();
    findings.add(
        Row.of(name("empty plan to Jackson's tokens of the same state", size), ratio, Unit.TIMES)
            .target(size == 100_000 ? Target.atMost(3) : Target.NONE)
            .note(each(size, empty, tokens)));
    findings.add(
        Row.of(
                name("empty plan to Jackson's tree of the same state", size),
                empty.cpu() / trees.cpu(),
                Unit.TIMES)
            .note(each(size, empty, trees)));
    findings.ratio("empty-plan-to-jackson." + size, ratio);
  }

  private static String each(int size, Cost empty, Cost jackson) {
    return String.format(
        Locale.ROOT,
        "%.1f µs to %.2f µs of processor time for a resource",
        empty.microsecondsFor(size),
        jackson.microsecondsFor(size));
  }

  private static String name(String what, int size) {
    return what + ", " + size;
  }
}
