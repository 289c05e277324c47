package dev.ashlar.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Unmatched;

/** A command that this version does not have yet: it says so and does nothing. */
@CommandLine.Command(description = "Not in this version yet.")
final class Later extends Command {
  /** The commands that are reserved for later, in the order of the help. */
  static final List<String> NAMES =
      List.of("convert", "template", "diff", "promote", "permissions", "report", "cheatsheet");

  private final String name;

  /** Taken and not looked at: a command that is not there has no wrong arguments. */
  @Parameters(arity = "0..*", hidden = true)
  @SuppressWarnings("UnusedVariable")
  private List<String> operands = new ArrayList<>();

  @Unmatched
  @SuppressWarnings("UnusedVariable")
  private List<String> others = new ArrayList<>();

  Later(String name) {
    this.name = name;
  }

  @Override
  Report run() {
    return Report.usage(
        "ashlar "
            + name
            + " is not in this version yet, and nothing was done. ashlar --help lists what is"
            + " there.");
  }
}
