package dev.ashlar.state.journal;

import dev.ashlar.state.JournalEntry;
import dev.ashlar.state.State;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The records of one environment, open for writing under a lease. Entries become durable in the
 * order of the calls; calls that overlap share a flush. Safe for every thread.
 */
public interface Journal {

  /** The state as of all entries whose append has completed. */
  State state();

  /**
   * Appends entries.
   *
   * @return completes when they are durable, on the engine's executor; fails with a {@link
   *     JournalException} where they are not, and after that nothing more can be appended
   */
  CompletableFuture<Void> append(List<JournalEntry> entries);

  /** How long the lease still holds; renewed on its own while the journal is open. */
  Duration leaseLeft();

  /** Compacts where it is due, releases the lease. */
  CompletableFuture<Void> close();
}
