package dev.ashlar.cli;

import java.util.List;
import picocli.CommandLine;

/**
 * The commands by name. To look at a command's options is slow, so only the one that was asked for
 * is built; all of them only where no known one comes first, as for help.
 */
final class Commands {
  /** The commands that there are, in the order of the help. */
  static final List<String> NAMES =
      List.of(
          "init",
          "validate",
          "graph",
          "types",
          "schema",
          "explain",
          "plan",
          "apply",
          "destroy",
          "rollback",
          "recover",
          "drift",
          "state",
          "output",
          "import",
          "policy",
          "approve",
          "move",
          "audit",
          "cloud");

  private Commands() {}

  /** Adds those commands that these arguments may be about. */
  static void addTo(CommandLine line, String... arguments) {
    String first = arguments.length == 0 ? "" : arguments[0];
    if (NAMES.contains(first) || Later.NAMES.contains(first)) {
      add(line, first);
    } else if (!first.equals("--version")) {
      NAMES.forEach(name -> add(line, name));
      Later.NAMES.forEach(name -> add(line, name));
    }
  }

  private static void add(CommandLine line, String name) {
    line.addSubcommand(name, command(name));
  }

  private static Command command(String name) {
    return switch (name) {
      case "init" -> new Init();
      case "validate" -> new Validate();
      case "graph" -> new GraphCommand();
      case "types" -> new Types();
      case "schema" -> new SchemaCommand();
      case "explain" -> new Explain();
      case "plan" -> new PlanCommand();
      case "apply" -> new Apply();
      case "destroy" -> new Destroy();
      case "rollback" -> new Rollback();
      case "recover" -> new RecoverCommand();
      case "drift" -> new DriftCommand();
      case "state" -> new StateCommand();
      case "output" -> new Output();
      case "import" -> new ImportCommand();
      case "policy" -> new PolicyCommand();
      case "approve" -> new Approve();
      case "move" -> new MoveCommand();
      case "audit" -> new AuditCommand();
      case "cloud" -> new CloudCommand();
      default -> new Later(name);
    };
  }
}
