package dev.ashlar.execution.event;

import com.google.common.util.concurrent.MoreExecutors;
import dev.ashlar.execution.Event;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.function.Consumer;

/**
 * The events of a run, kept from the first one on. One chain of links is shared by all subscribers,
 * so that a slow one costs no memory; each is served on the executor, one event at a time. Written
 * by one logical thread, read by any.
 */
public final class EventStream implements Flow.Publisher<Event> {
  private final Executor executor;
  private final int bound;
  private final Consumer<Throwable> complaints;
  private final Link first = new Link(-1, null);
  private final Set<Delivery> deliveries = ConcurrentHashMap.newKeySet();
  private volatile Link last = first;

  /**
   * A stream without events.
   *
   * @param executor where subscribers are called
   * @param bound how many events a subscriber may lie behind before progress is left out for it
   * @param complaints takes what a subscriber threw
   */
  public EventStream(Executor executor, int bound, Consumer<Throwable> complaints) {
    this.executor = executor;
    this.bound = bound;
    this.complaints = complaints;
  }

  /** Adds an event. Called by the run's logical thread only, before {@link #end}. */
  public void publish(Event event) {
    append(new Link(last.index + 1, event));
  }

  /** Ends the stream: subscribers get what there is, and then its end. */
  public void end() {
    append(new Link(last.index + 1, null));
  }

  private void append(Link link) {
    last.next = link;
    last = link;
    deliveries.forEach(Delivery::wake);
  }

  @Override
  public void subscribe(Flow.Subscriber<? super Event> subscriber) {
    Objects.requireNonNull(subscriber, "subscriber");
    Delivery delivery =
        new Delivery(
            subscriber,
            MoreExecutors.newSequentialExecutor(executor),
            first,
            this::isFarBehind,
            this::dropped);
    delivery.start();
    deliveries.add(delivery);
    delivery.wake();
    if (delivery.isOver()) {
      deliveries.remove(delivery);
    }
  }

  private void dropped(Delivery delivery, Optional<Throwable> thrown) {
    deliveries.remove(delivery);
    thrown.ifPresent(complaints);
  }

  private boolean isFarBehind(Link at) {
    return last.index - at.index > bound;
  }
}
