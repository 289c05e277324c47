package dev.ashlar.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.Ashlar;
import dev.ashlar.Workspace;
import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Source;
import dev.ashlar.execution.Event;
import dev.ashlar.execution.Outcome;
import dev.ashlar.execution.Run;
import dev.ashlar.memory.Effect;
import dev.ashlar.memory.Fault;
import dev.ashlar.memory.MemoryCloud;
import dev.ashlar.memory.VirtualTime;
import dev.ashlar.schema.Operation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A cloud that takes only so many calls a second is used as much as it allows, and no more. */
class ThrottledTest {
  private final VirtualTime time = VirtualTime.stepped();
  private final Instant beginning = time.now();

  private MemoryCloud cloud(Fault... faults) {
    return MemoryCloud.builder().time(time).latency(Duration.ofMillis(20)).faults(faults).build();
  }

  private Ashlar engine(MemoryCloud cloud, int parallelism) {
    return Ashlar.builder()
        .addProvider(cloud)
        .executor(time)
        .time(time)
        .random(new Random(1))
        .parallelism(parallelism)
        .build();
  }

  private static Blueprint values(int count) {
    String keys =
        IntStream.range(0, count).mapToObj(i -> "v" + i).collect(Collectors.joining(", "));
    return Blueprint.read(
            Source.text(
                "values.yaml",
                """
                apiVersion: ashlar.dev/v1
                kind: Blueprint
                metadata: { name: values }
                resources:
                  v:
                    type: memory::Value
                    forEach: [%s]
                    properties: { input: "${each.key}" }
                """
                    .formatted(keys)))
        .orThrow();
  }

  private static Fault throttling(double part) {
    return Fault.throttling(Duration.ofMillis(100))
        .on("memory::*", Operation.CREATE)
        .probability(part);
  }

  /**
   * How many creations the cloud made a second, from one time until fewer are left than could be
   * under way.
   */
  private double made(MemoryCloud cloud, Duration from, int parallelism) {
    List<Instant> all =
        cloud.effects().stream()
            .filter(effect -> effect.operation() == Operation.CREATE)
            .map(Effect::at)
            .filter(at -> !at.isBefore(beginning.plus(from)))
            .sorted()
            .toList();
    all = all.subList(0, all.size() - parallelism);
    Duration took = Duration.between(all.get(0), all.get(all.size() - 1));
    return all.size() / (took.toMillis() / 1000.0);
  }

  @Test
  void aFifthOfAllCallsThrottledAndFiftyASecondAreSustained() {
    MemoryCloud cloud = cloud(throttling(0.2), Fault.rateLimit(50));
    try (Ashlar ashlar = engine(cloud, 64)) {
      Workspace workspace = ashlar.open(Environment.of("one", values(3_000)));

      Outcome outcome = time.run(workspace.apply(time.run(workspace.plan())).outcome());

      assertThat(outcome.summary()).isEqualTo("succeeded: 3000 created");
      assertThat(made(cloud, Duration.ZERO, 64)).isGreaterThan(47.5);
      assertThat(made(cloud, Duration.ofSeconds(5), 64)).isBetween(47.5, 51.0);
    }
  }

  @Test
  void environmentsOfOneEngineShareTheLimit() {
    MemoryCloud cloud = cloud(throttling(0.2), Fault.rateLimit(50));
    try (Ashlar ashlar = engine(cloud, 16)) {
      Blueprint blueprint = values(250);
      List<CompletableFuture<Outcome>> outcomes = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        Workspace workspace = ashlar.open(Environment.of("e" + i, blueprint).tenant("t" + i % 4));
        outcomes.add(workspace.plan().thenCompose(plan -> workspace.apply(plan).outcome()));
      }

      outcomes.forEach(
          outcome -> assertThat(time.run(outcome).summary()).isEqualTo("succeeded: 250 created"));
      assertThat(made(cloud, Duration.ofSeconds(5), 320)).isBetween(47.5, 51.0);
      assertThat((double) cloud.hits().size() / cloud.effects().size()).isLessThan(1);
    }
  }

  @Test
  void aLimitThatChangesOnTheWayIsFollowed() {
    MemoryCloud cloud =
        cloud(
            throttling(0.2),
            Fault.rateLimit(50).between(Duration.ZERO, Duration.ofSeconds(30)),
            Fault.rateLimit(100).between(Duration.ofSeconds(30), Duration.ofDays(1)));
    try (Ashlar ashlar = engine(cloud, 128)) {
      Workspace workspace = ashlar.open(Environment.of("one", values(9_000)));

      Outcome outcome = time.run(workspace.apply(time.run(workspace.plan())).outcome());

      assertThat(outcome.summary()).isEqualTo("succeeded: 9000 created");
      assertThat(made(cloud, Duration.ofSeconds(60), 128)).isGreaterThan(95);
    }
  }

  @Test
  void whoWaitsForALimitIsToldSoAndACancelledRunEndsAtOnce() {
    MemoryCloud cloud = cloud(Fault.rateLimit(0.2, 1).on("memory::*", Operation.CREATE));
    try (Ashlar ashlar = engine(cloud, 50)) {
      Workspace workspace = ashlar.open(Environment.of("one", values(50)));
      List<Event> limited = new ArrayList<>();
      Run run =
          workspace
              .apply(time.run(workspace.plan()))
              .onEvent(
                  event -> {
                    if (event instanceof Event.Limited) {
                      limited.add(event);
                    }
                  });
      time.advance(Duration.ofMinutes(1));
      assertThat(run.outcome()).isNotDone();
      Duration before = Duration.between(beginning, time.now());

      run.cancel();
      Outcome outcome = time.run(run.outcome());

      assertThat(limited).isNotEmpty();
      assertThat(Duration.between(beginning, time.now()).minus(before))
          .isLessThan(Duration.ofSeconds(1));
      assertThat(outcome.state().objects()).hasSize(cloud.objects().size());
    }
  }

  @Test
  void timeInTheWaitingLineIsNotTimeOfTheOperation() {
    MemoryCloud cloud = cloud(Fault.rateLimit(0.02, 1).on("memory::*", Operation.CREATE));
    try (Ashlar ashlar = engine(cloud, 50)) {
      Workspace workspace = ashlar.open(Environment.of("one", values(40)));

      Outcome outcome = time.run(workspace.apply(time.run(workspace.plan())).outcome());

      assertThat(outcome.summary()).isEqualTo("succeeded: 40 created");
      assertThat(Duration.between(beginning, time.now())).isGreaterThan(Duration.ofMinutes(30));
    }
  }
}
