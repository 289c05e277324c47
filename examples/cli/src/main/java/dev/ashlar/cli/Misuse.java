package dev.ashlar.cli;

import dev.ashlar.diagnostic.Suggestion;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * A command line that is not understood: what about it, what may have been meant, where to look.
 */
final class Misuse {
  private Misuse() {}

  static int write(Console console, ParameterException problem, String[] arguments) {
    String command = name(problem.getCommandLine());
    Report report = Report.usage(detail(problem, command));
    if (json(arguments)) {
      console.out().println(JsonText.envelope(command, report));
    } else {
      report.show(console);
    }
    return Exit.USAGE.code();
  }

  /** The words of a command, as somebody types them after {@code ashlar}. */
  static String name(CommandLine line) {
    CommandLine parent = line.getParent();
    if (parent == null) {
      return "";
    }
    return (name(parent) + " " + line.getCommandName()).strip();
  }

  private static boolean json(String[] arguments) {
    List<String> all = Arrays.asList(arguments);
    int format = all.lastIndexOf("--format");
    return all.contains("--format=json")
        || (format >= 0 && format + 1 < all.size() && all.get(format + 1).equals("json"));
  }

  private static String detail(ParameterException problem, String command) {
    String help = command.isEmpty() ? "ashlar --help" : "ashlar " + command + " --help";
    return reason(problem, command) + " See " + help + ".";
  }

  private static String reason(ParameterException problem, String command) {
    if (problem instanceof UnmatchedArgumentException unmatched
        && !unmatched.getUnmatched().isEmpty()) {
      String word = unmatched.getUnmatched().get(0);
      boolean option = word.startsWith("-");
      if (!option && !command.isEmpty()) {
        return "\"" + word + "\" is one argument too many.";
      }
      return "There is no "
          + (option ? "option " : "command ")
          + word
          + "."
          + meant(word, option, problem.getCommandLine());
    }
    String said = String.valueOf(problem.getMessage());
    String bare = said.startsWith("Error: ") ? said.substring("Error: ".length()) : said;
    return bare.replace("option option", "option").replaceAll("[.\\s]+$", "") + ".";
  }

  private static String meant(String word, boolean option, CommandLine line) {
    Stream<String> known =
        option
            ? line.getCommandSpec().optionsMap().keySet().stream()
            : line.getSubcommands().keySet().stream();
    String bare = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
    return Suggestion.closest(bare, known.toList())
        .map(closest -> " Did you mean " + closest + "?")
        .orElse("");
  }
}
