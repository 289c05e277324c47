package dev.ashlar.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.blueprint.Lifecycle;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.execution.rig.Draft;
import dev.ashlar.execution.rig.Rig;
import dev.ashlar.execution.rig.ScriptedCloud;
import dev.ashlar.graph.scope.ScopeRecord;
import dev.ashlar.graph.scope.ScopeValue;
import dev.ashlar.plan.Action;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.OutputChange;
import dev.ashlar.plan.PlanContext;
import dev.ashlar.plan.Reason;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Address;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValueType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Changes that call nothing that changes something, and the outputs at the end. */
class BookkeepingTest {
  private final Rig rig = new Rig();

  private static Change.Builder change(StateObject object, String address, Action action) {
    return Change.builder(Draft.id(address), ScriptedCloud.THING, action)
        .home(Draft.HOME)
        .prior(object.id())
        .planned(object.values().effective())
        .declared(object.values().declared())
        .lifecycle(object.lifecycle());
  }

  @Test
  void aMovedObjectHasAnotherAddressAndIsTheSame() {
    StateObject a = rig.given("a", 1);

    Outcome outcome =
        rig.apply(rig.plan(change(a, "b", Action.MOVE).from(a.id().address()).build()));

    assertThat(outcome.summary()).isEqualTo("succeeded: 1 moved");
    assertThat(rig.cloud.calls()).isEmpty();
    assertThat(rig.recorded("b")).isEqualTo(a.withAddress(Draft.id("b")));
    assertThat(rig.state().objects()).hasSize(1);
  }

  @Test
  void aMovedObjectCanBeUpdatedAtItsNewAddress() {
    StateObject a = rig.given("a", 1);
    Change move = change(a, "b", Action.MOVE).from(a.id().address()).build();
    Change update = Draft.update(a.withAddress(Draft.id("b")), 1, 2, move.id());

    Outcome outcome = rig.apply(rig.plan(move, update));

    assertThat(outcome.summary()).isEqualTo("succeeded: 1 updated, 1 moved");
    assertThat(rig.recorded("b").values().effective()).isEqualTo(Draft.thing("a", 2));
  }

  @Test
  void aForgottenObjectStaysInTheCloud() {
    StateObject a = rig.given("a", 1);

    rig.apply(rig.plan(change(a, "a", Action.FORGET).build()));

    assertThat(rig.state().objects()).isEmpty();
    assertThat(rig.cloud.objects()).containsOnlyKeys("old-a");
  }

  @Test
  void aRecordedLifeCycleCallsNothing() {
    StateObject a = rig.given("a", 1);
    StateObject.StoredLifecycle kept =
        new StateObject.StoredLifecycle(
            true, false, Lifecycle.OnRemove.RETAIN, Lifecycle.Ownership.MANAGE);

    rig.apply(
        rig.plan(change(a, "a", Action.RECORD).lifecycle(kept).dependencies(List.of("z")).build()));

    assertThat(rig.cloud.calls()).isEmpty();
    assertThat(rig.recorded("a").lifecycle()).isEqualTo(kept);
    assertThat(rig.recorded("a").dependencies()).containsExactly("z");
    assertThat(rig.recorded("a").values()).isEqualTo(a.values());
  }

  @Test
  void anAdoptedObjectIsLookedAtAndRecorded() {
    rig.cloud.put("theirs", Draft.thing("a", 1));

    Outcome outcome = rig.apply(rig.plan(adoption("theirs")));

    assertThat(outcome.summary()).isEqualTo("succeeded: 1 adopted");
    assertThat(rig.cloud.mutations()).isEmpty();
    assertThat(rig.recorded("a").identity()).contains("theirs");
    assertThat(rig.recorded("a").values().outputs().get("arn")).isEqualTo(Value.of("arn:theirs"));
  }

  @Test
  void anObjectThatIsNotThereCannotBeAdopted() {
    Outcome outcome = rig.apply(rig.plan(adoption("nobodys")));

    assertThat(outcome.diagnostics()).extracting(d -> d.code()).containsExactly("execution.gone");
    assertThat(rig.state().objects()).isEmpty();
  }

  private static Change adoption(String identity) {
    return Change.builder(Draft.id("a"), ScriptedCloud.THING, Action.ADOPT)
        .home(Draft.HOME)
        .identity(Optional.of(identity))
        .declared(Draft.thing("a", 1))
        .planned(Draft.thing("a", 1))
        .build();
  }

  @Test
  void aMissingObjectIsMadeAnewAndItsRecordGoes() {
    StateObject a = rig.given("a", 1);
    rig.cloud.remove("old-a");
    Change again =
        Change.builder(Draft.id("a", 2), a.type(), Action.CREATE)
            .home(Draft.HOME)
            .reason(Reason.of(Reason.Kind.MISSING))
            .declared(Draft.thing("a", 1))
            .planned(Draft.thing("a", 1))
            .build();

    rig.apply(rig.plan(again));

    assertThat(rig.state().objects()).extracting(StateObject::id).containsExactly(Draft.id("a", 2));
  }

  private static Change lookup(String name) {
    return Change.builder(Draft.id("found"), ScriptedCloud.THING, Action.READ)
        .home(Draft.HOME)
        .planned(Value.map(Map.of("name", Value.of(name))))
        .build();
  }

  @Test
  void aLookupAtApplyIsThereForWhatDependsOnIt() {
    rig.cloud.put("theirs", Draft.thing("zone", 1));
    Change uses =
        Draft.creating("a", Draft.thing("a", 1).with("link", Value.unknown(ValueType.STRING)))
            .toBuilder()
            .dependsOn(List.of("found#1/read"))
            .build();
    rig.remainder.change(
        "a#1/create",
        (change, known) ->
            Checked.of(
                change.toBuilder()
                    .planned(
                        Draft.thing("a", 1)
                            .with("link", known.lookups().get("found").get(0).outputs().get("arn")))
                    .build()));

    Outcome outcome = rig.apply(rig.plan(lookup("zone"), uses));

    assertThat(outcome.summary()).isEqualTo("succeeded: 1 created, 1 read");
    assertThat(rig.recorded("a").values().effective().get("link"))
        .isEqualTo(Value.of("arn:theirs"));
  }

  @Test
  void aLookupThatFindsAnotherNumberThanExpectedFails() {
    PlanContext none = PlanContext.EMPTY;
    PlanContext context =
        new PlanContext(
            none.inputs(),
            ScopeValue.of(
                ScopeRecord.EMPTY.with(
                    "found", new ScopeRecord.Objects(ScriptedCloud.THING, ScopeRecord.Count.ONE))),
            none.locals(),
            none.providers(),
            none.lookups(),
            none.imports(),
            none.outputs(),
            none.sensitiveOutputs(),
            none.seen(),
            none.instances(),
            none.forEach());

    Outcome outcome = rig.apply(rig.plan(lookup("zone")).toBuilder().context(context).build());

    assertThat(outcome.diagnostics())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo("execution.lookup-mismatch");
              assertThat(problem.detail()).contains("0 objects fit", "exactly one");
            });
  }

  @Test
  void aChangeOfOutputsOnlyIsAChange() {
    Value.MapValue outputs = Value.map(Map.of("url", Value.of("new")));
    rig.remainder.outputs((none, known) -> Checked.of(outputs));

    Outcome outcome =
        rig.apply(
            rig.plan().toBuilder()
                .outputs(Map.of("url", new OutputChange(Value.NULL, Value.of("new"), false)))
                .build());

    assertThat(outcome.state().serial()).isEqualTo(1);
    assertThat(outcome.state().outputs()).isEqualTo(outputs);
  }

  @Test
  void outputsStayAsTheyWereWhereSomethingFails() {
    rig.remainder.outputs((none, known) -> Checked.of(Value.map(Map.of("url", Value.of("new")))));
    rig.cloud.fail("create", "a", dev.ashlar.connector.Failure.invalid("no"));

    Outcome outcome = rig.apply(rig.plan(Draft.create("a")));

    assertThat(outcome.state().outputs()).isEqualTo(Value.MapValue.EMPTY);
  }

  @Test
  void whatIsDeferredIsLeftToTheNextPlan() {
    Change later = Change.builder(Draft.id("later"), ScriptedCloud.THING, Action.DEFERRED).build();

    Outcome outcome = rig.apply(rig.plan(Draft.create("a"), later));

    assertThat(outcome.summary()).isEqualTo("succeeded: 1 created, 1 deferred");
    assertThat(((Outcome.Succeeded) outcome).deferred()).containsExactly(Address.of("later"));
    assertThat(rig.apply(rig.plan(later)).state().serial()).isEqualTo(1);
  }
}
