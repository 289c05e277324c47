package dev.ashlar.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.execution.rig.Draft;
import dev.ashlar.execution.rig.Rig;
import dev.ashlar.plan.Change;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import dev.ashlar.value.ValuePath;
import dev.ashlar.value.ValueType;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is secret reaches the cloud and nothing else; what the engine makes is bound at the end. */
class SecretsTest {
  private static final Value PASSWORD = Value.secret(Value.of("hunter2"));

  private final Rig rig = new Rig();

  private Change withPassword(String address) {
    return Draft.creating(address, Draft.thing(address, 1).with("password", PASSWORD));
  }

  @Test
  void aWriteOnlyValueIsKeptAsAFingerprintOnly() {
    rig.apply(rig.plan(withPassword("a")));

    assertThat(rig.cloud.objects().get("id-1").get("password")).isEqualTo(PASSWORD);
    StateObject a = rig.recorded("a");
    Value withheld = Value.secret(Value.unknown(ValueType.STRING));
    assertThat(a.values().declared().get("password")).isEqualTo(withheld);
    assertThat(a.values().effective().get("password")).isEqualTo(withheld);
    assertThat(a.values().observed().get("password")).isEqualTo(withheld);
    assertThat(a.fingerprints()).containsOnlyKeys(ValuePath.of("password"));
    assertThat(a.fingerprints().get(ValuePath.of("password"))).startsWith("fp:");
  }

  @Test
  void theFingerprintOfAValueThatIsNotSuppliedAgainStays() {
    rig.apply(rig.plan(withPassword("a")));
    StateObject a = rig.recorded("a");

    rig.apply(rig.plan(Draft.update(a, 1, 2)));

    assertThat(rig.recorded("a").fingerprints()).isEqualTo(a.fingerprints());
  }

  @Test
  void noEventTellsASecret() {
    rig.apply(rig.plan(withPassword("a")));

    assertThat(rig.events)
        .isNotEmpty()
        .extracting(Object::toString)
        .noneMatch(text -> text.contains("hunter2"));
    assertThat(rig.journal().entries().toString()).doesNotContain("hunter2");
  }

  @Test
  void anOutputThatWasPlannedSecretStaysSecret() {
    Change a =
        Draft.create("a").toBuilder()
            .outputs(Value.map(Map.of("arn", Value.secret(Value.unknown(ValueType.STRING)))))
            .build();

    rig.apply(rig.plan(a));

    assertThat(rig.recorded("a").values().outputs().get("arn"))
        .isEqualTo(Value.secret(Value.of("arn:id-1")));
  }

  @Test
  void theMarkOfOwnershipIsBoundToTheLineageWhenItIsApplied() {
    MapValue tags = Value.map(Map.of("ashlar-object", Value.of("{lineage}")));
    Change a =
        Draft.create("a").toBuilder().planned(Draft.thing("a", 1).with("tags", tags)).build();

    rig.apply(rig.plan(a));

    Value applied = rig.cloud.objects().get("id-1").get("tags");
    assertThat(applied.toString()).doesNotContain("{lineage}").contains("ashlar-object");
    assertThat(rig.recorded("a").values().effective().get("tags")).isEqualTo(applied);
  }

  @Test
  void aValueThatIsStillNotKnownIsNotApplied() {
    Change a =
        Draft.creating("a", Draft.thing("a", 1).with("link", Value.unknown(ValueType.STRING)));

    Outcome outcome = rig.apply(rig.plan(a));

    assertThat(outcome.diagnostics())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo("execution.value-unknown");
              assertThat(problem.path()).contains(ValuePath.of("link"));
            });
    assertThat(rig.cloud.calls()).isEmpty();
  }

  @Test
  void aHomeThatWasNotKnownIsRecordedAsItTurnsOutToBe() {
    MapValue region = Value.map(Map.of("region", Value.of("eu-west-1")));
    rig.remainder.configuration(region);
    StateObject.Home open =
        new StateObject.Home(
            "test", "test", Value.map(Map.of("region", Value.unknown(ValueType.STRING))));

    rig.apply(rig.plan(Draft.create("a").toBuilder().home(open).build()));

    assertThat(rig.recorded("a").home().scope()).isEqualTo(region);
  }
}
