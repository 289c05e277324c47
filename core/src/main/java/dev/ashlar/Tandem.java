package dev.ashlar;

import dev.ashlar.execution.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * The events of runs that follow each other, as those of one: recovering, applying, undoing. Each
 * subscriber gets all of them, at its own pace.
 */
final class Tandem implements Flow.Publisher<Event> {
  private final List<CompletableFuture<Optional<Flow.Publisher<Event>>>> parts = new ArrayList<>();
  private int known;

  /** There are more events, after all of those before. */
  synchronized void follow(Flow.Publisher<Event> events) {
    part(known++).complete(Optional.of(events));
  }

  /** There are no more. */
  synchronized void end() {
    part(known++).complete(Optional.empty());
  }

  private synchronized CompletableFuture<Optional<Flow.Publisher<Event>>> part(int number) {
    while (parts.size() <= number) {
      parts.add(new CompletableFuture<>());
    }
    return parts.get(number);
  }

  @Override
  public void subscribe(Flow.Subscriber<? super Event> subscriber) {
    new Reader(subscriber).next();
  }

  /** One subscriber, on its way through the parts. */
  private final class Reader implements Flow.Subscriber<Event>, Flow.Subscription {
    private final Flow.Subscriber<? super Event> subscriber;
    private int at;
    private boolean begun;
    private boolean cancelled;
    private long wanted;
    private Flow.@Nullable Subscription source;

    Reader(Flow.Subscriber<? super Event> subscriber) {
      this.subscriber = subscriber;
    }

    void next() {
      var unused = part(at++).thenAccept(part -> part.ifPresentOrElse(this::read, this::over));
    }

    private void read(Flow.Publisher<Event> part) {
      part.subscribe(this);
    }

    private void over() {
      if (!begun) {
        begun = true;
        subscriber.onSubscribe(this);
      }
      subscriber.onComplete();
    }

    @Override
    public void onSubscribe(Flow.Subscription from) {
      long open;
      boolean stop;
      synchronized (this) {
        source = from;
        open = wanted;
        stop = cancelled;
      }
      if (stop) {
        from.cancel();
      } else if (!begun) {
        begun = true;
        subscriber.onSubscribe(this);
      } else if (open > 0) {
        from.request(open);
      }
    }

    @Override
    public void onNext(Event event) {
      synchronized (this) {
        wanted = wanted == Long.MAX_VALUE ? wanted : wanted - 1;
      }
      subscriber.onNext(event);
    }

    @Override
    public void onError(Throwable thrown) {
      subscriber.onError(thrown);
    }

    @Override
    public void onComplete() {
      synchronized (this) {
        source = null;
      }
      next();
    }

    @Override
    public void request(long count) {
      Flow.Subscription from;
      synchronized (this) {
        long sum = wanted + count;
        wanted = count > 0 && sum < 0 ? Long.MAX_VALUE : sum;
        from = source;
      }
      if (from != null) {
        from.request(count);
      }
    }

    @Override
    public void cancel() {
      Flow.Subscription from;
      synchronized (this) {
        cancelled = true;
        from = source;
      }
      if (from != null) {
        from.cancel();
      }
    }
  }
}
