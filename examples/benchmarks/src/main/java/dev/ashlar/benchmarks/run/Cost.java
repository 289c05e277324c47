package dev.ashlar.benchmarks.run;

import java.lang.management.ManagementFactory;
import java.util.function.Supplier;

/**
 * What something cost this process.
 *
 * @param wall in seconds
 * @param cpu in seconds, of all threads, the collector's and the compiler's among them
 * @param bytes that were allocated by the threads that are still alive
 */
record Cost(double wall, double cpu, double bytes) {

  /** What a task gave, and what it cost. */
  record Of<T>(T result, Cost cost) {}

  static <T> Of<T> of(Supplier<T> task) {
    Cost before = now();
    T result = task.get();
    Cost after = now();
    return new Of<>(
        result,
        new Cost(after.wall - before.wall, after.cpu - before.cpu, after.bytes - before.bytes));
  }

  /** The cheapest of some rounds: what disturbs only adds. */
  static <T> Of<T> best(int rounds, Supplier<T> task) {
    Of<T> best = of(task);
    for (int round = 1; round < rounds; round++) {
      Of<T> next = of(task);
      best = next.cost.cpu < best.cost.cpu ? next : best;
    }
    return best;
  }

  double microsecondsFor(int objects) {
    return cpu * 1e6 / objects;
  }

  double kibibytesFor(int objects) {
    return bytes / 1024 / objects;
  }

  /** The heap that is used when what nobody holds is gone, in MiB. */
  static double heap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) / (double) (1 << 20);
  }

  private static Cost now() {
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long bytes = 0;
    for (long one : threads.getThreadAllocatedBytes(threads.getAllThreadIds())) {
      bytes += Math.max(0, one);
    }
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return new Cost(System.nanoTime() / 1e9, system.getProcessCpuTime() / 1e9, bytes);
  }
}
