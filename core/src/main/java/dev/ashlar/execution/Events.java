package dev.ashlar.execution;

import dev.ashlar.connector.Failure;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.plan.Action;
import dev.ashlar.plan.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Makes the events that the engine publishes. Embedders have no use for it.
 *
 * @since 0.1
 */
public final class Events {
  private Events() {}

  /** A change is begun. */
  public static Event.Started started(Instant at, Change change) {
    return new ChangeStarted(at, change);
  }

  /** The cloud works on a change. */
  public static Event.Waiting waiting(Instant at, Change change, Instant until) {
    return new ChangeWaiting(at, change, until);
  }

  /** A rate limit keeps a call back. */
  public static Event.Limited limited(Instant at, Change change, Instant until) {
    return new ChangeLimited(at, change, until);
  }

  /** A call is made again. */
  public static Event.Retrying retrying(
      Instant at, Change change, int attempt, Duration delay, Failure failure) {
    return new ChangeRetrying(at, change, attempt, delay, failure);
  }

  /** A change is made. */
  public static Event.Finished finished(
      Instant at, Change change, Action action, Duration duration) {
    return new ChangeFinished(at, change, action, duration);
  }

  /** A change is not made. */
  public static Event.Failed failed(
      Instant at, Change change, Duration duration, List<Diagnostic> diagnostics) {
    return new ChangeFailed(at, change, duration, List.copyOf(diagnostics));
  }

  /** A change is not begun. */
  public static Event.Skipped skipped(
      Instant at, Change change, Event.SkipReason reason, Optional<String> cause) {
    return new ChangeSkipped(at, change, reason, cause);
  }

  /** How far the run is. */
  public static Event.Progress progress(Instant at, int done, int total, Optional<Duration> left) {
    return new RunProgress(at, done, total, left);
  }

  /** Something to be said. */
  public static Event.Noted noted(Instant at, Diagnostic diagnostic) {
    return new RunNoted(at, diagnostic);
  }

  record ChangeStarted(Instant at, Change change) implements Event.Started {
    @Override
    public Event.Status status() {
      return Event.Status.RUNNING;
    }

    @Override
    public String toString() {
      return line(this, change.action().text());
    }
  }

  record ChangeWaiting(Instant at, Change change, Instant until) implements Event.Waiting {
    @Override
    public Event.Status status() {
      return Event.Status.WAITING;
    }

    @Override
    public String toString() {
      return line(this, "the cloud is at work");
    }
  }

  record ChangeLimited(Instant at, Change change, Instant until) implements Event.Limited {
    @Override
    public Event.Status status() {
      return Event.Status.LIMITED;
    }

    @Override
    public String toString() {
      return line(this, "waiting for a rate limit");
    }
  }

  record ChangeRetrying(Instant at, Change change, int attempt, Duration delay, Failure failure)
      implements Event.Retrying {
    @Override
    public Event.Status status() {
      return Event.Status.RETRYING;
    }

    @Override
    public String toString() {
      return line(this, "try " + attempt + " in " + delay.toMillis() + " ms, " + failure.detail());
    }
  }

  record ChangeFinished(Instant at, Change change, Action action, Duration duration)
      implements Event.Finished {
    @Override
    public Event.Status status() {
      return Event.Status.DONE;
    }

    @Override
    public String toString() {
      return line(this, action.text() + " in " + duration.toMillis() + " ms");
    }
  }

  record ChangeFailed(Instant at, Change change, Duration duration, List<Diagnostic> diagnostics)
      implements Event.Failed {
    @Override
    public Event.Status status() {
      return Event.Status.FAILED;
    }

    @Override
    public String toString() {
      return line(this, diagnostics.isEmpty() ? "" : diagnostics.get(0).toString());
    }
  }

  record ChangeSkipped(Instant at, Change change, Event.SkipReason reason, Optional<String> cause)
      implements Event.Skipped {
    @Override
    public Event.Status status() {
      return Event.Status.SKIPPED;
    }

    @Override
    public String toString() {
      return line(this, reason.name().toLowerCase(Locale.ROOT));
    }
  }

  record RunProgress(Instant at, int done, int total, Optional<Duration> left)
      implements Event.Progress {
    @Override
    public String toString() {
      return done
          + " of "
          + total
          + left.map(time -> ", about " + time.toSeconds() + " s left").orElse("");
    }
  }

  record RunNoted(Instant at, Diagnostic diagnostic) implements Event.Noted {
    @Override
    public String toString() {
      return diagnostic.toString();
    }
  }

  private static String line(Event.ChangeEvent event, String detail) {
    String status = event.status().name().toLowerCase(Locale.ROOT);
    return event.address() + " " + status + (detail.isEmpty() ? "" : ": " + detail);
  }
}
