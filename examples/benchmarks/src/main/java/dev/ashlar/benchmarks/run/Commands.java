package dev.ashlar.benchmarks.run;

import dev.ashlar.benchmarks.graph.Graph;
import dev.ashlar.benchmarks.graph.Shape;
import dev.ashlar.benchmarks.table.Row;
import dev.ashlar.benchmarks.table.Target;
import dev.ashlar.benchmarks.table.Unit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The whole command line: a process of its own each time, with a durable state. */
public final class Commands {
  private static final int ROUNDS = 3;

  /** What must be reached at a size, in seconds. */
  private record Targets(Target apply, Target empty, Target refreshed) {
    static Targets at(int size) {
      return switch (size) {
        case 5_000 -> new Targets(Target.atMost(3), Target.atMost(1.2), Target.atMost(2));
        case 100_000 -> new Targets(Target.NONE, Target.atMost(6), Target.NONE);
        default -> new Targets(Target.NONE, Target.NONE, Target.NONE);
      };
    }
  }

  /** Wall seconds of one size. */
  record Times(double create, double apply, double empty) {}

  private final Path ashlar;

  /** With the command line that the build made. */
  public Commands(Path ashlar) {
    this.ashlar = ashlar;
  }

  /** Whether there is one. */
  public boolean isThere() {
    return Files.isExecutable(ashlar)
        && Files.exists(ashlar.resolveSibling("target").resolve("ashlar-cli.jar"));
  }

  /** Measures the bare start, then each size. */
  public void measure(Findings findings, List<Integer> sizes) {
    try (Scratch scratch = Scratch.open()) {
      double start = best(ROUNDS, scratch.path(), 0, "--version");
      findings.add(Row.of("ashlar --version", start, Unit.SECONDS).target(Target.atMost(0.25)));
    }
    for (int size : sizes) {
      measure(findings, size);
    }
  }

  /** One size: creates, applies, looks again. */
  Times measure(Findings findings, int size) {
    int rounds = size > 10_000 ? 1 : ROUNDS;
    Targets targets = Targets.at(size);
    double apply = Double.MAX_VALUE;
    for (int round = 1; round < rounds; round++) {
      try (Scratch scratch = Scratch.open()) {
        apply = Math.min(apply, apply(scratch.path(), size));
      }
    }
    try (Scratch scratch = Scratch.open()) {
      Path at = scratch.path();
      new Graph(Shape.CHAINS, size).write(at.resolve("b.json"));
      double create = best(rounds, at, 2, "plan", "--refresh=false", "b.json");
      apply = Math.min(apply, apply(at, size));
      double empty = best(rounds, at, 0, "plan", "--refresh=false", "b.json");
      double refreshed = best(rounds, at, 0, "plan", "b.json");
      findings.add(Row.of("ashlar plan of " + size + " new", create, Unit.SECONDS));
      findings.add(row("apply of " + size, apply, targets.apply));
      findings.add(row("empty plan of " + size, empty, targets.empty));
      findings.add(row("empty plan of " + size + ", refreshed", refreshed, targets.refreshed));
      return new Times(create, apply, empty);
    }
  }

  private static Row row(String what, double seconds, Target target) {
    return Row.of("ashlar " + what, seconds, Unit.SECONDS).target(target);
  }

  private double apply(Path at, int size) {
    new Graph(Shape.CHAINS, size).write(at.resolve("b.json"));
    return Processes.seconds(at, 0, command("apply", "--yes", "--refresh=false", "b.json"));
  }

  private double best(int rounds, Path at, int exit, String... arguments) {
    double best = Double.MAX_VALUE;
    for (int round = 0; round < rounds; round++) {
      best = Math.min(best, Processes.seconds(at, exit, command(arguments)));
    }
    return best;
  }

  private List<String> command(String... arguments) {
    return Stream.concat(Stream.of(ashlar.toString()), Stream.of(arguments)).toList();
  }
}
