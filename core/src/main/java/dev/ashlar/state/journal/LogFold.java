package dev.ashlar.state.journal;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.diagnostic.DiagnosticsException;
import dev.ashlar.state.Invariants;
import dev.ashlar.state.State;
import dev.ashlar.state.StateProblems;
import dev.ashlar.state.StateStore;
import dev.ashlar.state.format.EntryReader;
import dev.ashlar.state.format.FormatException;
import dev.ashlar.state.format.Sealer;
import dev.ashlar.state.format.SnapshotReader;
import dev.ashlar.value.Bytes;
import java.util.List;
import java.util.Optional;

/**
 * A log, folded into the state that it tells.
 *
 * @param state the state, with all its invariants
 * @param snapshotBytes the size of what it began with
 * @param logBytes the size of what came after
 */
record LogFold(State state, long snapshotBytes, long logBytes) {

  /**
   * Folds a log.
   *
   * @throws DiagnosticsException if it cannot be understood, or tells what cannot be
   */
  static LogFold of(
      Environment.Id environment, StateStore.Log log, Optional<? extends Sealer> keys) {
    if (log.snapshot().isEmpty() && log.entries().isEmpty()) {
      return new LogFold(State.empty(environment, ""), 0, 0);
    }
    Sealer sealer = keys.orElseThrow(() -> keyMissing(environment));
    State.Builder builder = begin(environment, log, sealer);
    EntryReader reader = new EntryReader(sealer);
    long logBytes = 0;
    int number = 0;
    for (Bytes entry : log.entries()) {
      number++;
      try {
        builder.apply(reader.read(entry.toArray()));
      } catch (FormatException e) {
        throw refused(e, "Entry %d after the snapshot of \"%s\"".formatted(number, environment));
      }
      logBytes += entry.size();
    }
    State state = builder.build();
    List<Diagnostic> broken = Invariants.check(state);
    if (broken.stream().anyMatch(Diagnostic::isError)) {
      throw new DiagnosticsException(broken);
    }
    long snapshotBytes = log.snapshot().map(snapshot -> (long) snapshot.bytes().size()).orElse(0L);
    return new LogFold(state, snapshotBytes, logBytes);
  }

  private static State.Builder begin(
      Environment.Id environment, StateStore.Log log, Sealer sealer) {
    if (log.snapshot().isEmpty()) {
      return State.builder(environment, "");
    }
    try {
      return new SnapshotReader(sealer).read(environment, log.snapshot().get().bytes());
    } catch (FormatException e) {
      throw refused(e, "The snapshot of \"%s\"".formatted(environment));
    }
  }

  /** The exception's message is our own: the end of the sentence. */
  private static DiagnosticsException refused(FormatException e, String subject) {
    return new DiagnosticsException(
        List.of(
            Diagnostic.of(e.code(), subject + " " + e.getMessage() + ". It was left untouched.")));
  }

  private static DiagnosticsException keyMissing(Environment.Id environment) {
    return new DiagnosticsException(
        List.of(
            Diagnostic.of(
                StateProblems.KEY_MISSING,
                "The environment \"%s\" has records and no keyring to open their secrets with. Restore the document \"keyring\" that lay beside them."
                    .formatted(environment))));
  }
}
