package dev.ashlar.cli;

import dev.ashlar.Workspace;
import dev.ashlar.execution.Decision;
import dev.ashlar.execution.Outcome;
import dev.ashlar.execution.Run;
import java.util.List;
import java.util.Locale;

/** Ends what an interrupted run had begun, and says what is left to a person. */
final class Recovering {
  private final Command command;

  Recovering(Command command) {
    this.command = command;
  }

  /** Recovers, and shows how that goes. */
  Outcome recover(Workspace workspace, List<Decision.Answer> answers) {
    Run run = workspace.recover(answers.toArray(Decision.Answer[]::new));
    try (Progress progress = Progress.of(command, List.of())) {
      run.onEvent(progress::take);
      Outcome outcome = Interruption.cancelling(run, () -> run.outcome().join());
      progress.finish();
      return outcome;
    }
  }

  /** Recovers, as all that a command does. */
  Report report(Workspace workspace, List<Decision.Answer> answers) {
    Outcome outcome = recover(workspace, answers);
    RunResult result = new RunResult();
    result.take(outcome);
    return Report.of(Applying.exit(outcome), result, text(outcome))
        .at(outcome.state().serial())
        .and(outcome.diagnostics());
  }

  private static String text(Outcome outcome) {
    if (outcome instanceof Outcome.NeedsDecision stuck) {
      return questions(stuck.decisions());
    }
    if (outcome instanceof Outcome.Succeeded) {
      return outcome.changes().isEmpty()
          ? "Nothing is left of an interrupted run.\n"
          : "Recovered: " + ended(outcome.changes().size()) + ".\n";
    }
    return outcome.summary() + "\n" + outcome.rollback().map(RolledBackText::of).orElse("");
  }

  private static String ended(int operations) {
    return operations == 1
        ? "one interrupted operation ended"
        : operations + " interrupted operations ended";
  }

  /** The questions, and how to answer each. */
  static String questions(List<Decision> decisions) {
    StringBuilder text = new StringBuilder();
    for (Decision decision : decisions) {
      text.append(decision.question()).append('\n');
      for (Decision.Choice choice : decision.choices()) {
        text.append("  --take '").append(decision.operation()).append('=').append(word(choice));
        text.append("'  ").append(meaning(choice)).append('\n');
      }
    }
    return text.toString();
  }

  private static String word(Decision.Choice choice) {
    return choice == Decision.Choice.ADOPT ? "adopt:ID" : choice.name().toLowerCase(Locale.ROOT);
  }

  private static String meaning(Decision.Choice choice) {
    return switch (choice) {
      case ADOPT -> "it did, and ID is the object";
      case RETRY -> "it did not; the next plan does it again";
      case FORGET -> "leave it as it is, and forget it";
    };
  }
}
