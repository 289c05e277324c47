package dev.ashlar.execution.rig;

import dev.ashlar.connector.TimeSource;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.execution.ExecutionProblems;
import dev.ashlar.state.JournalEntry;
import dev.ashlar.state.State;
import dev.ashlar.state.journal.Journal;
import dev.ashlar.state.journal.JournalException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A journal in memory that takes its time, and fails from an entry on when told to. */
public final class MemoryJournal implements Journal {
  private final TimeSource time;
  private final State.Builder records;
  private final List<JournalEntry> durable = new ArrayList<>();
  private final Duration flush;
  private int failsAfter = Integer.MAX_VALUE;
  private int appended;
  private Duration lease = Duration.ofDays(1);
  private Consumer<JournalEntry> witness = entry -> {};

  /** With these records. */
  public MemoryJournal(TimeSource time, State state, Duration flush) {
    this.time = time;
    this.records = state.toBuilder();
    this.flush = flush;
  }

  /** So many entries become durable, and no more. */
  public MemoryJournal failingAfter(int entries) {
    failsAfter = entries;
    return this;
  }

  /** Tells of every entry as it becomes durable. */
  public MemoryJournal witness(Consumer<JournalEntry> listener) {
    witness = listener;
    return this;
  }

  /** The lease holds so long. */
  public void lease(Duration left) {
    lease = left;
  }

  /** What is durable. */
  public synchronized List<JournalEntry> entries() {
    return List.copyOf(durable);
  }

  @Override
  public synchronized State state() {
    return records.build();
  }

  @Override
  public synchronized CompletableFuture<Void> append(List<JournalEntry> entries) {
    appended += entries.size();
    boolean fails = appended > failsAfter;
    CompletableFuture<Void> result = new CompletableFuture<>();
    TimeSource.Timer unused =
        time.schedule(
            flush,
            () -> {
              if (fails) {
                result.completeExceptionally(
                    new JournalException(
                        Diagnostic.of(ExecutionProblems.JOURNAL_FAILED, "The disk is full.")));
                return;
              }
              synchronized (this) {
                durable.addAll(entries);
                entries.forEach(records::apply);
                entries.forEach(witness);
              }
              result.complete(null);
            });
    return result;
  }

  @Override
  public Duration leaseLeft() {
    return lease;
  }

  @Override
  public CompletableFuture<Void> close() {
    return CompletableFuture.completedFuture(null);
  }
}
