package dev.ashlar.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.execution.rig.Draft;
import dev.ashlar.execution.rig.Rig;
import dev.ashlar.plan.Change;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Many runs share one engine: each gets its part, whatever the others would like to have. */
class FairnessTest {
  private final Rig rig = new Rig().parallelism(100).totalParallelism(100);

  private static List<Change> creations(String name, int count) {
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      changes.add(Draft.create(name + i));
    }
    return changes;
  }

  private CompletableFuture<Outcome> start(String tenant, String environment, int changes) {
    return rig.startBeside(
            new Environment.Id(tenant, environment), creations(tenant + environment, changes))
        .outcome();
  }

  @Test
  void aSmallRunOfAnotherTenantIsNotHeldUpByAHugeOne() {
    CompletableFuture<Outcome> huge = start("a", "huge", 10_000);
    rig.time.advance(Duration.ofSeconds(1));
    Duration before = rig.time.elapsed();

    Outcome small = rig.time.run(start("b", "small", 100));

    assertThat(small.summary()).isEqualTo("succeeded: 100 created");
    assertThat(rig.time.elapsed().minus(before)).isBetween(Duration.ofMillis(100), THREE_ROUNDS);
    assertThat(rig.time.run(huge).summary()).isEqualTo("succeeded: 10000 created");
    assertThat(rig.time.elapsed()).isLessThanOrEqualTo(Duration.ofMillis(10_300));
    assertThat(rig.cloud.mostInFlight()).isEqualTo(100);
  }

  /** Alone it would take one: the first is over before anything is free, then half is. */
  private static final Duration THREE_ROUNDS = Duration.ofMillis(300);

  @Test
  void aTenantWithManyRunsGetsNoMoreThanOneWithOne() {
    List<CompletableFuture<Outcome>> many = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      many.add(start("a", "many" + i, 500));
    }
    rig.time.advance(Duration.ofSeconds(1));
    Duration before = rig.time.elapsed();

    Outcome one = rig.time.run(start("b", "one", 500));

    assertThat(one.summary()).isEqualTo("succeeded: 500 created");
    assertThat(rig.time.elapsed().minus(before)).isLessThanOrEqualTo(Duration.ofMillis(1_200));
    many.forEach(run -> assertThat(rig.time.run(run)).isInstanceOf(Outcome.Succeeded.class));
  }

  @Test
  void theRunsOfOneTenantShareEqually() {
    CompletableFuture<Outcome> huge = start("a", "huge", 10_000);
    rig.time.advance(Duration.ofSeconds(1));
    Duration before = rig.time.elapsed();

    Outcome small = rig.time.run(start("a", "small", 100));

    assertThat(small).isInstanceOf(Outcome.Succeeded.class);
    assertThat(rig.time.elapsed().minus(before)).isLessThanOrEqualTo(THREE_ROUNDS);
    assertThat(rig.time.run(huge)).isInstanceOf(Outcome.Succeeded.class);
  }

  @Test
  void whatARunLeavesIsTakenByTheOthers() {
    CompletableFuture<Outcome> first = start("a", "x", 1_000);
    CompletableFuture<Outcome> second = start("b", "x", 3_000);

    rig.time.run(CompletableFuture.allOf(first, second));

    assertThat(rig.time.elapsed()).isEqualTo(Duration.ofSeconds(4));
  }

  @Test
  void aCancelledRunLeavesItsPartToTheOthers() {
    Run huge = rig.startBeside(new Environment.Id("a", "x"), creations("x", 10_000));
    CompletableFuture<Outcome> other = start("b", "x", 1_000);
    rig.time.advance(Duration.ofMillis(250));

    huge.cancel();

    assertThat(rig.time.run(huge.outcome())).isInstanceOf(Outcome.Cancelled.class);
    assertThat(rig.time.run(other).summary()).isEqualTo("succeeded: 1000 created");
    assertThat(rig.time.elapsed()).isLessThanOrEqualTo(Duration.ofMillis(1_300));
  }
}
