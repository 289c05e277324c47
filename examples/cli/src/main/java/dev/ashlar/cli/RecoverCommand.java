package dev.ashlar.cli;

import dev.ashlar.Workspace;
import dev.ashlar.execution.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Ends what an interrupted run had begun. */
@CommandLine.Command(
    name = "recover",
    description = "End what an interrupted run had begun; answer what the cloud cannot tell.")
final class RecoverCommand extends FileCommand {
  private static final String ADOPT = "=adopt:";

  @Option(
      names = "--take",
      paramLabel = "OP=adopt:ID|retry|forget",
      description = "Say what became of an operation, as often as needed.")
  private List<String> taken = new ArrayList<>();

  @Override
  Report run(Workspace workspace) {
    List<Decision.Answer> answers = new ArrayList<>();
    List<String> misread = new ArrayList<>();
    taken.forEach(text -> answer(text).ifPresentOrElse(answers::add, () -> misread.add(text)));
    if (!misread.isEmpty()) {
      return Report.usage(
          "--take wants OP=adopt:ID, OP=retry or OP=forget, not "
              + String.join(", ", misread)
              + ".");
    }
    return new Recovering(this).report(workspace, answers);
  }

  /** An identifier may hold any sign, an operation's name no adopt. */
  private static Optional<Decision.Answer> answer(String text) {
    int adopted = text.indexOf(ADOPT);
    if (adopted > 0 && text.length() > adopted + ADOPT.length()) {
      String id = text.substring(adopted + ADOPT.length());
      return Optional.of(
          new Decision.Answer(text.substring(0, adopted), Decision.Choice.ADOPT, Optional.of(id)));
    }
    int equals = text.lastIndexOf('=');
    if (equals <= 0) {
      return Optional.empty();
    }
    String operation = text.substring(0, equals);
    return switch (text.substring(equals + 1).toLowerCase(Locale.ROOT)) {
      case "retry" ->
          Optional.of(new Decision.Answer(operation, Decision.Choice.RETRY, Optional.empty()));
      case "forget" ->
          Optional.of(new Decision.Answer(operation, Decision.Choice.FORGET, Optional.empty()));
      default -> Optional.empty();
    };
  }
}
