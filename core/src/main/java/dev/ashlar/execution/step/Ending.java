package dev.ashlar.execution.step;

import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.execution.Decision;
import dev.ashlar.execution.ExecutionProblems;
import dev.ashlar.plan.Action;
import dev.ashlar.state.JournalEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a change came to, before it is recorded.
 *
 * @param succeeded whether it did what was planned
 * @param done what was done: the planned action or a weaker one
 * @param effects what is recorded of it
 * @param diagnostics why it failed, at least one error then
 * @param identity the object that the cloud has named in this change
 * @param decision what a person must say, where nobody knows whether it took effect: then its
 *     operation stays open in the journal
 */
public record Ending(
    boolean succeeded,
    Action done,
    List<JournalEntry.Effect> effects,
    List<Diagnostic> diagnostics,
    Optional<String> identity,
    Optional<Decision> decision) {
  /** Copies the lists. */
  public Ending {
    effects = List.copyOf(effects);
    diagnostics = List.copyOf(diagnostics);
  }

  /** What came to an end that is known. */
  public Ending(
      boolean succeeded,
      Action done,
      List<JournalEntry.Effect> effects,
      List<Diagnostic> diagnostics,
      Optional<String> identity) {
    this(succeeded, done, effects, diagnostics, identity, Optional.empty());
  }

  /** It is done. */
  public static Ending done(Action action, JournalEntry.Effect... effects) {
    return new Ending(true, action, List.of(effects), List.of(), Optional.empty());
  }

  /** It is not done, or not as planned. */
  public static Ending failed(
      Action action, List<Diagnostic> diagnostics, JournalEntry.Effect... effects) {
    return new Ending(false, action, List.of(effects), diagnostics, Optional.empty());
  }

  /** Nobody knows whether it took effect. */
  public static Ending open(
      Action action, List<Diagnostic> diagnostics, Decision decision, Optional<String> identity) {
    return new Ending(false, action, List.of(), diagnostics, identity, Optional.of(decision));
  }

  /**
   * It is known by now that nothing of it is in the cloud, or no more than is recorded: not what
   * was planned, and nothing to complain of. So ends what was interrupted, and what was cancelled
   * before its call.
   */
  public static Ending without(JournalEntry.Effect... effects) {
    return new Ending(false, Action.NO_OP, List.of(effects), List.of(), Optional.empty());
  }

  /** Whether it is neither done nor failed. */
  public boolean isWithout() {
    return !succeeded && !isFailure();
  }

  /** Whether there is something to complain of. */
  public boolean isFailure() {
    return !succeeded
        && (decision.isPresent() || diagnostics.stream().anyMatch(Diagnostic::isError));
  }

  /** Whether it failed because the object was not as expected: somebody else had changed it. */
  public boolean isConflict() {
    return isFailure()
        && diagnostics.stream().anyMatch(why -> why.code().equals(ExecutionProblems.CONFLICT.id()));
  }

  /** The same, with what is to be said besides. */
  public Ending saying(List<Diagnostic> more) {
    List<Diagnostic> all = new ArrayList<>(more);
    all.addAll(diagnostics);
    return new Ending(succeeded, done, effects, all, identity, decision);
  }

  /** The same, of this object in the cloud. */
  public Ending of(Optional<String> named) {
    return new Ending(succeeded, done, effects, diagnostics, named, decision);
  }
}
