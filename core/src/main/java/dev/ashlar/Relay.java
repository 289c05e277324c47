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
 * What is there of a run before it starts: who subscribes early misses nothing, and a cancel that
 * comes early is not lost.
 */
final class Relay implements Flow.Publisher<Event> {
  private final Executor executor;
  private final CompletableFuture<Flow.Publisher<Event>> events = new CompletableFuture<>();
  private final CompletableFuture<Void> cancelled = new CompletableFuture<>();

  Relay(Executor executor) {
    this.executor = executor;
  }

  /** Completes when nothing more is to be begun. */
  CompletionStage<Void> cancelled() {
    return cancelled;
  }

  /** It has started: these are its events. */
  void follow(Run run) {
    events.complete(run.events());
  }

  /** The run as its caller sees it. It has no events where it ends without having started. */
  Run run(CompletableFuture<Outcome> outcome) {
    var unused = outcome.whenComplete((ended, failure) -> events.complete(none()));
    return Run.of(this, outcome, () -> cancelled.complete(null));
  }

  private Flow.Publisher<Event> none() {
    EventStream none = new EventStream(executor, 0, thrown -> {});
    none.end();
    return none;
  }

  @Override
  public void subscribe(Flow.Subscriber<? super Event> subscriber) {
    Objects.requireNonNull(subscriber, "subscriber");
    var unused = events.thenAccept(source -> source.subscribe(subscriber));
  }
}
