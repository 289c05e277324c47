package dev.ashlar.cli;

import dev.ashlar.Workspace;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.execution.Outcome;
import dev.ashlar.execution.Run;
import dev.ashlar.governance.PolicyReport;
import dev.ashlar.plan.Action;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.PlanMode;
import dev.ashlar.plan.PlanText;
import java.util.ArrayList;
import java.util.List;

/**
 * Plans, shows, asks and applies, round by round until nothing is deferred: the one way in which
 * every command changes something.
 */
final class Applying {
  private final Command command;
  private final boolean yes;
  private final RunResult result = new RunResult();
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();

  Applying(Command command, boolean yes) {
    this.command = command;
    this.yes = yes;
  }

  /** Whether nobody can be asked and nobody said yes. */
  static boolean cannotAsk(Command command, boolean yes) {
    return !yes && !command.interactive();
  }

  static Report needsYes() {
    return Report.usage(
        "There is no terminal to ask at, so nothing was done. Say --yes to apply without asking.");
  }

  /** Plans and applies until nothing is deferred. */
  Report rounds(Workspace workspace, PlanMode mode) {
    Plan plan = workspace.plan(mode).join();
    if (Planning.isUnended(plan)) {
      Outcome recovered = new Recovering(command).recover(workspace, List.of());
      if (!(recovered instanceof Outcome.Succeeded)) {
        return unrecovered(recovered);
      }
      plan = workspace.plan(mode).join();
    }
    while (true) {
      Report ended = round(workspace, plan);
      if (ended.exit() != Exit.DEFERRED) {
        return ended;
      }
      Plan next = workspace.plan(mode.following(plan.digest())).join();
      if (next.hasErrors() || stuck(next)) {
        return ended.and(next.diagnostics());
      }
      plan = next;
    }
  }

  /** What an interrupted run had begun could not all be ended. */
  private Report unrecovered(Outcome outcome) {
    result.take(outcome);
    diagnostics.addAll(outcome.diagnostics());
    if (outcome instanceof Outcome.NeedsDecision stuck) {
      text.append("An earlier run was interrupted. Say ashlar recover, with:\n");
      text.append(Recovering.questions(stuck.decisions()));
    } else {
      text.append(outcome.summary()).append('\n');
      outcome.rollback().ifPresent(undone -> text.append(RolledBackText.of(undone)));
    }
    return report(exit(outcome), outcome.state().serial());
  }

  private static boolean stuck(Plan plan) {
    return plan.changes().stream().allMatch(change -> change.action() == Action.DEFERRED);
  }

  /** Shows, asks and applies one plan. */
  Report round(Workspace workspace, Plan plan) {
    diagnostics.addAll(plan.diagnostics());
    if (plan.hasErrors()) {
      return report(Planning.exit(plan), plan.serial());
    }
    if (plan.isDenied()) {
      diagnostics.addAll(PolicyReport.of(plan).verdicts());
      text.append("Nothing was done: a policy denies it.\n");
      return report(Exit.DENIED, plan.serial());
    }
    if (plan.isEmpty()) {
      result.round(plan);
      text.append(PlanText.summary(plan)).append('\n');
      return report(Exit.DONE, plan.serial());
    }
    if (!yes) {
      show(plan);
      if (!command.console().confirm("Apply this plan?")) {
        text.append("Nothing was done.\n");
        return report(Exit.CANCELLED, plan.serial());
      }
    }
    return applied(workspace, plan);
  }

  private void show(Plan plan) {
    command
        .console()
        .err()
        .println(
            (command.console().colour() ? PlanText.coloured() : PlanText.plain()).render(plan));
  }

  private Report applied(Workspace workspace, Plan plan) {
    Run run = workspace.apply(plan);
    Outcome outcome;
    try (Progress progress = Progress.of(command, plan.changes())) {
      run.onEvent(progress::take);
      outcome = Interruption.cancelling(run, () -> run.outcome().join());
      progress.finish();
    }
    result.round(plan);
    result.take(outcome);
    diagnostics.addAll(outcome.diagnostics());
    text.append(outcome.summary()).append('\n');
    outcome.rollback().ifPresent(undone -> text.append(RolledBackText.of(undone)));
    if (outcome instanceof Outcome.NeedsDecision stuck) {
      text.append("Say ashlar recover, with:\n");
      text.append(Recovering.questions(stuck.decisions()));
    }
    return report(exit(outcome, plan), outcome.state().serial());
  }

  private static Exit exit(Outcome outcome, Plan plan) {
    boolean deferred =
        plan.changes().stream().anyMatch(change -> change.action() == Action.DEFERRED);
    return outcome instanceof Outcome.Succeeded && deferred ? Exit.DEFERRED : exit(outcome);
  }

  /** How a command ends whose run ended so. */
  static Exit exit(Outcome outcome) {
    if (outcome instanceof Outcome.Succeeded) {
      return Exit.DONE;
    }
    if (outcome instanceof Outcome.NeedsDecision) {
      return Exit.NEEDS_DECISION;
    }
    boolean undone =
        outcome instanceof Outcome.Failed
            && outcome.rollback().map(Outcome.Rollback::complete).orElse(false);
    if (undone) {
      return Exit.ROLLED_BACK;
    }
    if (outcome instanceof Outcome.Cancelled) {
      return Exit.CANCELLED;
    }
    if (Exit.of(outcome.diagnostics()) == Exit.DENIED) {
      return Exit.DENIED;
    }
    boolean recover =
        outcome.diagnostics().stream().anyMatch(d -> d.code().equals("execution.recover-first"));
    return recover ? Exit.NEEDS_DECISION : Exit.FAILED;
  }

  private Report report(Exit exit, long serial) {
    return Report.of(exit, result, text.toString()).at(serial).and(diagnostics);
  }
}
