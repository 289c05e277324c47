package dev.ashlar.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.blueprint.Environment.OnFailure;
import dev.ashlar.execution.readiness.Readiness;
import dev.ashlar.execution.readiness.Standing;
import dev.ashlar.execution.rig.Draft;
import dev.ashlar.plan.Change;
import dev.ashlar.value.Value;
import dev.ashlar.value.json.ValueJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Which changes may start: a machine without time, threads or calls. */
class ReadinessTest {
  private static final List<Change> DIAMOND =
      List.of(
          Draft.create("top"),
          Draft.create("left", "top"),
          Draft.create("right", "top"),
          Draft.create("bottom", "left", "right"));

  private static String id(String address) {
    return address + "#1/create";
  }

  private static List<String> startable(Readiness readiness) {
    List<String> all = new ArrayList<>();
    for (var next = readiness.start(); next.isPresent(); next = readiness.start()) {
      all.add(next.get());
    }
    return all;
  }

  @Test
  void aChangeMayStartWhenAllThatItDependsOnIsDone() {
    Readiness readiness = Readiness.of(DIAMOND, OnFailure.STOP);

    assertThat(startable(readiness)).containsExactly(id("top"));
    readiness.succeeded(id("top"));
    assertThat(startable(readiness)).containsExactly(id("left"), id("right"));
    readiness.succeeded(id("left"));
    assertThat(startable(readiness)).isEmpty();
    readiness.succeeded(id("right"));
    assertThat(startable(readiness)).containsExactly(id("bottom"));
    assertThat(readiness.isOver()).isFalse();
    readiness.succeeded(id("bottom"));
    assertThat(readiness.isOver()).isTrue();
  }

  @Test
  void aFailureSkipsAllThatDependsOnIt() {
    Readiness readiness = Readiness.of(DIAMOND, OnFailure.CONTINUE);
    startable(readiness);
    readiness.succeeded(id("top"));
    startable(readiness);

    assertThat(readiness.failed(id("left"))).containsExactly(id("bottom"));
    assertThat(readiness.isOver()).isFalse();
    readiness.succeeded(id("right"));
    assertThat(readiness.isOver()).isTrue();
    assertThat(readiness.ended()).isEqualTo(4);
  }

  @Test
  void afterAFailureNothingMoreStartsUnlessItIsToContinue() {
    Readiness readiness = Readiness.of(DIAMOND, OnFailure.STOP);
    startable(readiness);
    readiness.succeeded(id("top"));
    readiness.start();

    readiness.failed(id("left"));

    assertThat(readiness.start()).isEmpty();
    assertThat(readiness.isOver()).isTrue();
    assertThat(readiness.skipRest()).containsExactly(id("right"));
  }

  @Test
  void theStandingIsWrittenAndReadAsJson() {
    Readiness readiness = Readiness.of(DIAMOND, OnFailure.CONTINUE);
    startable(readiness);
    readiness.succeeded(id("top"));
    startable(readiness);
    readiness.failed(id("left"));

    String json = ValueJson.canonical(readiness.standing().toValue());

    assertThat(json)
        .isEqualTo(
            "{\"done\":[\"top#1/create\"],\"failed\":[\"left#1/create\"],"
                + "\"skipped\":[\"bottom#1/create\"],\"started\":[\"right#1/create\"]}");
    assertThat(Standing.of((Value.MapValue) ValueJson.parse(json))).isEqualTo(readiness.standing());
  }

  @Test
  void aWalkThatIsResumedGoesOnAsIfItHadNotBeenInterrupted() {
    for (int seed = 0; seed < 100; seed++) {
      Random random = new Random(seed);
      List<Change> changes = random(random, 1 + random.nextInt(30));
      Readiness one = Readiness.of(changes, OnFailure.CONTINUE);
      Readiness other = one;
      List<String> running = new ArrayList<>();
      while (!one.isOver()) {
        Optional<String> next = one.start();
        if (other != one) {
          assertThat(other.start()).as("seed %s", seed).isEqualTo(next);
        }
        next.ifPresent(running::add);
        if (next.isEmpty() || random.nextBoolean()) {
          String ended = running.remove(random.nextInt(running.size()));
          boolean good = random.nextInt(5) > 0;
          end(one, ended, good);
          if (other != one) {
            end(other, ended, good);
          }
        }
        other = Readiness.resume(changes, OnFailure.CONTINUE, one.standing());
        assertThat(other.standing()).as("seed %s", seed).isEqualTo(one.standing());
      }
      assertThat(other.isOver()).isTrue();
    }
  }

  private static void end(Readiness readiness, String id, boolean good) {
    if (good) {
      readiness.succeeded(id);
    } else {
      readiness.failed(id);
    }
  }

  private static List<Change> random(Random random, int count) {
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<String> after = new ArrayList<>();
      for (int j = 0; j < i; j++) {
        if (random.nextInt(6) == 0) {
          after.add("r" + j);
        }
      }
      changes.add(Draft.create("r" + i, after.toArray(String[]::new)));
    }
    return changes;
  }

  @Test
  void aPlanOutOfOrderIsNoPlan() {
    assertThatThrownBy(
            () -> Readiness.of(List.of(Draft.create("b", "a"), Draft.create("a")), OnFailure.STOP))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a#1/create");
  }

  @Test
  void onlyWhatIsUnderWayCanEnd() {
    Readiness readiness = Readiness.of(DIAMOND, OnFailure.STOP);

    assertThatThrownBy(() -> readiness.succeeded(id("top")))
        .isInstanceOf(IllegalStateException.class);
  }
}
