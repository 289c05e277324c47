package dev.ashlar.state.journal;

import dev.ashlar.connector.TimeSource;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.state.JournalEntry;
import dev.ashlar.state.State;
import dev.ashlar.state.StateProblems;
import dev.ashlar.state.StateStore;
import dev.ashlar.state.format.EntryText;
import dev.ashlar.state.format.Sealer;
import dev.ashlar.state.format.SnapshotText;
import dev.ashlar.value.Bytes;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * A journal with one flush in flight: what is appended meanwhile shares the next one. A flush lets
 * those who waited for the last one go first, for what they do now is often to append what comes
 * next. The first failure is the last thing that happens: nothing is appended after it.
 */
final class BatchingJournal implements Journal {
  /** A flush of more waits for the next one. */
  private static final long FLUSH_BYTES = 1 << 20;

  /** So many turns of the executor a flush waits at most for those who were waiting before. */
  private static final int TURNS = 24;

  private final StateStore store;
  private final Executor executor;
  private final Sealer sealer;
  private final EntryText text;
  private final LeaseKeeper keeper;
  private final State.Builder builder;
  private final ArrayDeque<Waiting> queue = new ArrayDeque<>();
  private final CompletableFuture<Void> closed = new CompletableFuture<>();
  private final long snapshotBytes;

  private long logBytes;
  private long lastSerial;
  private boolean flushing;
  private boolean closing;
  private @Nullable Diagnostic failure;
  private @Nullable State built;

  private BatchingJournal(
      StateStore store,
      TimeSource time,
      Executor executor,
      LeaseTerms terms,
      Sealer sealer,
      LogFold begun,
      LeaseKeeper.Granted granted) {
    this.store = store;
    this.executor = executor;
    this.sealer = sealer;
    this.text = new EntryText(sealer);
    this.keeper = new LeaseKeeper(store, time, executor, terms, granted, this::fail);
    this.builder = begun.state().toBuilder();
    this.built = begun.state();
    this.snapshotBytes = begun.snapshotBytes();
    this.logBytes = begun.logBytes();
    this.lastSerial = begun.state().serial();
  }

  static Journal open(
      StateStore store,
      TimeSource time,
      Executor executor,
      LeaseTerms terms,
      Sealer sealer,
      LogFold begun,
      LeaseKeeper.Granted granted) {
    BatchingJournal journal =
        new BatchingJournal(store, time, executor, terms, sealer, begun, granted);
    journal.keeper.start();
    return journal;
  }

  /** Appended together; all of one serial, so that an old serial can be read without the later. */
  private record Waiting(
      long serial, List<JournalEntry> entries, CompletableFuture<Void> durable) {}

  @Override
  public synchronized State state() {
    if (built == null) {
      built = builder.build();
    }
    return built;
  }

  @Override
  public Duration leaseLeft() {
    return keeper.left();
  }

  @Override
  public CompletableFuture<Void> append(List<JournalEntry> entries) {
    CompletableFuture<Void> durable = new CompletableFuture<>();
    synchronized (this) {
      if (failure != null) {
        return CompletableFuture.failedFuture(new JournalException(failure));
      }
      if (closing) {
        return CompletableFuture.failedFuture(new JournalException(afterClose()));
      }
      for (JournalEntry entry : entries) {
        if (entry instanceof JournalEntry.RunBegan began) {
          lastSerial = began.serial();
        }
      }
      queue.add(new Waiting(lastSerial, List.copyOf(entries), durable));
      if (flushing) {
        return durable.copy();
      }
      flushing = true;
    }
    soon(() -> gather(0, 0));
    return durable.copy();
  }

  @Override
  public CompletableFuture<Void> close() {
    boolean idle;
    synchronized (this) {
      idle = !closing && !flushing;
      closing = true;
      flushing = true;
    }
    if (idle) {
      soon(this::flush);
    }
    return closed.copy();
  }

  /** On the executor; where it takes no task, what waits is refused: nobody waits for ever. */
  private void soon(Runnable step) {
    try {
      executor.execute(step);
    } catch (RuntimeException | Error e) {
      fail(e);
      flush();
    }
  }

  /** Waits a few turns until as many append again as were let go; where nobody was, not at all. */
  private void gather(int expected, int turn) {
    boolean enough;
    synchronized (this) {
      enough = closing || queue.size() >= expected;
    }
    if (enough || turn == TURNS) {
      flush();
    } else {
      soon(() -> gather(expected, turn + 1));
    }
  }

  /** Runs one at a time: {@code flushing} is set. */
  private void flush() {
    List<Waiting> taken = new ArrayList<>();
    List<Bytes> lines = new ArrayList<>();
    try {
      long bytes = 0;
      Waiting next = take(taken);
      while (next != null) {
        taken.add(next);
        for (JournalEntry entry : next.entries()) {
          Bytes line = text.write(entry);
          lines.add(line);
          bytes += line.size();
        }
        next = bytes < FLUSH_BYTES ? take(taken) : null;
      }
    } catch (RuntimeException | Error e) {
      flushed(taken, 0, e);
      return;
    }
    if (taken.isEmpty()) {
      idle();
      return;
    }
    long size = lines.stream().mapToLong(Bytes::size).sum();
    StateStore.Batch batch = new StateStore.Batch(taken.get(0).serial(), lines);
    Stages.onEnd(
        Stages.call(() -> store.append(keeper.lease(), batch)),
        executor,
        (done, problem) -> flushed(taken, size, problem));
  }

  /** The next that can share the flush of those taken; also nothing any more after a failure. */
  private synchronized @Nullable Waiting take(List<Waiting> taken) {
    Waiting next = queue.peek();
    if (next == null || !taken.isEmpty() && taken.get(0).serial() != next.serial()) {
      return null;
    }
    return queue.poll();
  }

  private void flushed(List<Waiting> taken, long size, @Nullable Throwable storing) {
    Throwable problem = storing == null ? applied(taken, size) : storing;
    if (problem != null) {
      fail(problem);
      JournalException refusal = refusal();
      taken.forEach(waiting -> waiting.durable().completeExceptionally(refusal));
    } else {
      taken.forEach(waiting -> waiting.durable().complete(null));
    }
    int expected = waiting() + taken.size();
    if (problem == null && expected > 1) {
      soon(() -> gather(expected, 0));
    } else {
      flush();
    }
  }

  /** Takes what is durable into the state; gives why that could not be. */
  private synchronized @Nullable Throwable applied(List<Waiting> taken, long size) {
    try {
      logBytes += size;
      built = null;
      taken.forEach(waiting -> waiting.entries().forEach(builder::apply));
      return null;
    } catch (RuntimeException | Error e) {
      return e;
    }
  }

  private synchronized int waiting() {
    return queue.size();
  }

  private void idle() {
    boolean more;
    synchronized (this) {
      more = !queue.isEmpty();
      if (!more && !closing) {
        flushing = false;
        return;
      }
    }
    if (more) {
      soon(this::flush);
      return;
    }
    keeper.stop();
    Stages.onEnd(
        Stages.settled(compact())
            .thenCompose(done -> Stages.call(() -> store.release(keeper.lease()))),
        executor,
        (done, ignored) -> closed.complete(null));
  }

  /** A snapshot only saves reading: where it cannot be written, the log still tells everything. */
  private CompletableFuture<Void> compact() {
    synchronized (this) {
      if (failure != null || !CompactionPolicy.isDue(snapshotBytes, logBytes)) {
        return CompletableFuture.completedFuture(null);
      }
    }
    return Stages.call(
        () -> {
          State state = state();
          return store.compact(
              keeper.lease(),
              new StateStore.Snapshot(state.serial(), new SnapshotText(sealer).write(state)));
        });
  }

  private void fail(Throwable problem) {
    List<Waiting> refused;
    synchronized (this) {
      if (failure == null) {
        failure = diagnose(problem);
      }
      refused = List.copyOf(queue);
      queue.clear();
    }
    keeper.stop();
    JournalException refusal = refusal();
    refused.forEach(waiting -> waiting.durable().completeExceptionally(refusal));
  }

  private Diagnostic diagnose(Throwable problem) {
    try {
      return StoreFailure.explain(builder.environment(), problem).get(0);
    } catch (RuntimeException bug) {
      return Diagnostic.of(
          StateProblems.STORE_UNREACHABLE,
          "The store of the environment \"%s\" failed in an unforeseen way (%s)."
              .formatted(builder.environment(), problem.getClass().getSimpleName()));
    }
  }

  private synchronized JournalException refusal() {
    return new JournalException(failure == null ? afterClose() : failure);
  }

  private Diagnostic afterClose() {
    return Diagnostic.of(
        StateProblems.JOURNAL_CLOSED,
        "The journal of the environment \"%s\" was closed before this was appended."
            .formatted(builder.environment()));
  }
}
