package dev.ashlar.execution.run;

import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.execution.Decision;
import dev.ashlar.execution.ExecutionProblems;
import dev.ashlar.execution.step.Doubts;
import dev.ashlar.state.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which answers are of no use, and why. */
final class Answers {
  private Answers() {}

  /** Every reason to refuse answers; none where each answers a question that there is. */
  static List<Diagnostic> refusals(State state, List<Decision.Answer> answers) {
    SortedMap<String, Decision.Answer> byOperation = new TreeMap<>();
    List<Diagnostic> refusals = new ArrayList<>();
    for (Decision.Answer answer : answers) {
      Decision.Answer other = byOperation.put(answer.operation(), answer);
      if (other != null && !other.equals(answer)) {
        refusals.add(refusal("\"" + answer.operation() + "\" has two answers. Say one."));
      }
    }
    byOperation.values().forEach(answer -> check(state, answer).ifPresent(refusals::add));
    return refusals;
  }

  /** Answers by the operation that each is about. */
  static Map<String, Decision.Answer> byOperation(List<Decision.Answer> answers) {
    Map<String, Decision.Answer> byOperation = new TreeMap<>();
    answers.forEach(answer -> byOperation.put(answer.operation(), answer));
    return byOperation;
  }

  private static Optional<Diagnostic> check(State state, Decision.Answer answer) {
    State.Pending pending = state.pending().get(answer.operation());
    return pending == null
        ? Optional.of(unasked(state, answer.operation()))
        : check(pending, answer);
  }

  private static Diagnostic unasked(State state, String operation) {
    String open = String.join(", ", state.pending().keySet());
    return refusal(
        "No operation \""
            + operation
            + "\" is open."
            + (open.isEmpty() ? " None is." : " Open are: " + open + "."));
  }

  private static Optional<Diagnostic> check(State.Pending pending, Decision.Answer answer) {
    String change = pending.began().change();
    if (!Doubts.choices(pending.began().operation()).contains(answer.choice())) {
      return Optional.of(
          refusal(
              "\""
                  + change
                  + "\" cannot be answered with "
                  + answer.choice().name().toLowerCase(Locale.ROOT)
                  + ": its object is known already."));
    }
    if (answer.choice() == Decision.Choice.ADOPT && answer.identity().isEmpty()) {
      return Optional.of(
          refusal("To adopt for \"" + change + "\", say the cloud's identifier of the object."));
    }
    return Optional.empty();
  }

  private static Diagnostic refusal(String detail) {
    return Diagnostic.of(ExecutionProblems.NOT_AN_ANSWER, detail);
  }
}
