package dev.ashlar.benchmarks.table;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * Where and when something was measured.
 *
 * @param when the beginning
 * @param cores how many processors the JVM sees
 * @param memory in GiB
 * @param jvm name and version
 * @param system the operating system
 * @param load how busy the machine was at the beginning: runnable tasks, or negative if unknown
 */
public record Machine(
    Instant when, int cores, long memory, String jvm, String system, double load) {

  /** This one. */
  public static Machine here(Instant when) {
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return new Machine(
        when.truncatedTo(ChronoUnit.MINUTES),
        Runtime.getRuntime().availableProcessors(),
        Math.round(system.getTotalMemorySize() / (double) (1L << 30)),
        System.getProperty("java.vm.name") + " " + Runtime.version(),
        system.getName() + " " + system.getVersion() + " " + system.getArch(),
        system.getSystemLoadAverage());
  }

  String text() {
    String busy = load < 0 ? "" : String.format(Locale.ROOT, "; load %.1f", load);
    return when + ": " + cores + " cores, " + memory + " GiB; " + jvm + "; " + system + busy;
  }
}
