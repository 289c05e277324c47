package dev.ashlar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.connector.Failure;
import dev.ashlar.diagnostic.Source;
import dev.ashlar.drift.PatrolEvent;
import dev.ashlar.execution.Run;
import dev.ashlar.memory.CloudObject;
import dev.ashlar.memory.Fault;
import dev.ashlar.memory.MemoryCloud;
import dev.ashlar.memory.VirtualTime;
import dev.ashlar.schema.Operation;
import dev.ashlar.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Environments are looked at for drift again and again, and what is seen is told. */
class PatrolTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private final VirtualTime time = VirtualTime.stepped();
  private final MemoryCloud cloud = MemoryCloud.builder().time(time).build();
  private final Ashlar ashlar =
      Ashlar.builder().addProvider(cloud).executor(time).time(time).random(new Random(1)).build();
  private final List<PatrolEvent> events = new ArrayList<>();
  private boolean complete;

  @AfterEach
  void close() {
    ashlar.close();
  }

  private static Blueprint blueprint(String word) {
    return Blueprint.read(
            Source.text(
                "v.yaml",
                """
                apiVersion: ashlar.dev/v1
                kind: Blueprint
                metadata: { name: v }
                resources:
                  v: { type: memory::Value, properties: { input: %s } }
                """
                    .formatted(word)))
        .orThrow();
  }

  private Workspace applied(String name) {
    Workspace workspace = ashlar.open(Environment.of(name, blueprint(name)));
    time.run(workspace.apply(time.run(workspace.plan())).outcome());
    return workspace;
  }

  private Patrol patrol(Duration every, List<Workspace> workspaces) {
    Patrol patrol = ashlar.patrol(every, () -> workspaces);
    patrol.events().subscribe(listener());
    return patrol;
  }

  private Flow.Subscriber<PatrolEvent> listener() {
    return new Flow.Subscriber<>() {
      @Override
      public void onSubscribe(Flow.Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
      }

      @Override
      public void onNext(PatrolEvent event) {
        events.add(event);
      }

      @Override
      public void onError(Throwable failure) {
        throw new AssertionError(failure);
      }

      @Override
      public void onComplete() {
        complete = true;
      }
    };
  }

  private List<String> told() {
    return events.stream()
        .map(event -> event.environment().name() + " " + event.getClass().getSimpleName())
        .toList();
  }

  private void tamper(String word, String other) {
    CloudObject object =
        cloud.objects().stream()
            .filter(each -> each.properties().get("input").equals(Value.of(word)))
            .findFirst()
            .orElseThrow();
    cloud.tamper(
        object.type(), object.id(), properties -> properties.with("input", Value.of(other)));
  }

  @Test
  void driftIsToldWhenItIsFoundAndWhenItIsGoneAndNotAgainMeanwhile() {
    Workspace a = applied("a");
    patrol(HOUR, List.of(a));
    time.advance(Duration.ofMinutes(6));
    assertThat(told()).containsExactly("a Started", "a Unchanged");

    tamper("a", "other");
    time.advance(Duration.ofHours(3));
    tamper("other", "a");
    time.advance(Duration.ofMinutes(80));

    assertThat(told())
        .containsSubsequence("a Found", "a Started", "a Unchanged", "a Started", "a Cleared")
        .containsOnlyOnce("a Found", "a Cleared");
    PatrolEvent.Found found =
        (PatrolEvent.Found)
            events.stream().filter(PatrolEvent.Found.class::isInstance).findFirst().orElseThrow();
    assertThat(found.report().drifts())
        .singleElement()
        .satisfies(drift -> assertThat(drift.address()).hasToString("v"));
  }

  @Test
  void aThousandEnvironmentsAreSpreadOverTimeAndEachIsSeenOnceInTheInterval() {
    List<Workspace> all = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      all.add(applied("e" + i));
    }
    tamper("e7", "other");
    Instant from = time.now();
    patrol(HOUR, all);

    time.advance(Duration.ofMinutes(190));

    Map<String, List<Instant>> looks = new HashMap<>();
    Map<Instant, Integer> atOnce = new HashMap<>();
    for (PatrolEvent event : events) {
      if (event instanceof PatrolEvent.Started) {
        looks
            .computeIfAbsent(event.environment().name(), name -> new ArrayList<>())
            .add(event.at());
        atOnce.merge(event.at(), 1, Integer::sum);
      }
    }
    assertThat(looks).hasSize(1_000);
    assertThat(looks.values())
        .allSatisfy(
            times -> {
              assertThat(times).hasSizeBetween(3, 4);
              assertThat(times.get(0)).isBefore(from.plus(Duration.ofMinutes(7)));
              assertThat(Duration.between(times.get(0), times.get(1)))
                  .isBetween(Duration.ofMinutes(54), Duration.ofMinutes(67));
            });
    assertThat(atOnce.values()).allSatisfy(many -> assertThat(many).isLessThan(20));
    assertThat(told()).containsOnlyOnce("e7 Found").doesNotContain("e8 Found");
  }

  @Test
  void whereARunIsUnderWayNobodyLooks() {
    cloud.fault(Fault.silence().on("memory::*", Operation.CREATE));
    Workspace a = ashlar.open(Environment.of("a", blueprint("a")));
    Run run = a.apply(time.run(a.plan()));
    time.advance(Duration.ofSeconds(1));

    patrol(HOUR, List.of(a));
    time.advance(Duration.ofMinutes(6));

    assertThat(events)
        .singleElement()
        .isInstanceOfSatisfying(
            PatrolEvent.Skipped.class,
            skipped -> assertThat(skipped.reason()).isEqualTo(PatrolEvent.SkipReason.RUN_OPEN));
    run.cancel();
    time.run(run.outcome());
  }

  @Test
  void twoPatrolsDoNotLookAtOneEnvironmentAtATime() {
    Workspace a = applied("a");
    cloud.fault(Fault.slowAnswers(Duration.ofMinutes(30)));
    patrol(Duration.ofSeconds(10), List.of(a));
    patrol(Duration.ofSeconds(10), List.of(a));

    time.advance(HOUR);

    assertThat(told()).contains("a Started", "a Skipped");
    int looking = 0;
    for (PatrolEvent event : events) {
      if (event instanceof PatrolEvent.Started) {
        looking++;
      } else if (!(event instanceof PatrolEvent.Skipped)) {
        looking--;
      }
      assertThat(looking).isBetween(0, 1);
    }
  }

  @Test
  void whatCannotBeLookedAtIsToldAndTriedAgain() {
    Workspace a = applied("a");
    cloud.fault(Fault.refusal(Failure.denied("memory:read", "not allowed")).times(1));
    patrol(HOUR, List.of(a));

    time.advance(Duration.ofMinutes(80));

    assertThat(told()).containsExactly("a Started", "a Failed", "a Started", "a Unchanged");
  }

  @Test
  void environmentsComeAndGo() {
    Workspace a = applied("a");
    Workspace b = applied("b");
    List<Workspace> all = new ArrayList<>(List.of(a));
    patrol(HOUR, all);
    time.advance(Duration.ofMinutes(10));
    all.remove(a);
    all.add(b);
    time.advance(Duration.ofHours(3));

    assertThat(told()).startsWith("a Started", "a Unchanged", "b Started");
    assertThat(told().stream().filter("a Started"::equals)).hasSize(1);
  }

  @Test
  void closingEndsItAndSoDoesClosingTheEngine() {
    Workspace a = applied("a");
    Patrol patrol = patrol(HOUR, List.of(a));
    patrol.close();
    time.advance(Duration.ofHours(5));
    assertThat(told()).isEmpty();
    assertThat(complete).isTrue();

    complete = false;
    patrol(HOUR, List.of(a));
    ashlar.close();
    time.advance(Duration.ofHours(5));
    assertThat(told()).isEmpty();
    assertThat(complete).isTrue();
    assertThatThrownBy(() -> ashlar.patrol(HOUR, List::of))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void nothingIsChanged() {
    Workspace a = applied("a");
    tamper("a", "other");
    int effects = cloud.effects().size();
    patrol(HOUR, List.of(a));
    time.advance(Duration.ofHours(3));

    assertThat(cloud.effects()).hasSize(effects);
    assertThat(time.run(CompletableFuture.completedFuture(told()))).contains("a Found");
  }
}
