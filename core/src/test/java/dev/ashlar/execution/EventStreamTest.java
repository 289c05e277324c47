package dev.ashlar.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.blueprint.Environment.OnFailure;
import dev.ashlar.execution.event.EventStream;
import dev.ashlar.execution.rig.Draft;
import dev.ashlar.execution.rig.Rig;
import dev.ashlar.memory.VirtualTime;
import dev.ashlar.plan.Action;
import dev.ashlar.plan.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;

/** Every subscriber gets every change, in order, at its own pace. */
class EventStreamTest {
  private final VirtualTime time = VirtualTime.stepped();
  private final List<Throwable> complaints = new ArrayList<>();
  private final EventStream stream = new EventStream(time, 10, complaints::add);

  private static final class Collecting implements Flow.Subscriber<Event> {
    private final List<Event> seen = new ArrayList<>();
    private final long first;
    private boolean complete;
    private Optional<Throwable> error = Optional.empty();
    private Optional<Flow.Subscription> subscription = Optional.empty();

    Collecting(long first) {
      this.first = first;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
      subscription = Optional.of(given);
      if (first != 0) {
        given.request(first);
      }
    }

    @Override
    public void onNext(Event event) {
      seen.add(event);
    }

    @Override
    public void onError(Throwable thrown) {
      error = Optional.of(thrown);
    }

    @Override
    public void onComplete() {
      complete = true;
    }
  }

  private static Event finished(String address) {
    Change change = Draft.create(address);
    return Events.finished(Instant.EPOCH, change, Action.CREATE, Duration.ZERO);
  }

  private static Event progress(int done) {
    return Events.progress(Instant.EPOCH, done, 100, Optional.empty());
  }

  private Collecting subscribed(long first) {
    Collecting subscriber = new Collecting(first);
    stream.subscribe(subscriber);
    time.runUntilIdle();
    return subscriber;
  }

  @Test
  void aLateSubscriberGetsAllFromTheFirst() {
    stream.publish(finished("a"));
    stream.publish(finished("b"));
    stream.end();

    Collecting late = subscribed(Long.MAX_VALUE);

    assertThat(late.seen).hasSize(2);
    assertThat(late.complete).isTrue();
  }

  @Test
  void asManyAreDeliveredAsWereAskedFor() {
    Collecting subscriber = subscribed(1);
    stream.publish(finished("a"));
    stream.publish(finished("b"));
    stream.end();
    time.runUntilIdle();
    assertThat(subscriber.seen).hasSize(1);
    assertThat(subscriber.complete).isFalse();

    subscriber.subscription.orElseThrow().request(1);
    time.runUntilIdle();

    assertThat(subscriber.seen).hasSize(2);
    assertThat(subscriber.complete).isTrue();
  }

  @Test
  void whoFallsFarBehindLosesTheOldestProgressAndNoChange() {
    Collecting slow = subscribed(0);
    for (int i = 0; i < 20; i++) {
      stream.publish(finished("r" + i));
      stream.publish(progress(i + 1));
    }
    stream.end();

    slow.subscription.orElseThrow().request(Long.MAX_VALUE);
    time.runUntilIdle();

    assertThat(slow.seen).filteredOn(Event.Finished.class::isInstance).hasSize(20);
    assertThat(slow.seen)
        .filteredOn(Event.Progress.class::isInstance)
        .extracting(event -> ((Event.Progress) event).done())
        .containsExactly(16, 17, 18, 19, 20);
  }

  @Test
  void aSubscriberThatAsksForNothingIsToldSo() {
    Collecting wrong = subscribed(-1);

    assertThat(wrong.error).containsInstanceOf(IllegalArgumentException.class);
    stream.publish(finished("a"));
    time.runUntilIdle();
    assertThat(wrong.seen).isEmpty();
  }

  @Test
  void aCancelledSubscriptionIsSilent() {
    Collecting gone = subscribed(Long.MAX_VALUE);
    gone.subscription.orElseThrow().cancel();

    stream.publish(finished("a"));
    stream.end();
    time.runUntilIdle();

    assertThat(gone.seen).isEmpty();
    assertThat(gone.complete).isFalse();
  }

  @Test
  void aListenerThatThrowsIsReportedAndTheRunGoesOn() {
    Rig rig = new Rig();
    Run run = rig.start(rig.plan(Draft.create("a"), Draft.create("b", "a")));
    List<Event> heard = new ArrayList<>();
    run.onEvent(
        event -> {
          heard.add(event);
          throw new IllegalStateException("hunter2");
        });

    Outcome outcome = rig.end(run);

    assertThat(outcome).isInstanceOf(Outcome.Succeeded.class);
    assertThat(heard).hasSize(1);
    assertThat(rig.events)
        .filteredOn(Event.Noted.class::isInstance)
        .singleElement()
        .asString()
        .contains("java.lang.IllegalStateException")
        .doesNotContain("hunter2");
  }

  @Test
  void progressCountsUpAndItsEstimateComesDown() {
    Rig rig = new Rig().parallelism(1);
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      changes.add(Draft.create("r" + i));
    }

    rig.apply(rig.plan(OnFailure.STOP, changes));

    List<Event.Progress> progress =
        rig.events.stream()
            .filter(Event.Progress.class::isInstance)
            .map(Event.Progress.class::cast)
            .toList();
    assertThat(progress).extracting(Event.Progress::done).containsExactly(1, 2, 3, 4, 5);
    assertThat(progress)
        .extracting(event -> event.left().orElseThrow().toMillis())
        .containsExactly(400L, 300L, 200L, 100L, 0L);
  }

  @Test
  void anOutcomeIsACopyThatHarmsNobody() {
    Rig rig = new Rig();
    Run run = rig.start(rig.plan(Draft.create("a")));

    run.outcome().cancel(true);

    assertThat(rig.end(run)).isInstanceOf(Outcome.Succeeded.class);
  }
}
