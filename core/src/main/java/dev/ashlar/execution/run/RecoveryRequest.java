package dev.ashlar.execution.run;

import dev.ashlar.execution.Decision;
import dev.ashlar.execution.step.Remainder;
import dev.ashlar.state.journal.Journal;
import dev.ashlar.value.Value;
import java.util.List;
import java.util.function.Function;

/**
 * An interrupted run to end.
 *
 * @param journal the environment's records, open for writing; not closed by the run
 * @param remainder tells the configurations of providers
 * @param fingerprint the environment's keyed fingerprint of a value
 * @param answers what a person said
 * @param principal who recovers
 * @param leavesOpen whether the run stays open afterwards, for somebody goes on with it
 */
public record RecoveryRequest(
    Journal journal,
    Remainder remainder,
    Function<Value, String> fingerprint,
    List<Decision.Answer> answers,
    String principal,
    boolean leavesOpen) {
  /** Copies the list. */
  public RecoveryRequest {
    answers = List.copyOf(answers);
  }

  /** An interrupted run to end for good. */
  public RecoveryRequest(
      Journal journal,
      Remainder remainder,
      Function<Value, String> fingerprint,
      List<Decision.Answer> answers,
      String principal) {
    this(journal, remainder, fingerprint, answers, principal, false);
  }
}
