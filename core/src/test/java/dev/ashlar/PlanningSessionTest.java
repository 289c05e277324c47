package dev.ashlar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.PlanningSession.Preview;
import dev.ashlar.PlanningSession.Redraw;
import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.blueprint.Edit;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.blueprint.Place;
import dev.ashlar.blueprint.ResourceDeclaration;
import dev.ashlar.diagnostic.Source;
import dev.ashlar.execution.Outcome;
import dev.ashlar.memory.MemoryCloud;
import dev.ashlar.plan.Action;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Plan;
import dev.ashlar.value.Address;
import dev.ashlar.value.Value;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What each edit does to a plan, and what a canvas paints again for it. */
class PlanningSessionTest {
  private static final String DOCUMENT =
      """
      apiVersion: ashlar.dev/v1
      kind: Blueprint
      metadata: { name: shop, version: 1.0.0 }
      parameters:
        size: { type: integer, default: 1 }
      flags:
        on: { default: true }
      resources:
        key: { type: memory::Value, properties: { input: "${params.size}" }, source: { canvas: node-1 } }
        box: { type: memory::Value, properties: { input: "${key.output}" }, source: { canvas: node-2 } }
        lid: { type: memory::Value, when: "${flags.on}", properties: { input: shut } }
        far: { type: memory::Value, properties: { input: away } }
      """;

  private final MemoryCloud cloud = MemoryCloud.create();
  private final Ashlar ashlar = Ashlar.builder().addProvider(cloud).build();
  private final Workspace workspace =
      ashlar.open(
          Environment.of("shop", Blueprint.read(Source.text("shop.yaml", DOCUMENT)).orThrow()));
  private PlanningSession session;

  @BeforeEach
  void everythingExists() {
    Outcome outcome = workspace.apply(workspace.plan().join()).outcome().join();
    assertThat(outcome).isInstanceOf(Outcome.Succeeded.class);
    session = workspace.edit().join();
  }

  @AfterEach
  void close() {
    ashlar.close();
  }

  private Preview edit(Edit... edits) {
    Preview preview = session.edit(edits).join();
    Plan scratch = ashlar.open(preview.environment()).plan().join();
    assertThat(preview.plan().toJson()).isEqualTo(scratch.toJson());
    assertThat(preview.plan().diagnostics()).isEqualTo(scratch.diagnostics());
    return preview;
  }

  private static List<String> shown(Preview preview) {
    return preview.redraw().stream().map(PlanningSessionTest::shown).toList();
  }

  private static String shown(Redraw redraw) {
    return redraw.address()
        + redraw.canvas().map(canvas -> " on " + canvas).orElse("")
        + ": "
        + redraw.changes().stream().map(Change::action).map(Action::text).toList()
        + " "
        + redraw.diagnostics().stream().map(each -> each.kind().id()).toList();
  }

  @Test
  void theFirstPreviewIsThePlanAsItIs() {
    assertThat(session.preview().plan().isEmpty()).isTrue();
    assertThat(session.preview().redraw()).isEmpty();
    assertThat(session.preview().blueprint()).isSameAs(workspace.environment().blueprint());
  }

  @Test
  void whereNothingExistsTheFirstPreviewDrawsEverything() {
    Preview preview =
        ashlar
            .open(Environment.of("new", workspace.environment().blueprint()))
            .edit()
            .join()
            .preview();
    assertThat(shown(preview))
        .containsExactly(
            "box on node-2: [create] []",
            "far: [create] []",
            "key on node-1: [create] []",
            "lid: [create] []");
  }

  @Test
  void aPropertyDrawsItsResourceAndWhatReadsIt() {
    assertThat(shown(edit(Edit.set("key", "input", Value.of(7)))))
        .containsExactly("box on node-2: [update] []", "key on node-1: [update] []");
  }

  @Test
  void anotherEditOfTheSamePropertyDrawsItAgainAndNothingElse() {
    edit(Edit.set("lid", "input", Value.of("open")), Edit.set("far", "input", Value.of("near")));
    assertThat(shown(edit(Edit.set("lid", "input", Value.of("ajar")))))
        .containsExactly("lid: [update] []");
  }

  @Test
  void whatIsSetBackIsDrawnWithoutAChange() {
    edit(Edit.set("lid", "input", Value.of("open")));
    Preview back = edit(Edit.set("lid", "input", Value.of("shut")));
    assertThat(shown(back)).containsExactly("lid: [] []");
    assertThat(back.plan().isEmpty()).isTrue();
  }

  @Test
  void anEditThatChangesNothingDrawsNothing() {
    assertThat(edit(Edit.set("lid", "input", Value.of("shut"))).redraw()).isEmpty();
  }

  @Test
  void aReferenceMakesWhatReadsPartOfWhatIsReached() {
    edit(Edit.setText("far", "input", "${key.output}"));
    assertThat(shown(edit(Edit.set("key", "input", Value.of(9)))))
        .containsExactly(
            "box on node-2: [update] []", "far: [update] []", "key on node-1: [update] []");
  }

  @Test
  void anAddedResourceIsCreated() {
    Preview preview = edit(Edit.add(value("extra")));
    assertThat(shown(preview)).containsExactly("extra: [create] []");
    assertThat(preview.blueprint().resources()).containsKey("extra");
  }

  private static ResourceDeclaration value(String name) {
    ResourceDeclaration like =
        Blueprint.read(Source.text("like.yaml", DOCUMENT)).orThrow().resources().get("far");
    return new ResourceDeclaration(
        name,
        like.type(),
        like.provider(),
        like.properties(),
        like.dependsOn(),
        like.when(),
        like.forEach(),
        like.lifecycle(),
        like.canvas(),
        Place.inCode(name));
  }

  @Test
  void aRemovedResourceIsDeleted() {
    assertThat(shown(edit(Edit.remove("lid")))).containsExactly("lid: [delete] []");
  }

  @Test
  void aRemovedResourceThatIsStillReadIsAProblemOfItsReader() {
    Preview preview = edit(Edit.remove("key"));
    assertThat(preview.plan().hasErrors()).isTrue();
    assertThat(shown(preview)).containsExactly("box on node-2: [] [expression.unknown-name]");
  }

  @Test
  void aRenamedResourceMovesAndOnlyTheRecordsOfItsReadersChange() {
    assertThat(shown(edit(Edit.rename("key", "lock"))))
        .containsExactly("box on node-2: [record] []", "lock on node-1: [move] []");
  }

  @Test
  void aParameterReachesWhatReadsIt() {
    assertThat(shown(edit(Edit.parameter("size", Value.of(5)))))
        .containsExactly("box on node-2: [update] []", "key on node-1: [update] []");
  }

  @Test
  void aFlagSwitchesOff() {
    assertThat(shown(edit(Edit.flag("on", false)))).containsExactly("lid: [delete] []");
  }

  @Test
  void anImpossibleEditChangesNothingAndSaysWhy() {
    Preview before = session.preview();
    Preview preview = edit(Edit.set("far", "input", Value.of("x")), Edit.remove("nobody"));
    assertThat(preview.refusals())
        .extracting(each -> each.kind().id())
        .containsExactly("blueprint.edit-refused");
    assertThat(preview.redraw()).isEmpty();
    assertThat(preview.plan()).isSameAs(before.plan());
    assertThat(session.preview()).isSameAs(before);
    assertThat(shown(edit(Edit.set("far", "input", Value.of("x")))))
        .containsExactly("far: [update] []");
  }

  @Test
  void aBrokenEditIsToldAndTheNextMendsIt() {
    Preview broken = edit(Edit.setText("box", "input", "${key.outptu}"));
    assertThat(broken.plan().hasErrors()).isTrue();
    assertThat(shown(broken)).containsExactly("box on node-2: [] [expression.unknown-attribute]");
    assertThat(shown(edit(Edit.set("far", "input", Value.of("x"))))).isEmpty();
    assertThat(shown(edit(Edit.setText("box", "input", "${key.id}"))))
        .containsExactly("box on node-2: [update] []", "far: [update] []");
  }

  @Test
  void anOlderPreviewStaysAsItWas() {
    Preview first = edit(Edit.set("key", "input", Value.of(7)));
    String json = first.plan().toJson();
    edit(Edit.rename("key", "lock"), Edit.remove("far"));
    assertThat(first.plan().toJson()).isEqualTo(json);
    assertThat(first.blueprint().resources()).containsKey("key");
  }

  @Test
  void whatIsShownIsWhatIsApplied() {
    Preview preview = edit(Edit.set("key", "input", Value.of(7)), Edit.flag("on", false));
    Outcome outcome = ashlar.open(preview.environment()).apply(preview.plan()).outcome().join();
    assertThat(outcome).isInstanceOf(Outcome.Succeeded.class);
    Preview after = session.refresh().join();
    assertThat(after.plan().isEmpty()).isTrue();
    assertThat(shown(after))
        .containsExactly("box on node-2: [] []", "key on node-1: [] []", "lid: [] []");
  }

  @Test
  void whatHappensOutsideIsSeenAfterARefresh() {
    cloud.objects().stream()
        .filter(object -> object.properties().get("input").equals(Value.of("away")))
        .findFirst()
        .ifPresent(object -> cloud.remove(object.type(), object.id()));
    assertThat(session.edit().join().redraw()).isEmpty();
    assertThat(shown(session.refresh().join())).containsExactly("far: [create] []");
  }

  @Test
  void aSessionOpensOnBrokenDocuments() {
    Environment broken =
        workspace
            .environment()
            .blueprint(Edit.remove("key").applyTo(workspace.environment().blueprint()).orThrow());
    PlanningSession drawing = ashlar.open(broken).edit().join();
    assertThat(drawing.preview().plan().hasErrors()).isTrue();
    Preview mended = drawing.edit(Edit.setText("box", "input", "text")).join();
    assertThat(mended.plan().changes())
        .extracting(Change::address, Change::action)
        .contains(
            org.assertj.core.groups.Tuple.tuple(Address.of("key"), Action.DELETE),
            org.assertj.core.groups.Tuple.tuple(Address.of("box"), Action.UPDATE));
  }

  @Test
  void anEditIsCompleteOnReturn() {
    assertThat(session.edit(Edit.set("key", "input", Value.of(7)))).isCompleted();
  }

  @Test
  void onlyWhatAnEditReachesIsCompiledAndEvaluated() {
    session.edit(Edit.set("far", "input", Value.of("x"))).join();
    assertThat(((EngineSession) session).effort()).isEqualTo(new SessionWorld.Effort(1, 1));
    session.edit(Edit.set("key", "input", Value.of(7))).join();
    assertThat(((EngineSession) session).effort()).isEqualTo(new SessionWorld.Effort(1, 2));
    session.edit(Edit.parameter("size", Value.of(3))).join();
    assertThat(((EngineSession) session).effort()).isEqualTo(new SessionWorld.Effort(0, 0));
    session.edit(Edit.flag("on", false)).join();
    assertThat(((EngineSession) session).effort()).isEqualTo(new SessionWorld.Effort(0, 1));
    session.edit(Edit.remove("far")).join();
    assertThat(((EngineSession) session).effort()).isEqualTo(new SessionWorld.Effort(0, 0));
    session.edit(Edit.add(value("extra"))).join();
    assertThat(((EngineSession) session).effort()).isEqualTo(new SessionWorld.Effort(1, 1));
  }

  @Test
  void afterTheEngineThereIsNoEdit() {
    ashlar.close();
    assertThatThrownBy(() -> session.edit()).isInstanceOf(IllegalStateException.class);
  }
}
