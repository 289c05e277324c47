package dev.ashlar.cli;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The command line. */
@CommandLine.Command(
    name = "ashlar",
    description = "Plan and apply infrastructure that is declared in blueprints.",
    mixinStandardHelpOptions = true,
    version = "ashlar 0.1.0",
    subcommands = {
      Init.class,
      Validate.class,
      GraphCommand.class,
      Types.class,
      SchemaCommand.class,
      PlanCommand.class,
      Apply.class,
      Destroy.class,
      DriftCommand.class,
      StateCommand.class,
      Output.class,
      ImportCommand.class
    })
final class Main {
  private Main() {}

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    Console console =
        new Console(
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8),
            new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
            isTerminal());
    System.exit(run(console, arguments));
  }

  /** From Java 22 on there is a console in a pipe, too; NO_COLOR says that nobody is there. */
  @SuppressWarnings("SystemConsoleNull")
  private static boolean isTerminal() {
    return System.console() != null && System.getenv("NO_COLOR") == null;
  }

  /** Runs a command. */
  static int run(Console console, String... arguments) {
    CommandLine line = new CommandLine(new Main());
    Later.addTo(line);
    attach(line, console);
    line.setParameterExceptionHandler((problem, args) -> misused(console, problem, args));
    line.setExecutionExceptionHandler(
        (problem, command, result) -> {
          console.err().println("error: the engine failed: " + problem.getClass().getName());
          console
              .err()
              .println("  This is a defect of Ashlar. Nothing half done is hidden: plan again.");
          return Exit.FAILED.code();
        });
    line.setCaseInsensitiveEnumValuesAllowed(true);
    if (arguments.length == 0) {
      line.usage(console.err());
      return Exit.USAGE.code();
    }
    return line.execute(arguments);
  }

  private static void attach(CommandLine line, Console console) {
    line.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
    if (line.getCommand() instanceof Command command) {
      command.attach(console);
    }
    line.getSubcommands().values().forEach(sub -> attach(sub, console));
  }

  private static int misused(Console console, ParameterException problem, String[] arguments) {
    CommandLine line = problem.getCommandLine();
    String why = Objects.requireNonNullElse(problem.getMessage(), "these arguments do not fit");
    Report report = Report.usage("arguments", why);
    if (Arrays.asList(arguments).contains("json")) {
      console.out().println(JsonText.envelope(line.getCommandName(), report));
    } else {
      console.err().println("error: " + why);
      line.usage(console.err());
    }
    return Exit.USAGE.code();
  }
}
