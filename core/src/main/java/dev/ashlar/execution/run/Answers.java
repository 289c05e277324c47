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
import java.util.TreeMap;

/** Which answers are of no use, and why. */
final class Answers {
  private Answers() {}

  /** Every reason to refuse answers; none where each answers a question that there is. */
  static List<Diagnostic> refusals(State state, Map<String, Decision.Answer> answers) {
    List<Diagnostic> refusals = new ArrayList<>();
    new TreeMap<>(answers)
        .forEach(
            (change, answer) -> {
              State.Pending pending = state.pending().get(change);
              if (pending == null) {
                refusals.add(
                    refusal(
                        "No operation \""
                            + change
                            + "\" is open."
                            + (state.pending().isEmpty()
                                ? " None is."
                                : " Open are: "
                                    + String.join(", ", state.pending().keySet())
                                    + ".")));
              } else {
                check(pending, answer).ifPresent(refusals::add);
              }
            });
    return refusals;
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
