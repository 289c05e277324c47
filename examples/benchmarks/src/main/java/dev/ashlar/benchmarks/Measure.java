package dev.ashlar.benchmarks;

import dev.ashlar.benchmarks.run.Commands;
import dev.ashlar.benchmarks.run.Edits;
import dev.ashlar.benchmarks.run.Findings;
import dev.ashlar.benchmarks.run.InFlight;
import dev.ashlar.benchmarks.run.InProcess;
import dev.ashlar.benchmarks.run.Schedule;
import dev.ashlar.benchmarks.run.Tenants;
import dev.ashlar.benchmarks.run.Terraform;
import dev.ashlar.benchmarks.run.Written;
import dev.ashlar.benchmarks.table.Machine;
import dev.ashlar.benchmarks.table.Ratios;
import dev.ashlar.benchmarks.table.Table;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * Measures, prints the table, and compares the ratios of this run with the stored ones. Ends with 1
 * if one has become worse.
 */
public final class Measure {
  private Measure() {}

  /** See docs/performance.md for the options. */
  public static void main(String[] arguments) {
    Selection selection;
    try {
      selection = Selection.of(List.of(arguments));
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(64);
      return;
    }
    Path root = Path.of(System.getProperty("ashlar.root", ""));
    Machine machine = Machine.here(Instant.now());
    Findings findings = new Findings();
    run(selection, new Commands(root.resolve("examples/cli/ashlar").toAbsolutePath()), findings);
    System.out.println(Table.of(machine, findings.rows()));
    Path stored = root.resolve("examples/benchmarks/ratios.properties");
    System.exit(compared(selection, Ratios.read(stored), stored, findings) ? 0 : 1);
  }

  private static void run(Selection selection, Commands commands, Findings findings) {
    boolean built = commands.isThere();
    if (!built) {
      System.err.println("The command line is not built, and not measured: mvn package first.");
    }
    if (built && selection.wants(Selection.Part.COMMANDS)) {
      commands.measure(findings, selection.commands());
    }
    if (built && selection.wants(Selection.Part.TERRAFORM)) {
      Terraform.measure(findings, commands, selection.terraform());
    }
    if (selection.wants(Selection.Part.PROCESS)) {
      InProcess.measure(findings, selection.process());
      Written.measure(findings);
    }
    if (selection.wants(Selection.Part.EDITS)) {
      Edits.measure(findings);
    }
    if (selection.wants(Selection.Part.SCHEDULE)) {
      Schedule.measure(findings);
    }
    if (selection.wants(Selection.Part.FLIGHT)) {
      InFlight.measure(findings);
    }
    if (selection.wants(Selection.Part.TENANTS)) {
      Tenants.measure(findings);
    }
  }

  private static boolean compared(
      Selection selection, Ratios stored, Path file, Findings findings) {
    if (selection.store()) {
      stored.with(findings.ratios()).write(file);
      return true;
    }
    List<Ratios.Comparison> comparisons = stored.compare(findings.ratios());
    comparisons.forEach(one -> System.out.println(one.text()));
    return comparisons.stream().noneMatch(one -> one.verdict() == Ratios.Verdict.WORSE);
  }
}
