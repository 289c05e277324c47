package dev.ashlar.execution.step;

import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.plan.Action;
import dev.ashlar.state.JournalEntry;
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
 */
public record Ending(
    boolean succeeded,
    Action done,
    List<JournalEntry.Effect> effects,
    List<Diagnostic> diagnostics,
    Optional<String> identity) {
  /** Copies the lists. */
  public Ending {
    effects = List.copyOf(effects);
    diagnostics = List.copyOf(diagnostics);
  }

  static Ending done(Action action, JournalEntry.Effect... effects) {
    return new Ending(true, action, List.of(effects), List.of(), Optional.empty());
  }

  static Ending failed(
      Action action, List<Diagnostic> diagnostics, JournalEntry.Effect... effects) {
    return new Ending(false, action, List.of(effects), diagnostics, Optional.empty());
  }

  Ending of(Optional<String> named) {
    return new Ending(succeeded, done, effects, diagnostics, named);
  }
}
