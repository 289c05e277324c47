package dev.ashlar.cli;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import picocli.CommandLine;

/** The command line. */
@CommandLine.Command(
    name = "ashlar",
    description = "Plan and apply infrastructure that is declared in blueprints.",
    mixinStandardHelpOptions = true,
    version = Main.VERSION)
final class Main {
  static final String VERSION = "ashlar 0.1.0";
  private static final Set<String> VERSION_OPTIONS = Set.of("-V", "--version");

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

  /** From Java 22 on there is a console in a pipe, too. */
  @SuppressWarnings("SystemConsoleNull")
  private static boolean isTerminal() {
    return System.console() != null;
  }

  /** Runs a command. */
  static int run(Console console, String... arguments) {
    if (arguments.length == 1 && VERSION_OPTIONS.contains(arguments[0])) {
      // Scripts ask often: it needs no look at what the commands take.
      console.out().println(VERSION);
      return Exit.DONE.code();
    }
    CommandLine line = new CommandLine(new Main());
    Commands.addTo(line, arguments);
    attach(line, console);
    line.setParameterExceptionHandler((problem, args) -> Misuse.write(console, problem, args));
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
}
