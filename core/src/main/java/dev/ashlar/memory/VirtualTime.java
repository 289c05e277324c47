package dev.ashlar.memory;

import dev.ashlar.connector.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Time that jumps to the next timer when nothing is left to do: time source and executor in one.
 *
 * <p>Everything runs on one thread of its own, in one order: by time, and then by the order of
 * asking. So a program that waits only here, and computes only here, does the same at every run,
 * and hours of it take milliseconds. The thread exists only while there is something to do; there
 * is nothing to close.
 *
 * <p>In a free-running time ({@link #create}) a test simply joins a future: meanwhile time moves. A
 * timer that always sets itself again then lets time run on for ever; a stepped time ({@link
 * #stepped}) moves only in {@link #advance} and {@link #run}. What a test does <em>while</em>
 * something goes on belongs into virtual time itself ({@link #at}), or the order is a race.
 *
 * <p>Work on other threads is not seen: keep time from jumping past it with {@link #hold}. Safe for
 * every thread.
 *
 * @since 0.1
 */
public final class VirtualTime implements TimeSource, Executor {
  private static final Instant START = Instant.parse("2030-01-01T00:00:00Z");

  private final Object lock = new Object();
  private final Agenda agenda = new Agenda(START);
  private final boolean free;
  private final List<CompletableFuture<?>> awaited = new ArrayList<>();
  private Instant limit = START;
  private int holds;
  private @Nullable Thread worker;
  private @Nullable Throwable thrown;

  private VirtualTime(boolean free) {
    this.free = free;
  }

  /** Time that moves on by itself. */
  public static VirtualTime create() {
    return new VirtualTime(true);
  }

  /** Time that moves only when told to. */
  public static VirtualTime stepped() {
    return new VirtualTime(false);
  }

  @Override
  public Instant now() {
    synchronized (lock) {
      return agenda.now();
    }
  }

  /** How long it has been since the beginning. */
  public Duration elapsed() {
    return Duration.between(START, now());
  }

  @Override
  public void execute(Runnable task) {
    synchronized (lock) {
      agenda.add(agenda.now(), Objects.requireNonNull(task, "task"));
      wake();
    }
  }

  @Override
  public Timer schedule(Duration delay, Runnable action) {
    synchronized (lock) {
      return put(agenda.now().plus(delay), action);
    }
  }

  /**
   * Does something so long after the beginning; at once, if that has passed.
   *
   * @return what cancels it
   */
  public Timer at(Duration sinceBeginning, Runnable action) {
    synchronized (lock) {
      return put(START.plus(sinceBeginning), action);
    }
  }

  private Timer put(Instant at, Runnable action) {
    Agenda.Entry entry = agenda.add(at, Objects.requireNonNull(action, "action"));
    wake();
    return () -> {
      synchronized (lock) {
        agenda.remove(entry);
        lock.notifyAll();
      }
    };
  }

  /**
   * Keeps time where it is, for work on another thread. What is due still runs.
   *
   * @return what lets time go on; call it once
   */
  public Runnable hold() {
    synchronized (lock) {
      holds++;
    }
    return () -> {
      synchronized (lock) {
        holds--;
        wake();
      }
    };
  }

  /**
   * Lets so much time pass, with all that falls into it.
   *
   * @throws IllegalStateException if a task threw, or if called by a task
   */
  public void advance(Duration duration) {
    CountDownLatch there = new CountDownLatch(1);
    synchronized (lock) {
      refuseOnWorker();
      Instant target = agenda.now().plus(duration);
      agenda.add(target, there::countDown);
      limit = limit.isAfter(target) ? limit : target;
      wake();
    }
    await(() -> free && there.getCount() == 0);
  }

  /**
   * Waits until nothing is left to do: no task, and no timer that time may reach.
   *
   * @throws IllegalStateException if a task threw, or if called by a task
   */
  public void runUntilIdle() {
    refuseOnWorker();
    await(() -> false);
  }

  /**
   * Lets time pass until the future is complete.
   *
   * @return its value
   * @throws java.util.concurrent.CompletionException if it failed
   * @throws IllegalStateException if nothing is left to do and it is still not complete, if a task
   *     threw, or if called by a task
   */
  public <T> T run(CompletableFuture<T> future) {
    synchronized (lock) {
      refuseOnWorker();
      awaited.add(future);
      wake();
    }
    var unused = future.whenComplete((value, error) -> stir());
    await(future::isDone);
    synchronized (lock) {
      awaited.removeIf(other -> other == future);
    }
    if (!future.isDone()) {
      throw new IllegalStateException("nothing is left to do, and the future is not complete");
    }
    return future.join();
  }

  /** Lets those who wait look again. */
  private void stir() {
    synchronized (lock) {
      lock.notifyAll();
    }
  }

  /** Waits until the condition holds, or nothing is left to do. */
  private void await(BooleanSupplier condition) {
    synchronized (lock) {
      boolean interrupted = false;
      while (!condition.getAsBoolean() && (worker != null || holds > 0)) {
        try {
          lock.wait();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
      Throwable failed = thrown;
      thrown = null;
      if (failed != null) {
        throw new IllegalStateException("a task threw", failed);
      }
    }
  }

  private void refuseOnWorker() {
    if (Thread.currentThread() == worker) {
      throw new IllegalStateException(
          "a task cannot wait for time to pass: it would wait for ever");
    }
  }

  /** Starts the thread, if there is something to do and none does it. */
  private void wake() {
    lock.notifyAll();
    if (worker == null && agenda.hasNext(reach())) {
      worker = new Thread(this::work, "virtual-time");
      worker.setDaemon(true);
      worker.start();
    }
  }

  /**
   * How far time may go just now. Asked before every task, so that time stops at the very task that
   * completes the last future that somebody waits for.
   */
  private Instant reach() {
    if (holds > 0) {
      return agenda.now();
    }
    if (free || awaited.stream().anyMatch(future -> !future.isDone())) {
      return Instant.MAX;
    }
    return limit.isAfter(agenda.now()) ? limit : agenda.now();
  }

  private void work() {
    for (Optional<Runnable> task = take(); task.isPresent(); task = take()) {
      try {
        task.get().run();
      } catch (Throwable e) {
        synchronized (lock) {
          thrown = thrown == null ? e : thrown;
        }
      }
    }
  }

  private Optional<Runnable> take() {
    synchronized (lock) {
      Optional<Runnable> next = agenda.next(reach());
      lock.notifyAll();
      if (next.isEmpty()) {
        worker = null;
      }
      return next;
    }
  }
}
