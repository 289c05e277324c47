package dev.ashlar.execution.step;

import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.execution.Decision;
import dev.ashlar.execution.Decision.Choice;
import dev.ashlar.execution.operation.Settled;
import dev.ashlar.plan.Change;
import dev.ashlar.schema.Operation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a person is asked when nobody knows whether an operation took effect. */
public final class Doubts {
  private Doubts() {}

  /** How a change ends whose outcome is not known: its operation stays open. */
  public static Ending ending(Change change, Operation operation, Settled.InDoubt doubt) {
    return Ending.open(
        change.action(),
        Failures.inDoubt(change, doubt.failure(), doubt.diagnostics()),
        decision(change, operation),
        doubt.id());
  }

  /** How a change ends of which still nobody knows more. */
  public static Ending open(Change change, Operation operation, List<Diagnostic> why) {
    return Ending.open(change.action(), why, decision(change, operation), Optional.empty());
  }

  private static Decision decision(Change change, Operation operation) {
    String question =
        "Did the "
            + operation.name().toLowerCase(Locale.ROOT)
            + " of \""
            + change.address()
            + "\" ("
            + change.type()
            + ") take effect? Look in the cloud, and say what is so.";
    return new Decision(change.id(), change.address(), question, choices(operation));
  }

  /** What can be answered: only a creation leaves an object that nobody knows the name of. */
  public static List<Choice> choices(Operation operation) {
    return operation == Operation.CREATE
        ? List.of(Choice.ADOPT, Choice.RETRY, Choice.FORGET)
        : List.of(Choice.RETRY, Choice.FORGET);
  }
}
