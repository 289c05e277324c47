package dev.ashlar.benchmarks.run;

import dev.ashlar.Ashlar;
import dev.ashlar.PlanningSession;
import dev.ashlar.Workspace;
import dev.ashlar.benchmarks.graph.Graph;
import dev.ashlar.benchmarks.graph.Shape;
import dev.ashlar.benchmarks.table.Row;
import dev.ashlar.benchmarks.table.Target;
import dev.ashlar.benchmarks.table.Unit;
import dev.ashlar.blueprint.Edit;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.execution.Outcome;
import dev.ashlar.memory.MemoryCloud;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.PlanMode;
import dev.ashlar.state.StateStore;
import dev.ashlar.value.Value;
import java.util.Arrays;
import java.util.Locale;

/** What an edit in a planning session costs, beside a plan from scratch. */
public final class Edits {
  private static final int SIZE = 10_000;
  private static final int EDITS = 1_000;
  private static final int FULL_PLANS = 9;
  private static final int WARM_UPS = 5;

  private Edits() {}

  /** Measures an edit that reaches one object, and one that reaches a hundred more. */
  public static void measure(Findings findings) {
    Times one = times(Shape.CHAINS, "input.extra", 1);
    findings.add(
        Row.of("a plan from scratch, to one edited property in " + SIZE, one.ratio(), Unit.TIMES)
            .target(Target.atLeast(100))
            .note(one.note()));
    findings.add(
        Row.of(
                "one edited property in " + SIZE + ", 99 of 100 edits",
                one.most(),
                Unit.MILLISECONDS)
            .target(Target.atMost(10)));
    findings.ratio("edit-to-full-plan", 1 / one.ratio());
    Times many = times(Shape.FANS, "replaceOn", Shape.FAN);
    findings.add(
        Row.of(
                "an edit that reaches 100 dependants, to one that reaches none",
                many.median() / one.median(),
                Unit.TIMES)
            .target(Target.atMost(Shape.FAN))
            .note(many.note()));
  }

  /**
   * Milliseconds.
   *
   * @param full a plan from scratch, the median
   * @param median an edit, the median
   * @param most 99 of 100 edits take no longer
   */
  private record Times(double full, double median, double most) {
    double ratio() {
      return full / median;
    }

    String note() {
      return String.format(
          Locale.ROOT, "%.2f ms to %.0f ms; 99 of 100 within %.2f ms", median, full, most);
    }
  }

  private static Times times(Shape shape, String property, int step) {
    try (Ashlar ashlar =
        Ashlar.builder().state(StateStore.inMemory()).addProvider(MemoryCloud.create()).build()) {
      Workspace workspace =
          ashlar.open(Environment.of("edits", new Graph(shape, SIZE).blueprint()));
      Plan create = workspace.plan().join();
      if (!(workspace.apply(create).outcome().join() instanceof Outcome.Succeeded)) {
        throw new IllegalStateException("the graph was not applied");
      }
      PlanMode mode = PlanMode.apply().withoutRefresh();
      PlanningSession session = workspace.edit(mode).join();
      for (int round = 0; round < WARM_UPS; round++) {
        edits(session, property, step, 0);
      }
      double[] edits = edits(session, property, step, EDITS);
      Workspace edited = ashlar.open(session.preview().environment());
      double[] full = new double[FULL_PLANS];
      for (int round = 0; round < FULL_PLANS; round++) {
        long begun = System.nanoTime();
        String digest = edited.plan(mode).join().digest();
        full[round] = (System.nanoTime() - begun) / 1e6;
        if (!digest.equals(session.preview().plan().digest())) {
          throw new IllegalStateException("a session and a plan from scratch differ");
        }
      }
      Arrays.sort(full);
      return new Times(full[FULL_PLANS / 2], edits[EDITS / 2], edits[EDITS - 1 - EDITS / 100]);
    }
  }

  /** One object after the other gets a new value and loses it again: the plan stays small. */
  private static double[] edits(PlanningSession session, String property, int step, int from) {
    double[] times = new double[EDITS];
    int objects = (SIZE - 1) / step;
    for (int number = 0; number < EDITS; number++) {
      String resource = "r" + step * ((from + number / 2) % objects);
      Edit edit =
          number % 2 == 0
              ? Edit.set(resource, property, Value.of(from + 1_000_000L + number))
              : Edit.unset(resource, property);
      long begun = System.nanoTime();
      PlanningSession.Preview preview = session.edit(edit).join();
      times[number] = (System.nanoTime() - begun) / 1e6;
      if (!preview.refusals().isEmpty()) {
        throw new IllegalStateException(preview.refusals().toString());
      }
    }
    Arrays.sort(times);
    return times;
  }
}
