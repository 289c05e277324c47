package dev.ashlar;

import dev.ashlar.execution.Event;
import dev.ashlar.execution.Outcome;
import dev.ashlar.execution.Run;
import dev.ashlar.execution.event.EventStream;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;

/**
 * What is there of a run before it starts, and what holds its parts together: who subscribes early
 * misses nothing, and a cancel that comes early is not lost.
 */
final class Relay implements Flow.Publisher<Event> {
  private final Executor executor;
  private final Tandem events = new Tandem();
  private final CompletableFuture<Void> cancelled = new CompletableFuture<>();

  Relay(Executor executor) {
    this.executor = executor;
  }

  /** Completes when nothing more is to be begun. */
  CompletionStage<Void> cancelled() {
    return cancelled;
  }

  /** A part of it has started: these are the next events. */
  CompletableFuture<Outcome> follow(Run run) {
    events.follow(run.events());
    return run.outcome();
  }

  /** The run as its caller sees it. It has no events where it ends without having started. */
  Run run(CompletableFuture<Outcome> outcome) {
    EventStream none = new EventStream(executor, 0, thrown -> {});
    none.end();
    var unused =
        outcome.whenComplete(
            (ended, failure) -> {
              events.follow(none);
              events.end();
            });
    return Run.of(this, outcome, () -> cancelled.complete(null));
  }

  @Override
  public void subscribe(Flow.Subscriber<? super Event> subscriber) {
    events.subscribe(Objects.requireNonNull(subscriber, "subscriber"));
  }
}
