package dev.ashlar.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.connector.TimeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class VirtualTimeTest {
  private final List<String> log = new ArrayList<>();

  @Test
  void anHourPassesAtOnceForWhoeverJoins() {
    VirtualTime time = VirtualTime.create();
    CompletableFuture<String> done = new CompletableFuture<>();

    time.schedule(Duration.ofHours(1), () -> done.complete("an hour later"));

    assertThat(done.join()).isEqualTo("an hour later");
    assertThat(time.elapsed()).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void timersRunByTimeAndThenByTheOrderOfAsking() {
    VirtualTime time = VirtualTime.stepped();
    time.schedule(Duration.ofSeconds(2), () -> log.add("c"));
    time.schedule(Duration.ofSeconds(1), () -> log.add("a"));
    time.schedule(Duration.ofSeconds(1), () -> log.add("b"));
    time.execute(() -> log.add("first"));

    time.advance(Duration.ofSeconds(2));

    assertThat(log).containsExactly("first", "a", "b", "c");
  }

  @Test
  void whatIsReadyRunsBeforeTimeMoves() {
    VirtualTime time = VirtualTime.stepped();
    time.schedule(Duration.ofSeconds(1), () -> log.add("timer"));
    time.execute(() -> time.execute(() -> time.execute(() -> log.add("task"))));

    time.advance(Duration.ofSeconds(1));

    assertThat(log).containsExactly("task", "timer");
  }

  @Test
  void steppedTimeStandsStillBetweenTheSteps() {
    VirtualTime time = VirtualTime.stepped();
    time.schedule(Duration.ofSeconds(10), () -> log.add("ten"));

    time.runUntilIdle();
    time.advance(Duration.ofSeconds(9));
    assertThat(log).isEmpty();

    time.advance(Duration.ofSeconds(1));
    assertThat(log).containsExactly("ten");
    assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void steppedTimeRunsUntilAFutureIsCompleteAndNoFurther() {
    VirtualTime time = VirtualTime.stepped();
    CompletableFuture<String> done = new CompletableFuture<>();
    time.schedule(Duration.ofMinutes(1), () -> done.complete("yes"));
    time.schedule(Duration.ofMinutes(2), () -> log.add("later"));

    assertThat(time.run(done)).isEqualTo("yes");

    time.runUntilIdle();
    assertThat(time.elapsed()).isEqualTo(Duration.ofMinutes(1));
    assertThat(log).isEmpty();
  }

  @Test
  void aTimerThatSetsItselfAgainDoesNotKeepARunFromEnding() {
    VirtualTime time = VirtualTime.stepped();
    AtomicReference<Runnable> again = new AtomicReference<>();
    AtomicInteger ticks = new AtomicInteger();
    again.set(
        () -> {
          ticks.incrementAndGet();
          time.schedule(Duration.ofHours(6), again.get());
        });
    time.schedule(Duration.ofHours(6), again.get());
    CompletableFuture<Void> dayLater = new CompletableFuture<>();
    time.at(Duration.ofHours(25), () -> dayLater.complete(null));

    time.run(dayLater);

    assertThat(ticks).hasValue(4);
  }

  @Test
  void aCancelledTimerNeitherRunsNorMovesTime() {
    VirtualTime time = VirtualTime.stepped();
    TimeSource.Timer timer = time.schedule(Duration.ofSeconds(1), () -> log.add("cancelled"));

    timer.cancel();
    time.advance(Duration.ofSeconds(5));

    assertThat(log).isEmpty();
  }

  @Test
  void aFutureThatNothingCompletesIsReportedInsteadOfWaitedFor() {
    VirtualTime time = VirtualTime.stepped();

    assertThatThrownBy(() -> time.run(new CompletableFuture<>()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("nothing is left to do");
  }

  @Test
  void aTaskThatWaitsForTimeIsRefused() {
    VirtualTime time = VirtualTime.stepped();
    time.execute(time::runUntilIdle);

    assertThatThrownBy(time::runUntilIdle)
        .isInstanceOf(IllegalStateException.class)
        .hasRootCauseMessage("a task cannot wait for time to pass: it would wait for ever");
  }

  @Test
  void whatATaskThrowsReachesTheOneWhoWaitsAndStopsNothing() {
    VirtualTime time = VirtualTime.stepped();
    time.execute(
        () -> {
          throw new IllegalArgumentException("bad task");
        });
    time.execute(() -> log.add("still runs"));

    assertThatThrownBy(time::runUntilIdle).hasRootCauseMessage("bad task");
    assertThat(log).containsExactly("still runs");
  }

  @Test
  void timeWaitsForWorkOnAnotherThread() throws InterruptedException {
    VirtualTime time = VirtualTime.create();
    CompletableFuture<String> first = new CompletableFuture<>();
    Runnable release = time.hold();
    time.schedule(Duration.ofSeconds(30), () -> first.complete("deadline"));

    Thread other =
        new Thread(
            () -> {
              time.execute(() -> first.complete("work"));
              release.run();
            });
    other.start();
    other.join();

    assertThat(first.join()).isEqualTo("work");
  }

  @Test
  void noThreadIsLeftWhenNothingIsToDo() {
    VirtualTime time = VirtualTime.create();
    AtomicReference<Thread> worker = new AtomicReference<>();
    time.execute(() -> worker.set(Thread.currentThread()));

    time.runUntilIdle();

    assertThat(worker.get().isDaemon()).isTrue();
    assertThat(joined(worker.get())).isFalse();
  }

  private static boolean joined(Thread thread) {
    try {
      thread.join(10_000);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return thread.isAlive();
  }
}
