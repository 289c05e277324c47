package dev.ashlar.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.Workspace;
import dev.ashlar.connector.Reading;
import dev.ashlar.connector.Result;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.execution.Event;
import dev.ashlar.execution.Outcome;
import dev.ashlar.execution.Run;
import dev.ashlar.plan.Plan;
import dev.ashlar.state.Invariants;
import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Runs: whom they tell, on whose threads, and how they are stopped. */
@Timeout(60)
class RunsTest {
  private static final String BODY =
      """
      resources:
        a: { type: odd::Thing, properties: { Name: a } }
        b: { type: odd::Thing, properties: { Name: b, Text: "${a.Arn}" } }
      """;

  private static Run start(Workspace shop) {
    return shop.apply(shop.plan().join());
  }

  @Test
  void futuresCompleteOnThreadsOfTheEngine() {
    try (Bench bench = new Bench().holding("a")) {
      Workspace shop = bench.open("shop", BODY);
      Run run = start(shop);
      CompletableFuture<String> thread =
          run.outcome().thenApply(outcome -> Thread.currentThread().getName());
      Queue<String> listening = new ConcurrentLinkedQueue<>();
      run.onEvent(event -> listening.add(Thread.currentThread().getName()));
      bench.awaitReached();
      Thread foreign = new Thread(() -> bench.release("a"), "foreign");
      foreign.start();

      assertThat(thread.join()).startsWith("ashlar-");
      run.outcome().join();
      assertThat(listening).isNotEmpty().allMatch(name -> name.startsWith("ashlar-"));
      assertThat(bench.odd.threads).isNotEmpty().allMatch(name -> name.startsWith("ashlar-"));
    }
  }

  @Test
  void aPlanCompletesOnAThreadOfTheEngine() {
    try (Bench bench = new Bench()) {
      Workspace shop = bench.open("shop", BODY);
      start(shop).outcome().join();
      CompletableFuture<Reading<MapValue, MapValue>> answer = new CompletableFuture<>();
      bench.odd.whenRead("a", () -> answer);
      CompletableFuture<String> thread =
          shop.plan().thenApply(plan -> Thread.currentThread().getName());
      new Thread(() -> answer.complete(Reading.absent()), "foreign").start();
      assertThat(thread.join()).startsWith("ashlar-");
    }
  }

  @Test
  void whoListensLateMissesNothing() {
    try (Bench bench = new Bench()) {
      Run run = start(bench.open("shop", BODY));
      List<String> early = new ArrayList<>();
      run.onEvent(event -> early.add(event.toString()));
      run.outcome().join();
      List<String> late = new ArrayList<>();
      run.onEvent(event -> late.add(event.toString()));
      run.outcome().join();
      assertThat(early).isNotEmpty();
      assertThat(late).isEqualTo(early);
    }
  }

  @Test
  void aListenerThatThrowsIsReportedToTheOthersAndDisturbsNothing() {
    try (Bench bench = new Bench().holding("a")) {
      Run run = start(bench.open("shop", BODY));
      Queue<Event> seen = new ConcurrentLinkedQueue<>();
      Queue<Event> once = new ConcurrentLinkedQueue<>();
      run.onEvent(
          event -> {
            once.add(event);
            throw new IllegalStateException("a listener's own trouble");
          });
      CompletableFuture<Event> noted = new CompletableFuture<>();
      run.onEvent(
          event -> {
            seen.add(event);
            if (event instanceof Event.Noted) {
              noted.complete(event);
            }
          });
      noted.join();
      bench.release("a");
      Outcome outcome = run.outcome().join();
      assertThat(outcome).isInstanceOf(Outcome.Succeeded.class);
      assertThat(once).hasSize(1);
      assertThat(seen)
          .filteredOn(Event.Noted.class::isInstance)
          .singleElement()
          .satisfies(
              event ->
                  assertThat(((Event.Noted) event).diagnostic().detail())
                      .contains("IllegalStateException")
                      .doesNotContain("trouble"));
    }
  }

  @Test
  void aSlowListenerHoldsNobodyUpButItself() {
    try (Bench bench = new Bench()) {
      Workspace shop = bench.open("shop", BODY);
      Run run = start(shop);
      CountDownLatch leave = new CountDownLatch(1);
      CompletableFuture<Outcome> others = run.outcome();
      run.onEvent(
          event -> {
            try {
              leave.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          });
      assertThat(others.join()).isInstanceOf(Outcome.Succeeded.class);
      leave.countDown();
      assertThat(run.outcome().join()).isInstanceOf(Outcome.Succeeded.class);
    }
  }

  @Test
  void aSubscriberThatAsksForNothingHoldsNothingUp() {
    try (Bench bench = new Bench()) {
      Run run = start(bench.open("shop", BODY));
      run.events()
          .subscribe(
              new Flow.Subscriber<>() {
                @Override
                public void onSubscribe(Flow.Subscription subscription) {}

                @Override
                public void onNext(Event event) {
                  throw new AssertionError("nothing was asked for");
                }

                @Override
                public void onError(Throwable failure) {}

                @Override
                public void onComplete() {}
              });
      assertThat(run.outcome().join()).isInstanceOf(Outcome.Succeeded.class);
    }
  }

  @Test
  void cancellingEndsWhatIsUnderWayAndBeginsNothingMore() {
    try (Bench bench = new Bench().holding("a")) {
      Workspace shop = bench.open("shop", BODY);
      Run run = start(shop);
      bench.awaitReached();
      run.cancel();
      run.cancel();
      bench.release("a");
      Outcome outcome = run.outcome().join();
      assertThat(outcome).isInstanceOf(Outcome.Cancelled.class);
      assertThat(outcome.changes())
          .extracting(Outcome.ChangeResult::status)
          .containsExactly(Event.Status.DONE, Event.Status.SKIPPED);
      assertThat(outcome.state().current().keySet()).hasToString("[a]");
      assertThat(Invariants.check(outcome.state())).isEmpty();
      assertThat(start(shop).outcome().join().summary()).isEqualTo("succeeded: 1 created");
    }
  }

  @Test
  void whoeverPlansDuringARunIsToldThatItIsUnderWayAndNotThatItWasInterrupted() {
    try (Bench bench = new Bench().holding("a")) {
      Workspace shop = bench.open("shop", BODY);
      Run run = start(shop);
      bench.awaitReached();
      assertThat(shop.plan().join().diagnostics())
          .extracting(Diagnostic::code)
          .containsExactly("state.locked");
      assertThat(shop.drift().join().diagnostics())
          .extracting(Diagnostic::code)
          .containsExactly("state.locked");
      bench.release("a");
      assertThat(run.outcome().join()).isInstanceOf(Outcome.Succeeded.class);
      assertThat(shop.plan().join().isEmpty()).isTrue();
    }
  }

  @Test
  void aCancelIsHeardEvenWhileTheRunIsBeingStarted() {
    AtomicBoolean later = new AtomicBoolean();
    Queue<Runnable> waiting = new ArrayDeque<>();
    try (Bench bench =
        new Bench(
            builder ->
                builder.executor(
                    task -> {
                      if (later.get()) {
                        waiting.add(task);
                      } else {
                        task.run();
                      }
                    }))) {
      Workspace shop = bench.open("shop", BODY);
      AtomicReference<Run> run = new AtomicReference<>();
      bench.odd.when(
          "create a",
          () -> {
            run.get().cancel();
            bench.odd.objects.put("a", Value.map(Map.of("Name", Value.of("a"))));
            return CompletableFuture.completedFuture(Result.done("a", Oddities.outputs("a")));
          });
      Plan plan = shop.plan().join();
      later.set(true);
      run.set(shop.apply(plan));
      later.set(false);
      waiting.forEach(Runnable::run);

      Outcome outcome = run.get().outcome().join();
      assertThat(outcome).isInstanceOf(Outcome.Cancelled.class);
      assertThat(outcome.state().current().keySet()).hasToString("[a]");
    }
  }

  @Test
  void cancellingAtOnceBeginsNothing() {
    try (Bench bench = new Bench()) {
      Workspace shop = bench.open("shop", BODY);
      Plan plan = shop.plan().join();
      Run run = shop.apply(plan);
      run.cancel();
      Outcome outcome = run.outcome().join();
      assertThat(Invariants.check(outcome.state())).isEmpty();
      assertThat(outcome.state()).isEqualTo(shop.state().join().orThrow());
    }
  }

  @Test
  void cancellingAFutureStopsTheWaitingAndNotTheRun() {
    try (Bench bench = new Bench().holding("a")) {
      Workspace shop = bench.open("shop", BODY);
      Run run = start(shop);
      bench.awaitReached();
      assertThat(run.outcome().cancel(true)).isTrue();
      bench.release("a");
      assertThat(run.outcome().join()).isInstanceOf(Outcome.Succeeded.class);
    }
  }

  @Test
  void closingWaitsForWhatIsUnderWay() throws Exception {
    Bench bench = new Bench().holding("a");
    Run run = start(bench.open("shop", BODY));
    bench.awaitReached();
    CompletableFuture<Void> closed = CompletableFuture.runAsync(bench::close);
    assertThatThrownBy(() -> closed.get(200, TimeUnit.MILLISECONDS))
        .isInstanceOf(TimeoutException.class);
    bench.release("a");
    closed.get(20, TimeUnit.SECONDS);
    assertThat(run.outcome().join()).isInstanceOf(Outcome.Cancelled.class);
    assertThat(run.outcome().join().state().current().keySet()).hasToString("[a]");
  }

  @Test
  void whoWaitsForAPlanWhenItIsClosedIsTold() {
    Bench bench = new Bench();
    Workspace shop = bench.open("shop", BODY);
    start(shop).outcome().join();
    bench.odd.whenRead("a", CompletableFuture::new);
    CompletableFuture<Plan> plan = shop.plan();
    bench.close();
    assertThat(plan.join().diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly("engine.closed");
  }

  @Test
  void ofTwoRunsOfOnePlanOneIsRefused() {
    try (Bench bench = new Bench()) {
      Workspace shop = bench.open("shop", BODY);
      Plan plan = shop.plan().join();
      Run one = shop.apply(plan);
      Run two = shop.apply(plan);
      List<Outcome> outcomes = List.of(one.outcome().join(), two.outcome().join());
      assertThat(outcomes).filteredOn(Outcome.Succeeded.class::isInstance).hasSize(1);
      assertThat(outcomes).filteredOn(Outcome.Refused.class::isInstance).hasSize(1);
      assertThat(bench.odd.calls.stream().filter("create a"::equals)).hasSize(1);
    }
  }
}
