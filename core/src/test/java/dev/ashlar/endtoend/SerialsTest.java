package dev.ashlar.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.Serial;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.PlanMode;
import dev.ashlar.value.Address;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which states can still be read and rolled back to, and what led to each. */
class SerialsTest {
  private static final String ONE =
      "resources:\n  one: { type: memory::Value, properties: { input: a } }\n";
  private static final String TWO =
      "resources:\n  one: { type: memory::Value, properties: { input: b } }\n"
          + "  two: { type: memory::Value, properties: { input: c } }\n";
  private static final String OTHER =
      "resources:\n  two: { type: memory::Value, properties: { input: c } }\n";

  private final Scene scene = new Scene();

  @AfterEach
  void close() {
    scene.close();
  }

  private List<Serial> serials() {
    return scene.time().run(scene.workspace().serials()).orThrow();
  }

  private static String shown(Serial serial) {
    return serial.number()
        + (serial.isCurrent() ? " now" : "")
        + " "
        + serial.outcome().orElse("-")
        + " "
        + serial.objects()
        + " "
        + serial
            .counts()
            .map(
                counts ->
                    "+" + counts.created() + " ~" + counts.changed() + " -" + counts.deleted())
            .orElse("-");
  }

  @Test
  void whereNothingWasAppliedThereAreNone() {
    assertThat(serials()).isEmpty();
  }

  @Test
  void eachSaysWhatItsRunDidTheNewestFirst() {
    scene.declare(ONE).applied();
    scene.declare(TWO).applied();
    scene.declare(OTHER).applied();

    assertThat(serials())
        .extracting(SerialsTest::shown)
        .containsExactly(
            "3 now done 1 +0 ~0 -1", "2 done 2 +1 ~1 -0", "1 done 1 +1 ~0 -0", "0 - 0 -");
  }

  @Test
  void eachSaysWhenAndByWhichPlan() {
    scene.declare(ONE);
    Plan plan = scene.plan();
    scene.apply(plan);

    Serial first = serials().get(0);

    assertThat(first.planDigest()).isEqualTo(plan.digest());
    assertThat(first.at()).contains(scene.state().lastRun().orElseThrow().at());
    assertThat(serials().get(1).at()).isEmpty();
    assertThat(serials().get(1).planDigest()).isEmpty();
  }

  @Test
  void aRunThatFailedSaysSoAndOneThatWasUndoneToo() {
    scene.declare(ONE).applied();
    scene.declare(
        "resources:\n"
            + "  one: { type: memory::Value, properties: { input: b } }\n"
            + "  bad: { type: memory::Subnet, properties: { NetworkId: none, CidrBlock: 10.0.0.0/24"
            + " } }\n");
    scene.apply(scene.plan());
    assertThat(shown(serials().get(0))).startsWith("2 now failed");

    scene.with(with -> with.onFailure(Environment.OnFailure.ROLLBACK));
    scene.apply(scene.plan());

    assertThat(serials().get(0).outcome()).contains("rolled-back");
  }

  @Test
  void aMoveIsAChangeAndNoDeletion() {
    scene.declare(ONE).applied();
    scene
        .declare(
            "resources:\n  uno: { type: memory::Value, properties: { input: a } }\n"
                + "moved: [ { from: one, to: uno } ]\n")
        .applied();

    assertThat(shown(serials().get(0))).isEqualTo("2 now done 1 +0 ~1 -0");
  }

  @Test
  void atMostTwentyAreListedAndEveryOneCanBeRolledBackTo() {
    for (int i = 0; i < 23; i++) {
      scene
          .declare("resources:\n  one: { type: memory::Value, properties: { input: " + i + " } }\n")
          .applied();
    }

    List<Serial> serials = serials();

    assertThat(serials).extracting(Serial::number).startsWith(23L, 22L).endsWith(4L).hasSize(20);
    assertThat(serials.get(19).counts()).contains(new Serial.Counts(0, 1, 0));
    for (Serial serial : serials.subList(1, 20)) {
      Plan back =
          scene.plan(PlanMode.rollback().to(serial.number()).targeting(Set.of(Address.of("one"))));
      assertThat(back.hasErrors()).isFalse();
    }
  }

  @Test
  void withoutABlueprintTheEngineListsThemToo() {
    scene.declare(ONE).applied();

    assertThat(
            scene.time().run(scene.ashlar.serials(scene.workspace().environment().id())).orThrow())
        .isEqualTo(serials());
  }
}
