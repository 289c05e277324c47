package dev.ashlar.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** One command: it runs, and what it came to is written in the one way for all. */
abstract class Command implements Callable<Integer> {
  @Mixin private Options options = new Options();

  @Spec private @Nullable CommandSpec spec;

  private @Nullable Console console;

  Options options() {
    return options;
  }

  Console console() {
    if (console == null) {
      throw new IllegalStateException("the command was not attached to a console");
    }
    return console;
  }

  void attach(Console where) {
    console = where;
  }

  /** Whether text may be coloured and questions asked. */
  boolean interactive() {
    return console().terminal() && !options.json();
  }

  abstract Report run();

  /** What is still to be done once the report is written: only for a command that serves others. */
  void goOn() {}

  @Override
  public Integer call() {
    Report report = options.misuse().orElseGet(this::contained);
    write(report);
    if (report.exit() == Exit.DONE) {
      goOn();
    }
    return report.exit().code();
  }

  private Report contained() {
    try {
      return run();
    } catch (RuntimeException e) {
      return Failure.report(e);
    }
  }

  private void write(Report report) {
    if (options.json()) {
      console().out().println(JsonText.envelope(name(), report));
    } else {
      report.show(console());
    }
  }

  private String name() {
    return spec == null ? "" : Misuse.name(spec.commandLine());
  }
}
