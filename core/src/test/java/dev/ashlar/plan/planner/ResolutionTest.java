package dev.ashlar.plan.planner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Source;
import dev.ashlar.plan.Action;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.question.Answer;
import dev.ashlar.plan.resolution.Present;
import dev.ashlar.plan.resolution.Resolution;
import dev.ashlar.state.State;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Address;
import dev.ashlar.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** While a plan is applied its unknowns become known, and nothing else changes. */
class ResolutionTest {
  private static final String BODY =
      """
      parameters: { token: { type: string, sensitive: true, default: geheim } }
      resources:
        box: { type: t::Box, properties: { Name: b, Size: 1 } }
        user:
          type: t::Box
          properties: { Name: u, Peer: "${box.Address}", Mode: fix, Token: "${params.token}" }
      outputs:
        at: { value: "${box.Address}" }
        name: { value: "${box.Name}" }
      """;

  private static final String LABELLED =
      """
      resources:
        box: { type: t::Box, properties: { Name: b, Size: 1 } }
        user:
          type: t::Box
          properties: { Name: u, Labels: { kind: user, peer: "${box.Address}" } }
      """;

  private final World world = new World();

  private static Present present(State state) {
    return new Present() {
      @Override
      public Optional<StateObject> at(Address address) {
        return state.at(address);
      }

      @Override
      public Map<String, List<Answer.Seen>> lookups() {
        return Map.of();
      }

      @Override
      public String lineage() {
        return state.lineage();
      }
    };
  }

  private Resolution resolution(Plan plan) {
    return new Resolution(
        plan, world.inputs(), World.TYPES, World.EXPRESSIONS::compile, World::fingerprint);
  }

  private Change change(Plan plan, String id) {
    return plan.change(id).orElseThrow();
  }

  /** A plan for a larger box, and the state after its update. */
  private Plan larger() {
    world.declare(BODY);
    world.apply();
    world.declare(BODY.replace("Size: 1", "Size: 2"));
    return world.plan();
  }

  private State withAddress(String address) {
    StateObject box = world.object("box");
    StateObject.Values values = box.values();
    return world.state.toBuilder()
        .put(
            box.withValues(
                new StateObject.Values(
                    values.declared(),
                    values.effective(),
                    values.observed(),
                    values.outputs().with("Address", Value.of(address)))))
        .build();
  }

  @Test
  void anUnknownBecomesKnown() {
    Plan plan = larger();
    Change user =
        resolution(plan)
            .change(change(plan, "user#1/update"), present(withAddress("at 2")))
            .orThrow();
    assertThat(user.action()).isEqualTo(Action.UPDATE);
    assertThat(user.planned().get("Peer")).isEqualTo(Value.of("at 2"));
    assertThat(user.planned().get("Mode")).isEqualTo(Value.of("fix"));
    assertThat(user.attributes()).extracting(a -> a.path().toString()).containsExactly("Peer");
  }

  @Test
  void anUpdateThatChangesNothingIsNone() {
    Plan plan = larger();
    Change user =
        resolution(plan)
            .change(change(plan, "user#1/update"), present(withAddress("at 1")))
            .orThrow();
    assertThat(user.action()).isEqualTo(Action.NO_OP);
    assertThat(user.attributes()).isEmpty();
  }

  @Test
  void whatIsNotKnownYetStaysUnknown() {
    Plan plan = larger();
    StateObject box = world.object("box");
    State without = world.state.toBuilder().remove(box.id()).build();
    Change user =
        resolution(plan).change(change(plan, "user#1/update"), present(without)).orThrow();
    assertThat(user.planned().get("Peer").isKnown()).isFalse();
  }

  @Test
  void whatThePlanKnewIsNotEvaluatedAgain() {
    Plan plan = larger();
    Change user = change(plan, "user#1/update");
    Change named = user.toBuilder().declared(user.declared().with("Name", Value.of("v"))).build();
    Change resolved = resolution(plan).change(named, present(withAddress("at 2"))).orThrow();
    assertThat(resolved.declared().get("Name")).isEqualTo(Value.of("v"));
    assertThat(resolved.planned().get("Peer")).isEqualTo(Value.of("at 2"));
  }

  @Test
  void aKnownPartOfAnOpenPropertyThatIsAnotherNowIsRefused() {
    world.declare(LABELLED);
    world.apply();
    world.declare(LABELLED.replace("Size: 1", "Size: 2"));
    Plan plan = world.plan();
    Change user = change(plan, "user#1/update");
    Value.MapValue labels = (Value.MapValue) user.declared().get("Labels");
    Change altered =
        user.toBuilder()
            .declared(user.declared().with("Labels", labels.with("kind", Value.of("other"))))
            .build();
    Checked<Change> resolved = resolution(plan).change(altered, present(withAddress("at 2")));
    assertThat(resolved.isSound()).isFalse();
    assertThat(resolved.diagnostics())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo("plan.not-as-planned");
              assertThat(problem.address()).contains(Address.of("user"));
              assertThat(problem.path().orElseThrow().toString()).isEqualTo("Labels.kind");
            });
  }

  @Test
  void aPlanReadFromItsFileIsResolvedAlikeAndItsSecretsAreSuppliedAgain() {
    Plan plan = Plan.read(Source.text("P.json", larger().toJson())).orThrow();
    Change user =
        resolution(plan)
            .change(change(plan, "user#1/update"), present(withAddress("at 2")))
            .orThrow();
    assertThat(user.planned().get("Peer")).isEqualTo(Value.of("at 2"));
    assertThat(user.planned().get("Token")).isEqualTo(Value.secret(Value.of("geheim")));
  }

  @Test
  void outputsAreEvaluatedWhereTheyWereNotKnown() {
    Plan plan = larger();
    assertThat(resolution(plan).outputs(present(withAddress("at 2"))).orThrow())
        .isEqualTo(Value.map(Map.of("at", Value.of("at 2"), "name", Value.of("b"))));
  }

  @Test
  void whatIsDeletedOrRecordedStaysAsItIs() {
    world.declare(BODY);
    world.apply();
    world.declare("resources: {}\n");
    Plan plan = world.plan();
    for (Change change : plan.changes()) {
      assertThat(resolution(plan).change(change, present(world.state)).orThrow()).isEqualTo(change);
    }
  }

  @Test
  void theConfigurationOfAProviderIsThatOfNowInTheScopeOfTheObject() {
    world.declare(
        """
        resources:
          box: { type: t::Box, properties: { Name: b } }
          net: { type: t::Net, provider: t.there, properties: { Range: a } }
        providers:
          t: {}
          t.there: { region: east, endpoint: "${box.Arn}" }
        """);
    Plan plan = world.plan();
    StateObject.Home home = change(plan, "net#1/create").home();
    assertThat(home.scope().get("region")).isEqualTo(Value.of("east"));
    assertThat(plan.change("net#1/create").orElseThrow().dependsOn())
        .containsExactly("box#1/create");
    world.apply(plan);
    StateObject.Home moved =
        new StateObject.Home("t", "t.there", Value.map(Map.of("region", Value.of("west"))));
    assertThat(resolution(plan).configuration(moved, present(world.state)).orThrow())
        .isEqualTo(
            Value.map(Map.of("region", Value.of("west"), "endpoint", Value.of("arn:box-1"))));
    assertThat(world.plan().isEmpty()).isTrue();
  }
}
