package dev.ashlar.execution.run;

import dev.ashlar.connector.Failure;
import dev.ashlar.connector.TimeSource;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.execution.Event;
import dev.ashlar.execution.Events;
import dev.ashlar.execution.estimate.Estimate;
import dev.ashlar.execution.event.EventStream;
import dev.ashlar.execution.operation.Bench;
import dev.ashlar.plan.Action;
import dev.ashlar.plan.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Tells what happens. For the run's logical thread. */
final class Chronicle {
  /** Shorter waits are no news. */
  private static final Duration WORTH_TELLING = Duration.ofSeconds(1);

  private final EventStream stream;
  private final TimeSource time;
  private final Estimate estimate;
  private final int total;
  private boolean over;

  Chronicle(EventStream stream, TimeSource time, Estimate estimate, int total) {
    this.stream = stream;
    this.time = time;
    this.estimate = estimate;
    this.total = total;
  }

  private void publish(Event event) {
    if (!over) {
      stream.publish(event);
    }
  }

  void started(Change change) {
    publish(Events.started(time.now(), change));
  }

  Bench.Watcher watching(Change change) {
    return new Bench.Watcher() {
      @Override
      public void waiting(Instant until) {
        publish(Events.waiting(time.now(), change, until));
      }

      @Override
      public void limited(Instant until) {
        if (Duration.between(time.now(), until).compareTo(WORTH_TELLING) >= 0) {
          publish(Events.limited(time.now(), change, until));
        }
      }

      @Override
      public void retrying(int attempt, Duration delay, Failure failure) {
        publish(Events.retrying(time.now(), change, attempt, delay, failure));
      }
    };
  }

  void finished(Change change, Action done, Duration duration) {
    estimate.made(change, duration);
    publish(Events.finished(time.now(), change, done, duration));
  }

  void failed(Change change, Duration duration, List<Diagnostic> diagnostics) {
    estimate.dropped(change);
    publish(Events.failed(time.now(), change, duration, diagnostics));
  }

  void skipped(Change change, Event.SkipReason reason, Optional<String> cause) {
    estimate.dropped(change);
    publish(Events.skipped(time.now(), change, reason, cause));
  }

  void progress(int done) {
    publish(Events.progress(time.now(), done, total, estimate.left()));
  }

  void noted(Diagnostic diagnostic) {
    publish(Events.noted(time.now(), diagnostic));
  }

  void end() {
    over = true;
    stream.end();
  }
}
