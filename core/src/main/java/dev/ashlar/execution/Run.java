package dev.ashlar.execution;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import java.util.function.Consumer;

/**
 * One apply under way. It goes on when nobody listens. Safe for every thread.
 *
 * <p>Listeners and futures are called on the engine's executor, one event at a time and in order.
 * Who joins the outcome inside a listener waits for himself, on an executor of one thread for ever.
 *
 * @since 0.1
 */
public final class Run {
  private final Flow.Publisher<Event> events;
  private final CompletableFuture<Outcome> outcome;
  private final Runnable cancel;
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();

  private Run(Flow.Publisher<Event> events, CompletableFuture<Outcome> outcome, Runnable cancel) {
    this.events = events;
    this.outcome = outcome;
    this.cancel = cancel;
  }

  /**
   * Puts a run together. For the engine.
   *
   * @param events all events, from the first one; a subscriber that throws is dropped by it
   * @param outcome how it ends; never fails
   * @param cancel begins nothing more
   */
  public static Run of(
      Flow.Publisher<Event> events, CompletableFuture<Outcome> outcome, Runnable cancel) {
    return new Run(events, outcome, cancel);
  }

  /**
   * Calls a listener with every event, from the first one. A listener that throws is not called
   * again, and reported as a {@link Event.Noted}; one that blocks holds an engine thread.
   *
   * @return this run
   */
  public Run onEvent(Consumer<? super Event> listener) {
    Listener added = new Listener(listener, new CompletableFuture<>());
    listeners.add(added);
    events.subscribe(added);
    return this;
  }

  /**
   * All events, from the first one, at the pace of each subscriber. One that falls far behind loses
   * the oldest {@link Event.Progress}, never another event.
   */
  public Flow.Publisher<Event> events() {
    return events;
  }

  /**
   * How it ends. Completes after every listener that was added before this call has been called
   * with the last event. Each call gives a copy: cancelling it stops the waiting, not the run.
   * Never fails.
   */
  public CompletableFuture<Outcome> outcome() {
    CompletableFuture<?>[] listeners =
        this.listeners.stream().map(Listener::over).toArray(CompletableFuture<?>[]::new);
    return outcome.thenCombine(CompletableFuture.allOf(listeners), (ended, nothing) -> ended);
  }

  /** Begins nothing more. What is under way ends and is recorded. */
  public void cancel() {
    cancel.run();
  }

  private record Listener(Consumer<? super Event> consumer, CompletableFuture<Void> over)
      implements Flow.Subscriber<Event> {
    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(Event event) {
      try {
        consumer.accept(event);
      } catch (RuntimeException | Error thrown) {
        over.complete(null);
        throw thrown;
      }
    }

    // The stream reports it; there is nobody here to tell.
    @Override
    public void onError(Throwable thrown) {
      over.complete(null);
    }

    @Override
    public void onComplete() {
      over.complete(null);
    }
  }
}
