package dev.ashlar.execution.event;

import dev.ashlar.execution.Event;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** One subscriber and how far it has got. */
final class Delivery implements Flow.Subscription {
  private final Flow.Subscriber<? super Event> subscriber;
  private final Executor sequential;
  private final Predicate<Link> farBehind;
  private final AtomicLong demand = new AtomicLong();
  private final AtomicBoolean woken = new AtomicBoolean();
  private final AtomicBoolean over = new AtomicBoolean();
  private final BiConsumer<Delivery, Optional<Throwable>> onEnd;
  private Link at;

  Delivery(
      Flow.Subscriber<? super Event> subscriber,
      Executor sequential,
      Link first,
      Predicate<Link> farBehind,
      BiConsumer<Delivery, Optional<Throwable>> onEnd) {
    this.subscriber = subscriber;
    this.sequential = sequential;
    this.at = first;
    this.farBehind = farBehind;
    this.onEnd = onEnd;
  }

  void start() {
    run(
        () -> {
          subscriber.onSubscribe(this);
          drain();
        });
  }

  @Override
  public void request(long n) {
    if (n <= 0) {
      run(() -> refuse(new IllegalArgumentException("a subscriber asks for at least one event")));
      return;
    }
    demand.accumulateAndGet(n, (had, more) -> had + more < 0 ? Long.MAX_VALUE : had + more);
    wake();
  }

  @Override
  public void cancel() {
    end(Optional.empty());
  }

  boolean isOver() {
    return over.get();
  }

  /** There may be something to deliver. */
  void wake() {
    if (!over.get() && woken.compareAndSet(false, true)) {
      run(this::drain);
    }
  }

  private void run(Runnable work) {
    try {
      sequential.execute(() -> contained(work));
    } catch (RejectedExecutionException e) {
      end(Optional.empty());
    }
  }

  // Whatever a subscriber throws is its own; it is dropped, and the run goes on.
  private void contained(Runnable work) {
    try {
      if (!over.get()) {
        work.run();
      }
    } catch (Throwable thrown) {
      end(Optional.of(thrown));
    }
  }

  private void drain() {
    woken.set(false);
    for (Link next = at.next; next != null && !over.get(); next = at.next) {
      Event event = next.event;
      if (event == null) {
        end(Optional.empty());
        subscriber.onComplete();
      } else if (event instanceof Event.Progress && farBehind.test(next)) {
        at = next;
      } else if (demand.get() > 0) {
        demand.accumulateAndGet(1, (had, one) -> had == Long.MAX_VALUE ? had : had - one);
        at = next;
        subscriber.onNext(event);
      } else {
        return;
      }
    }
  }

  private void refuse(Throwable why) {
    end(Optional.empty());
    subscriber.onError(why);
  }

  private void end(Optional<Throwable> thrown) {
    if (over.compareAndSet(false, true)) {
      onEnd.accept(this, thrown);
    }
  }
}
