package dev.ashlar.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that every command takes. */
final class Options {
  enum Format {
    TEXT,
    JSON;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  // That it is declared is enough: picocli answers it.
  @SuppressWarnings("UnusedVariable")
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this and do nothing.")
  private boolean help;

  @Option(
      names = "--param",
      paramLabel = "K=V",
      description =
          "Set a parameter. JSON for lists and maps; @env:VAR and @file:PATH read it elsewhere.")
  private Map<String, String> parameters = new LinkedHashMap<>();

  @Option(
      names = "--state",
      paramLabel = "DIR",
      description = "Where the state lives (default: .ashlar).")
  private Path state = Path.of(".ashlar");

  @Option(
      names = "--environment",
      paramLabel = "NAME",
      description = "Which environment, where no FILE says it.")
  private @Nullable String environment;

  @Option(names = "--format", paramLabel = "text|json", description = "For a person, or a program.")
  private Format format = Format.TEXT;

  @Option(names = "--as", paramLabel = "USER", description = "Who acts (default: the login name).")
  private @Nullable String user;

  @Option(
      names = "--parallelism",
      paramLabel = "N",
      description = "How many operations may be under way at once (default: 16).")
  private int parallelism = 16;

  @Option(names = "--events", description = "Write events to standard error, as lines of JSON.")
  private boolean events;

  /** What is wrong with the values of the options. */
  Optional<Report> misuse() {
    return parallelism > 0
        ? Optional.empty()
        : Optional.of(Report.usage("--parallelism wants at least 1, not " + parallelism + "."));
  }

  Map<String, String> parameters() {
    return parameters;
  }

  Path state() {
    return state;
  }

  Optional<String> environment() {
    return Optional.ofNullable(environment);
  }

  boolean json() {
    return format == Format.JSON;
  }

  String user() {
    String login = System.getProperty("user.name", "somebody");
    return user == null ? login : user;
  }

  int parallelism() {
    return parallelism;
  }

  boolean events() {
    return events;
  }
}
