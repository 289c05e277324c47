package dev.ashlar;

import dev.ashlar.connector.TimeSource;
import dev.ashlar.execution.Event;
import dev.ashlar.execution.Events;
import dev.ashlar.execution.Run;
import dev.ashlar.execution.event.EventStream;
import dev.ashlar.execution.run.Complaints;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * The events of a run that has not started yet: who subscribes early misses nothing, and a cancel
 * that comes early is passed on.
 */
final class Relay implements Flow.Subscriber<Event> {
  private static final int EVENTS_BEHIND = 256;

  private final EventStream events;
  private final TimeSource time;
  private @Nullable Run followed;
  private boolean cancelled;
  private boolean ended;

  Relay(Executor executor, TimeSource time) {
    this.events = new EventStream(executor, EVENTS_BEHIND, this::complain);
    this.time = time;
  }

  /** The other listeners learn that one threw. */
  private void complain(Throwable thrown) {
    publish(Events.noted(time.now(), Complaints.listener(thrown)));
  }

  private synchronized void publish(Event event) {
    if (!ended) {
      events.publish(event);
    }
  }

  private synchronized void end() {
    if (!ended) {
      ended = true;
      events.end();
    }
  }

  Flow.Publisher<Event> events() {
    return events;
  }

  void follow(Run run) {
    boolean late;
    synchronized (this) {
      followed = run;
      late = cancelled;
    }
    run.events().subscribe(this);
    if (late) {
      run.cancel();
    }
  }

  void cancel() {
    Run run;
    synchronized (this) {
      cancelled = true;
      run = followed;
    }
    if (run != null) {
      run.cancel();
    }
  }

  /** Ends the events where there never was a run; else the run's own end does. */
  void endUnlessFollowing() {
    boolean alone;
    synchronized (this) {
      alone = followed == null;
    }
    if (alone) {
      end();
    }
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(Event event) {
    publish(event);
  }

  @Override
  public void onError(Throwable failure) {
    end();
  }

  @Override
  public void onComplete() {
    end();
  }
}
