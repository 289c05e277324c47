package dev.ashlar.observation.limit;

import dev.ashlar.connector.Failure;
import dev.ashlar.connector.TimeSource;
import dev.ashlar.observation.limit.Admission.Permit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One limit: its pace, and those who wait for it. Safe for every thread; holds none. */
final class Gate {
  private final TimeSource time;
  private final Line line = new Line();
  private Pace pace;
  private boolean timed;
  private long lastAsk;
  private boolean retired;

  Gate(TimeSource time, Pace pace) {
    this.time = time;
    this.pace = pace;
    this.lastAsk = now();
  }

  static long nanos(Instant at) {
    return at.getEpochSecond() * 1_000_000_000L + at.getNano();
  }

  private long now() {
    return nanos(time.now());
  }

  /** A place in the line; null where this gate is not used any more. */
  @Nullable CompletableFuture<Permit> admit(String tenant, Consumer<Instant> waiting) {
    CompletableFuture<Permit> waiter;
    Instant about;
    synchronized (this) {
      if (retired) {
        return null;
      }
      long now = now();
      lastAsk = now;
      if (line.isEmpty() && pace.ready(now) <= now) {
        return CompletableFuture.completedFuture(go(now));
      }
      waiter = new CompletableFuture<>();
      line.add(tenant, waiter);
      long ahead = pace.wait(line.length(), now);
      about = time.now().plusNanos(ahead);
      arm(now);
    }
    waiting.accept(about);
    return waiter;
  }

  private Permit go(long now) {
    pace = pace.sent(!line.isEmpty(), now);
    int number = pace.number();
    return failure -> ended(number, failure);
  }

  private void arm(long now) {
    if (!timed) {
      timed = true;
      long delay = Math.max(0, pace.ready(now) - now);
      TimeSource.Timer unused = time.schedule(Duration.ofNanos(delay), this::pump);
    }
  }

  private void pump() {
    List<Runnable> admitted = new ArrayList<>();
    synchronized (this) {
      timed = false;
      long now = now();
      while (!line.isEmpty() && pace.ready(now) <= now) {
        CompletableFuture<Permit> next = line.poll();
        if (next != null) {
          // Who is cancelled meanwhile makes no call: that says nothing about the cloud.
          Permit permit = go(now);
          admitted.add(() -> next.complete(permit));
        }
      }
      if (!line.isEmpty()) {
        arm(now);
      }
    }
    admitted.forEach(Runnable::run);
  }

  private synchronized void ended(int number, Optional<Failure> failure) {
    Failure.Kind kind = failure.map(Failure::kind).orElse(null);
    Pace.End end =
        kind == Failure.Kind.THROTTLED
            ? Pace.End.REFUSED
            : kind == Failure.Kind.TEMPORARY ? Pace.End.UNABLE : Pace.End.ACCEPTED;
    Optional<Duration> asked = failure.flatMap(Failure::retryAfter);
    OptionalLong after =
        asked.isPresent()
            ? OptionalLong.of(
                Math.min(asked.get().toSeconds(), 3_600) * 1_000_000_000L
                    + asked.get().toNanosPart())
            : OptionalLong.empty();
    pace = pace.ended(number, end, after, now());
  }

  /** Whether it is not used any more, because nothing worth keeping is known by it. */
  synchronized boolean retire(long now) {
    if (!line.isEmpty()) {
      line.tidy();
    }
    retired = line.isEmpty() && pace.isForgettable(lastAsk, now);
    return retired;
  }

  synchronized Pace pace() {
    return pace;
  }
}
