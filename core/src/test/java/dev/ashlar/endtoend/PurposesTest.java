package dev.ashlar.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.drift.DriftReport;
import dev.ashlar.plan.PlanMode;
import dev.ashlar.plan.PlanMode.Purpose;
import dev.ashlar.value.Address;
import dev.ashlar.value.Value;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a plan can be for, and what it can be limited to. */
class PurposesTest {
  private static final String CHAIN =
      """
      resources:
        a: { type: memory::Value, properties: { input: one } }
        b: { type: memory::Value, properties: { input: "${a.output}" } }
        c: { type: memory::Value, properties: { input: other } }
      outputs:
        said: { value: "${b.output}" }
      """;
  private final Scene scene = new Scene();

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void destroyingLeavesNothing() {
    scene.declare(CHAIN).applied();
    scene.round(PlanMode.of(Purpose.DESTROY));
    assertThat(scene.cloud.objects()).isEmpty();
    assertThat(scene.state().objects()).isEmpty();
    assertThat(scene.plan(PlanMode.of(Purpose.DESTROY)).isEmpty()).isTrue();
    scene.golden("purposes/destroy");
  }

  @Test
  void driftIsReportedWithThePlaceOfTheDeclaration() {
    scene.declare(CHAIN).applied();
    assertThat(scene.time().run(scene.workspace().drift()).isEmpty()).isTrue();
    scene.tamper("c", "input", Value.of("theirs"));
    scene.lose("b");

    DriftReport report = scene.time().run(scene.workspace().drift());

    assertThat(report.addresses()).hasToString("[b, c]");
    assertThat(report.drifts().get(0).missing()).isTrue();
    var difference = report.drifts().get(1).differences().get(0);
    assertThat(difference.path()).hasToString("input");
    assertThat(difference.actual()).isEqualTo(Value.of("theirs"));
    assertThat(difference.applied()).isEqualTo(Value.of("other"));
    assertThat(difference.location().orElseThrow().line()).isEqualTo(7);
    assertThat(report.diagnostics()).isEmpty();
  }

  @Test
  void repairingCorrectsDriftAndNothingElse() {
    scene.declare(CHAIN).applied();
    scene.tamper("c", "input", Value.of("theirs"));
    scene.declare(CHAIN.replace("input: one", "input: two"));
    scene.round(PlanMode.of(Purpose.REPAIR));
    assertThat(scene.actual("c", "input")).isEqualTo(Value.of("other"));
    assertThat(scene.actual("a", "input")).isEqualTo(Value.of("one"));
    assertThat(scene.plan(PlanMode.of(Purpose.REPAIR)).changes()).isEmpty();
    scene.applied();
    scene.golden("purposes/repair");
  }

  @Test
  void acceptingRecordsDriftAsWanted() {
    scene.declare(CHAIN).applied();
    scene.tamper("c", "input", Value.of("theirs"));
    scene.round(PlanMode.of(Purpose.ACCEPT));
    assertThat(scene.actual("c", "input")).isEqualTo(Value.of("theirs"));
    assertThat(scene.time().run(scene.workspace().drift()).isEmpty()).isTrue();
    scene.declare(CHAIN.replace("input: other", "input: theirs")).applied();
    scene.golden("purposes/accept");
  }

  @Test
  void onlyTargetsAndWhatTheyDependOnAreDone() {
    scene.declare(CHAIN);
    scene.round(PlanMode.apply().targeting(Set.of(Address.of("b"))));
    assertThat(scene.state().current().keySet()).hasToString("[a, b]");
    scene.applied();
    scene.golden("purposes/targets");
  }

  @Test
  void whatIsExcludedAndWhatDependsOnItIsLeftOut() {
    scene.declare(CHAIN);
    scene.round(PlanMode.apply().excluding(Set.of(Address.of("a"))));
    assertThat(scene.state().current().keySet()).hasToString("[c]");
    scene.applied();
    scene.golden("purposes/excludes");
  }

  @Test
  void whatSomebodyWantsReplacedIsReplaced() {
    scene.declare(CHAIN).applied();
    String before = scene.identity("a");
    scene.applied(PlanMode.apply().replacing(Set.of(Address.of("a"))));
    assertThat(scene.identity("a")).isNotEqualTo(before);
    scene.nothingElse();
    scene.golden("purposes/replace");
  }

  @Test
  void anObjectThatExistsIsTakenOver() {
    String id = scene.cloud.add("memory::Value", Value.map(Map.of("input", Value.of("theirs"))));
    scene.declare(CHAIN);
    scene.applied(PlanMode.apply().adopting(Map.of(Address.of("c"), id)));
    assertThat(scene.identity("c")).isEqualTo(id);
    scene.nothingElse();
    scene.golden("purposes/adopt");
  }

  @Test
  void adoptingWhatIsNotThereIsAnError() {
    scene.declare(CHAIN);
    scene.shown(PlanMode.apply().adopting(Map.of(Address.of("c"), "value-none")));
    scene.golden("purposes/adopt-absent");
  }

  @Test
  void withoutAskingTheCloudNothingIsSeen() {
    scene.declare(CHAIN).applied();
    scene.tamper("c", "input", Value.of("theirs"));
    assertThat(scene.plan(PlanMode.apply().withoutRefresh()).isEmpty()).isTrue();
    assertThat(scene.plan().isEmpty()).isFalse();
  }

  @Test
  void recordsOfEarlierSerialsStayReadable() {
    scene.declare(CHAIN).applied();
    scene.declare(CHAIN.replace("input: one", "input: two")).applied();

    assertThat(scene.state().serial()).isEqualTo(2);
    assertThat(scene.time().run(scene.workspace().state(1)).orThrow().outputs().get("said"))
        .isEqualTo(Value.of("one"));
    assertThat(scene.time().run(scene.workspace().state(2)).orThrow().outputs().get("said"))
        .isEqualTo(Value.of("two"));
    assertThat(scene.time().run(scene.workspace().state(7)).value()).isEmpty();
  }
}
