package dev.ashlar.endtoend;

import com.sun.management.ThreadMXBean;
import dev.ashlar.Ashlar;
import dev.ashlar.PlanningSession;
import dev.ashlar.Workspace;
import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.blueprint.Edit;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.blueprint.ResourceDeclaration;
import dev.ashlar.diagnostic.Source;
import dev.ashlar.memory.MemoryCloud;
import dev.ashlar.plan.PlanMode;
import dev.ashlar.value.Value;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Tells how long edits take beside full plans: {@code SessionTiming RESOURCES ROUNDS}. A main, not
 * a test: times depend on the machine and on what else it does.
 */
public final class SessionTiming {
  private final int size;
  private final int rounds;

  private SessionTiming(int size, int rounds) {
    this.size = size;
    this.rounds = rounds;
  }

  /** Runs. */
  public static void main(String[] arguments) {
    new SessionTiming(
            arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000,
            arguments.length > 1 ? Integer.parseInt(arguments[1]) : 300)
        .run();
  }

  private void run() {
    try (Ashlar ashlar = Ashlar.builder().addProvider(MemoryCloud.create()).build()) {
      Environment environment =
          Environment.of("big", Blueprint.read(Source.text("big.yaml", text())).orThrow());
      Workspace workspace = ashlar.open(environment);
      System.out.println("nothing exists");
      measure(workspace);
      workspace.apply(workspace.plan().join()).outcome().join();
      System.out.println("everything exists");
      measure(workspace);
    }
  }

  private void measure(Workspace workspace) {
    PlanMode mode = PlanMode.apply().withoutRefresh();
    for (int i = 0; i < 5; i++) {
      long start = System.nanoTime();
      workspace.plan(mode).join();
      print("full plan", start);
    }
    Map<String, ResourceDeclaration> declared = workspace.environment().blueprint().resources();
    times(
        workspace, "set, reaching none", i -> Edit.set("r" + last(i), "input", Value.of("x" + i)));
    times(workspace, "set, reaching 9", i -> Edit.set("r" + first(i), "input", Value.of("y" + i)));
    times(workspace, "refer", i -> Edit.setText("r" + last(i), "input", "${r" + i % 9 + ".id}"));
    times(workspace, "rename", i -> Edit.rename("r" + last(i), "renamed" + i));
    times(workspace, "parameter", i -> Edit.parameter("who", Value.of("w" + i)));
    times(workspace, "flag", i -> Edit.flag("on", i % 2 == 1));
    times(
        workspace,
        "add and remove",
        i -> i % 2 == 0 ? Edit.remove("last") : Edit.add(declared.get("last")));
  }

  /** Of some chain the first. */
  private int first(int i) {
    return i * 10 % size;
  }

  /** Of some chain the last. */
  private int last(int i) {
    return first(i) + 9;
  }

  private void times(Workspace workspace, String what, IntFunction<Edit> edit) {
    PlanningSession session = workspace.edit(PlanMode.apply().withoutRefresh()).join();
    ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long[] nanos = new long[rounds];
    long[] work = new long[rounds];
    long allocated = thread.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < rounds; i++) {
      long start = System.nanoTime();
      long worked = thread.getCurrentThreadCpuTime();
      session.edit(edit.apply(i)).join().plan().digest();
      work[i] = thread.getCurrentThreadCpuTime() - worked;
      nanos[i] = System.nanoTime() - start;
    }
    long perEdit = (thread.getCurrentThreadAllocatedBytes() - allocated) / rounds;
    Arrays.sort(nanos);
    Arrays.sort(work);
    System.out.printf(
        Locale.ROOT,
        "  %-20s median %8.3f ms   p99 %8.3f ms   processor: median %8.3f ms   p99 %8.3f ms  "
            + " %6d KiB%n",
        what,
        nanos[rounds / 2] / 1e6,
        nanos[rounds * 99 / 100] / 1e6,
        work[rounds / 2] / 1e6,
        work[rounds * 99 / 100] / 1e6,
        perEdit / 1024);
  }

  private static void print(String what, long start) {
    System.out.printf(Locale.ROOT, "  %-20s %8.3f ms%n", what, (System.nanoTime() - start) / 1e6);
  }

  /** Chains of ten, and something that reads a parameter and a flag. */
  private String text() {
    StringBuilder text =
        new StringBuilder(
            """
            apiVersion: ashlar.dev/v1
            kind: Blueprint
            metadata: { name: big, version: 1.0.0 }
            parameters: { who: { type: string, default: us } }
            flags: { on: { default: true } }
            resources:
              owner: { type: memory::Value, properties: { input: "${params.who}" } }
              flagged: { type: memory::Value, when: "${flags.on}", properties: { input: 1 } }
            """);
    for (int i = 0; i < size; i++) {
      text.append("  r").append(i).append(": { type: memory::Value, properties: { input: ");
      text.append(i % 10 == 0 ? "\"head" + i + "\"" : "\"${r" + (i - 1) + ".output}\"");
      text.append(" } }\n");
    }
    return text.append("  last: { type: memory::Value, properties: { input: 1 } }\n").toString();
  }
}
