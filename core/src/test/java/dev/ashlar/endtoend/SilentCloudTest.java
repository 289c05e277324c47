package dev.ashlar.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.Waiting;
import dev.ashlar.memory.Fault;
import dev.ashlar.plan.Plan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A cloud that does not answer is waited for in plain sight, and not for ever. */
class SilentCloudTest {
  private final List<Waiting> heard = new ArrayList<>();
  private final Scene scene = new Scene(builder -> builder.onWaiting(heard::add));

  @AfterEach
  void close() {
    scene.close();
  }

  private void given(int objects) {
    StringBuilder resources = new StringBuilder("resources:\n");
    for (int i = 0; i < objects; i++) {
      resources.append(
          "  v" + i + ": { type: memory::Value, properties: { input: x" + i + " } }\n");
    }
    scene.declare(resources.toString()).applied();
    heard.clear();
  }

  @Test
  void eachTryIsToldAndWhereItGoes() {
    given(1);
    scene.cloud.fault(Fault.outage());

    scene.plan();

    assertThat(heard).hasSizeGreaterThan(2);
    Waiting first = heard.get(0);
    assertThat(first.address()).hasToString("v0");
    assertThat(first.configuration()).isEqualTo("memory");
    assertThat(heard).extracting(Waiting::attempt).startsWith(2, 3, 4);
    assertThat(first).hasToString("waiting for memory: " + first.detail() + ", attempt 2");
  }

  @Test
  void atLastTheProblemNamesTheConfiguration() {
    given(1);
    scene.cloud.fault(Fault.outage());

    Plan plan = scene.plan();

    assertThat(plan.hasErrors()).isTrue();
    assertThat(plan.diagnostics())
        .filteredOn(problem -> problem.code().equals("observation.cannot-look"))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.detail())
                  .startsWith(
                      "\"v0\" cannot be looked at through the provider configuration memory: ");
              assertThat(problem.location()).isPresent();
            });
  }

  @Test
  void manyObjectsAreNotWaitedForOneAfterTheOther() {
    given(80);
    scene.cloud.fault(Fault.outage());
    Instant before = scene.time().now();

    Plan plan = scene.plan();

    assertThat(plan.hasErrors()).isTrue();
    assertThat(Duration.between(before, scene.time().now())).isLessThan(Duration.ofMinutes(8));
  }

  @Test
  void aCloudThatComesBackIsWorthTheWait() {
    given(3);
    scene.cloud.fault(Fault.outage().between(Duration.ZERO, Duration.ofMinutes(1)));

    assertThat(scene.plan().hasErrors()).isFalse();
    assertThat(heard).isNotEmpty();
  }

  @Test
  void aListenerThatThrowsHarmsNobody() {
    try (Scene other =
        new Scene(
            builder ->
                builder.onWaiting(
                    waiting -> {
                      throw new IllegalStateException("listener");
                    }))) {
      other.declare("resources:\n  v: { type: memory::Value, properties: { input: x } }\n");
      other.applied();
      other.cloud.fault(Fault.outage().between(Duration.ZERO, Duration.ofMinutes(1)));

      assertThat(other.plan().hasErrors()).isFalse();
    }
  }
}
