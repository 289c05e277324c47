package dev.ashlar.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.diagnostic.Source;
import dev.ashlar.execution.Outcome;
import dev.ashlar.plan.Action;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.PlanMode;
import dev.ashlar.state.State;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Address;
import dev.ashlar.value.Value;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A rollback is a plan: back to the inputs and the topology of an earlier serial. */
class RollingBackTest {
  private static final String NETWORK =
      """
      resources:
        net: { type: "memory::Network", properties: { CidrBlock: 10.0.0.0/16, Description: main } }
        sub: { type: "memory::Subnet", properties: { NetworkId: "${net.id}", CidrBlock: 10.0.1.0/24 } }
        note: { type: "memory::Value", properties: { input: "net ${net.id} of ${sub.Arn}" } }
      outputs:
        net: { value: "${net.id}" }
      """;

  private static PlanMode to(long serial) {
    return PlanMode.rollback().to(serial);
  }

  private static SortedMap<String, Value> inputs(State state) {
    SortedMap<String, Value> inputs = new TreeMap<>();
    state
        .current()
        .forEach((address, object) -> inputs.put(address.toString(), object.values().declared()));
    return inputs;
  }

  private static List<String> done(Plan plan) {
    return plan.changes().stream()
        .map(change -> change.action().text() + " " + change.address())
        .sorted()
        .toList();
  }

  @Test
  void whatWasAddedGoesAndWhatWasChangedIsChangedBack() {
    try (Scene scene = new Scene()) {
      scene.declare("resources: { a: { type: memory::Value, properties: { input: one } } }\n");
      scene.applied();
      scene.declare(
          """
          resources:
            a: { type: "memory::Value", properties: { input: two } }
            b: { type: "memory::Value", properties: { input: "${a.output}" } }
          """);
      scene.applied();
      String identity = scene.identity("a");

      Plan plan = scene.plan(PlanMode.rollback());

      assertThat(plan.diagnostics()).isEmpty();
      assertThat(plan.restores()).hasValue(1);
      assertThat(done(plan)).containsExactly("delete b", "update a");
      Outcome outcome = scene.apply(plan);
      assertThat(outcome).isInstanceOf(Outcome.Succeeded.class);
      assertThat(outcome.rollback()).contains(new Outcome.Rollback(true, List.of(), List.of()));
      assertThat(scene.actual("a", "input")).isEqualTo(Value.of("one"));
      assertThat(scene.identity("a")).isEqualTo(identity);
      scene.sound();
      scene.nothingElse();
    }
  }

  @Test
  void whatIsMadeAnewIsReadAgainByAllThatUsedIt() {
    try (Scene scene = new Scene()) {
      scene.declare(NETWORK);
      State before = scene.applied().state();
      scene.declare("resources: {}\n");
      scene.applied();

      Plan plan = scene.plan(PlanMode.rollback());

      assertThat(plan.diagnostics()).isEmpty();
      assertThat(done(plan)).containsExactly("create net", "create note", "create sub");
      Outcome outcome = scene.apply(plan);
      assertThat(outcome).as("%s", outcome.diagnostics()).isInstanceOf(Outcome.Succeeded.class);
      assertThat(outcome.rollback())
          .contains(
              new Outcome.Rollback(
                  true,
                  List.of(),
                  List.of(Address.of("net"), Address.of("note"), Address.of("sub"))));
      String net = scene.identity("net");
      String arn = scene.recorded("sub").values().outputs().get("Arn").toString();
      assertThat(before.at(Address.of("net")).orElseThrow().identity()).isPresent();
      assertThat(net).isNotEqualTo(before.at(Address.of("net")).orElseThrow().identity().get());
      assertThat(scene.actual("sub", "NetworkId")).isEqualTo(Value.of(net));
      assertThat(scene.actual("note", "input")).isEqualTo(Value.of("net " + net + " of " + arn));
      assertThat(outcome.state().outputs().get("net")).isEqualTo(Value.of(net));
      scene.sound();
      scene.nothingElse();
      scene.declare(NETWORK);
      assertThat(scene.left()).isEmpty();
    }
  }

  @Test
  void aReplacementIsReplacedBackAndItsDependantsFollow() {
    try (Scene scene = new Scene()) {
      scene.declare(NETWORK);
      State before = scene.applied().state();
      scene.declare(NETWORK.replace("10.0.0.0/16", "10.0.0.0/17"));
      scene.applied();

      Outcome outcome = scene.apply(scene.plan(PlanMode.rollback()));

      assertThat(outcome).as("%s", outcome.diagnostics()).isInstanceOf(Outcome.Succeeded.class);
      assertThat(outcome.rollback().orElseThrow().complete()).isTrue();
      assertThat(scene.actual("net", "CidrBlock")).isEqualTo(Value.of("10.0.0.0/16"));
      assertThat(inputs(outcome.state()).keySet()).isEqualTo(inputs(before).keySet());
      scene.declare(NETWORK);
      assertThat(scene.left()).isEmpty();
      scene.nothingElse();
    }
  }

  @Test
  void aMoveIsMovedBackWithoutACall() {
    try (Scene scene = new Scene()) {
      scene.declare("resources: { a: { type: memory::Value, properties: { input: one } } }\n");
      scene.applied();
      scene.declare(
          """
          resources: { b: { type: memory::Value, properties: { input: one } } }
          moved: [ { from: a, to: b } ]
          """);
      scene.applied();

      Plan plan = scene.plan(PlanMode.rollback());

      assertThat(done(plan)).containsExactly("move a");
      assertThat(scene.apply(plan)).isInstanceOf(Outcome.Succeeded.class);
      assertThat(scene.state().current().keySet()).containsExactly(Address.of("a"));
      scene.nothingElse();
    }
  }

  @Test
  void anObjectThatWasTakenOverIsLetGoAndNeverDeleted() {
    try (Scene scene = new Scene()) {
      scene.declare("resources: { a: { type: memory::Value, properties: { input: one } } }\n");
      scene.applied();
      String own = scene.identity("a");
      scene.declare(
          "resources: { a: { type: memory::Value, properties: { input: one }, lifecycle: {"
              + " onRemove: retain } } }\n");
      scene.applied();
      scene.declare("resources: {}\n");
      scene.applied();
      scene.declare("resources: { c: { type: memory::Value, properties: { input: one } } }\n");
      scene.apply(scene.plan(PlanMode.apply().adopting(java.util.Map.of(Address.of("c"), own))));
      assertThat(scene.identity("c")).isEqualTo(own);

      Plan plan = scene.plan(PlanMode.rollback());

      assertThat(done(plan)).containsExactly("forget c");
      assertThat(scene.apply(plan)).isInstanceOf(Outcome.Succeeded.class);
      assertThat(scene.cloud.object("memory::Value", own)).isPresent();
      Plan further = scene.plan(to(1));
      assertThat(done(further)).containsExactly("adopt a");
      assertThat(scene.apply(further)).isInstanceOf(Outcome.Succeeded.class);
      assertThat(scene.identity("a")).isEqualTo(own);
    }
  }

  @Test
  void backToBeforeTheFirstRunIsEmpty() {
    try (Scene scene = new Scene()) {
      scene.declare(NETWORK);
      scene.applied();

      Plan plan = scene.plan(to(0));

      assertThat(done(plan)).containsExactly("delete net", "delete note", "delete sub");
      assertThat(scene.apply(plan)).isInstanceOf(Outcome.Succeeded.class);
      assertThat(scene.cloud.objects()).isEmpty();
      assertThat(scene.state().outputs()).isEqualTo(Value.MapValue.EMPTY);
    }
  }

  @Test
  void aRollbackOfARollbackBringsBackWhatItUndid() {
    try (Scene scene = new Scene()) {
      scene.declare("resources: { a: { type: memory::Value, properties: { input: one } } }\n");
      scene.applied();
      scene.declare("resources: { a: { type: memory::Value, properties: { input: two } } }\n");
      scene.applied();

      assertThat(scene.apply(scene.plan(PlanMode.rollback())))
          .isInstanceOf(Outcome.Succeeded.class);
      assertThat(scene.actual("a", "input")).isEqualTo(Value.of("one"));
      assertThat(scene.apply(scene.plan(PlanMode.rollback())))
          .isInstanceOf(Outcome.Succeeded.class);
      assertThat(scene.actual("a", "input")).isEqualTo(Value.of("two"));
      assertThat(scene.apply(scene.plan(to(1)))).isInstanceOf(Outcome.Succeeded.class);
      assertThat(scene.actual("a", "input")).isEqualTo(Value.of("one"));
      assertThat(scene.plan(to(1)).isEmpty()).isTrue();
    }
  }

  @Test
  void whereNoRunHasChangedAnythingThereIsNothingToUndo() {
    try (Scene scene = new Scene()) {
      scene.declare("resources: {}\n");

      Plan plan = scene.plan(PlanMode.rollback());

      assertThat(plan.isEmpty()).isTrue();
      assertThat(plan.hasErrors()).isFalse();
      assertThat(plan.diagnostics())
          .extracting(Diagnostic::code)
          .containsExactly("plan.nothing-to-undo");
    }
  }

  @Test
  void aSerialThatIsNotEarlierIsRefused() {
    try (Scene scene = new Scene()) {
      scene.declare("resources: { a: { type: memory::Value } }\n");
      scene.applied();

      assertThat(scene.plan(to(1)).diagnostics())
          .extracting(Diagnostic::code)
          .containsExactly("plan.rollback-serial");
    }
  }

  @Test
  void aSerialThatIsNotKeptAnyMoreIsSaidSo() {
    try (Scene scene = new Scene()) {
      for (int i = 0; i < 60; i++) {
        scene.declare(
            "resources: { a: { type: memory::Value, properties: { input: \""
                + "x".repeat(2000)
                + i
                + "\" } } }\n");
        scene.apply(scene.plan());
      }

      assertThat(scene.plan(to(1)).diagnostics())
          .extracting(Diagnostic::code)
          .containsExactly("state.serial-not-kept");
      assertThat(scene.plan(to(45)).hasErrors()).isFalse();
    }
  }

  @Test
  void theSameJournalGivesTheSamePlan() {
    String[] digests = new String[2];
    for (int i = 0; i < 2; i++) {
      try (Scene scene = new Scene()) {
        scene.declare(NETWORK);
        scene.applied();
        scene.declare("resources: {}\n");
        scene.applied();
        digests[i] = scene.plan(PlanMode.rollback()).digest();
        assertThat(scene.plan(PlanMode.rollback()).digest()).isEqualTo(digests[i]);
      }
    }
    assertThat(digests[0]).isEqualTo(digests[1]).hasSize(64);
  }

  @Test
  void aPlanFileIsAppliedWithTheSecretsThatAreRecorded() {
    try (Scene scene = new Scene()) {
      scene.declare(
          "resources: { a: { type: parts::Part, properties: { Name: a, Token: hush-hush } } }\n");
      scene.applied();
      scene.declare("resources: {}\n");
      scene.applied();

      String file = scene.plan(PlanMode.rollback()).toJson();

      assertThat(file).doesNotContain("hush-hush");
      Outcome outcome = scene.apply(Plan.read(Source.text("p.json", file)).orThrow());
      assertThat(outcome).as("%s", outcome.diagnostics()).isInstanceOf(Outcome.Succeeded.class);
      assertThat(outcome.rollback().orElseThrow().complete()).isTrue();
      assertThat(scene.actual("a", "Token")).isEqualTo(Value.secret(Value.of("hush-hush")));
    }
  }

  @Test
  void aValueOfWhichOnlyAFingerprintIsKeptIsTakenFromTheParameters() {
    try (Scene scene = new Scene()) {
      String blueprint =
          """
          parameters: { password: { type: string, sensitive: true } }
          resources:
            a: { type: "parts::Part", properties: { Name: a, Password: "${params.password}" } }
          """;
      scene.with(environment -> environment.parameter("password", "first-one"));
      scene.declare(blueprint);
      scene.applied();
      scene.with(environment -> environment.parameter("password", "second-one"));
      scene.applied();

      assertThat(scene.plan(PlanMode.rollback()).diagnostics())
          .extracting(Diagnostic::code)
          .containsExactly("plan.rollback-secret");
      scene.with(environment -> environment.parameter("password", "first-one"));
      Plan plan = scene.plan(PlanMode.rollback());
      assertThat(plan.diagnostics()).isEmpty();
      assertThat(done(plan)).containsExactly("update a");
      assertThat(plan.toJson()).doesNotContain("first-one").doesNotContain("second-one");
      assertThat(scene.apply(plan)).isInstanceOf(Outcome.Succeeded.class);
      StateObject object = scene.recorded("a");
      assertThat(
              scene
                  .cloud
                  .object(object.type(), object.identity().get())
                  .orElseThrow()
                  .properties()
                  .get("Password"))
          .isEqualTo(Value.secret(Value.of("first-one")));
    }
  }

  @Test
  void whatItsLifeCycleProtectsStaysWithAllThatItUses() {
    try (Scene scene = new Scene()) {
      scene.declare("resources: {}\noutputs: { one: { value: 1 } }\n");
      scene.applied();
      scene.declare(
          """
          resources:
            net: { type: "memory::Network", properties: { CidrBlock: 10.0.0.0/16 } }
            sub:
              type: "memory::Subnet"
              properties: { NetworkId: "${net.id}", CidrBlock: 10.0.1.0/24 }
              lifecycle: { preventDestroy: true }
            note: { type: "memory::Value", properties: { input: 1 } }
          """);
      scene.applied();

      Plan plan = scene.plan(PlanMode.rollback());

      assertThat(done(plan)).containsExactly("delete note");
      assertThat(plan.diagnostics())
          .extracting(Diagnostic::code)
          .containsExactly("plan.not-restored", "plan.not-restored");
      assertThat(scene.apply(plan).rollback().orElseThrow())
          .isEqualTo(
              new Outcome.Rollback(
                  false, List.of(Address.of("net"), Address.of("sub")), List.of()));
    }
  }

  @Test
  void whatIsExcludedStaysAsItIs() {
    try (Scene scene = new Scene()) {
      scene.declare(NETWORK);
      scene.applied();
      scene.declare(NETWORK.replace("main", "other").replace("net ${", "the net ${"));
      scene.applied();

      Plan plan = scene.plan(PlanMode.rollback().excluding(java.util.Set.of(Address.of("note"))));

      assertThat(plan.changes()).extracting(Change::action).containsExactly(Action.UPDATE);
      assertThat(done(plan)).containsExactly("update net");
    }
  }

  @Test
  void objectsByKeyAreRestoredEachWithItsOwnValues() {
    try (Scene scene = new Scene()) {
      scene.declare(
          """
          resources:
            nets:
              type: "memory::Network"
              forEach: [ a, b ]
              properties: { CidrBlock: 10.0.0.0/16, Description: "${each.key}" }
            notes:
              type: "memory::Value"
              forEach: [ a, b ]
              properties: { input: "${nets[each.key].id}" }
          """);
      scene.applied();
      scene.declare("resources: {}\n");
      scene.applied();

      Outcome outcome = scene.apply(scene.plan(PlanMode.rollback()));

      assertThat(outcome).as("%s", outcome.diagnostics()).isInstanceOf(Outcome.Succeeded.class);
      assertThat(scene.actual("notes[\"a\"]", "input"))
          .isEqualTo(Value.of(scene.identity("nets[\"a\"]")));
      assertThat(scene.actual("notes[\"b\"]", "input"))
          .isEqualTo(Value.of(scene.identity("nets[\"b\"]")));
    }
  }
}
