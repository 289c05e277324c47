package dev.ashlar.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.Ashlar;
import dev.ashlar.Move;
import dev.ashlar.Workspace;
import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Source;
import dev.ashlar.execution.Outcome;
import dev.ashlar.governance.Principal;
import dev.ashlar.memory.MemoryCloud;
import dev.ashlar.memory.VirtualTime;
import dev.ashlar.plan.Action;
import dev.ashlar.plan.Plan;
import dev.ashlar.state.Invariants;
import dev.ashlar.state.State;
import dev.ashlar.state.StateStore;
import dev.ashlar.value.Address;
import dev.ashlar.value.Value;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** An object goes from one environment to another, and is never in both and never in none. */
class MoveTest {
  private static final Environment.Id SHOP = new Environment.Id("", "shop");
  private static final Environment.Id SHARED = new Environment.Id("", "shared");
  private static final Address JOBS = Address.of("jobs");
  private static final String JOBS_DECLARED =
      "  jobs: { type: memory::Queue, properties: { Name: jobs, Tags: { team: blue } } }\n";
  private static final String MAILS_DECLARED =
      "  mails: { type: memory::Queue, properties: { Name: mails } }\n";

  private final VirtualTime time = VirtualTime.stepped();
  private final MemoryCloud cloud = MemoryCloud.builder().time(time).build();
  private final StateStore records =
      new DyingStore(StateStore.inMemory(time::now), Integer.MAX_VALUE);

  private Ashlar engine(StateStore store) {
    return Ashlar.builder()
        .addProvider(cloud)
        .state(store)
        .executor(time)
        .time(time)
        .random(new Random(1))
        .build();
  }

  private static Environment environment(Environment.Id id, String resources) {
    String head = "apiVersion: ashlar.dev/v1\nkind: Blueprint\nmetadata: { name: b }\nresources:\n";
    return Environment.of(
        id.name(), Blueprint.read(Source.text("b.yaml", head + resources)).orThrow());
  }

  private void apply(Ashlar ashlar, Environment.Id id, String resources) {
    Workspace workspace = ashlar.open(environment(id, resources));
    Outcome outcome = time.run(workspace.apply(time.run(workspace.plan())).outcome());
    assertThat(outcome).as("%s", outcome.diagnostics()).isInstanceOf(Outcome.Succeeded.class);
  }

  private Move plan(Ashlar ashlar) {
    return time.run(ashlar.move(SHOP, JOBS, SHARED));
  }

  private Outcome move(Ashlar ashlar) {
    return time.run(ashlar.apply(plan(ashlar), Principal.named("ada")).outcome());
  }

  private State state(Ashlar ashlar, Environment.Id id) {
    return time.run(ashlar.state(id)).orThrow();
  }

  private String prepared(Ashlar ashlar) {
    apply(ashlar, SHOP, JOBS_DECLARED + MAILS_DECLARED);
    apply(ashlar, SHARED, "  other: { type: memory::Value, properties: { input: x } }\n");
    return state(ashlar, SHOP).at(JOBS).orElseThrow().identity().orElseThrow();
  }

  @Test
  void theObjectIsForgottenHereAndRecordedThereAndTheCloudIsNotTouched() {
    try (Ashlar ashlar = engine(records)) {
      String identity = prepared(ashlar);
      int effects = cloud.effects().size();

      Outcome outcome = move(ashlar);

      assertThat(outcome).isInstanceOf(Outcome.Succeeded.class);
      assertThat(state(ashlar, SHOP).current().keySet()).hasToString("[mails]");
      assertThat(state(ashlar, SHARED).at(JOBS).orElseThrow().identity()).contains(identity);
      assertThat(state(ashlar, SHOP).serial()).isEqualTo(2);
      assertThat(state(ashlar, SHARED).serial()).isEqualTo(2);
      assertThat(state(ashlar, SHOP).run()).isEmpty();
      assertThat(state(ashlar, SHARED).run()).isEmpty();
      assertThat(cloud.effects()).hasSize(effects);
    }
  }

  @Test
  void theNextApplyThereGivesItItsOwnMarkAndNothingElse() {
    try (Ashlar ashlar = engine(records)) {
      String identity = prepared(ashlar);
      Value before = cloud.object("memory::Queue", identity).orElseThrow().properties().get("Tags");
      move(ashlar);
      String shared =
          "  other: { type: memory::Value, properties: { input: x } }\n" + JOBS_DECLARED;

      Workspace workspace = ashlar.open(environment(SHARED, shared));
      Plan plan = time.run(workspace.plan());
      assertThat(plan.changes())
          .singleElement()
          .satisfies(
              change -> {
                assertThat(change.action()).isEqualTo(Action.UPDATE);
                assertThat(change.attributes())
                    .singleElement()
                    .satisfies(each -> assertThat(each.path().head()).isEqualTo("Tags"));
              });
      apply(ashlar, SHARED, shared);

      Value after = cloud.object("memory::Queue", identity).orElseThrow().properties().get("Tags");
      assertThat(((Value.MapValue) after).get("team")).isEqualTo(Value.of("blue"));
      assertThat(((Value.MapValue) after).get("ashlar-object"))
          .isNotEqualTo(((Value.MapValue) before).get("ashlar-object"));
      assertThat(time.run(workspace.plan()).changes()).isEmpty();
      apply(ashlar, SHOP, MAILS_DECLARED);
      assertThat(cloud.object("memory::Queue", identity)).isPresent();
    }
  }

  @Test
  void whatIsNotThereCannotBeMoved() {
    try (Ashlar ashlar = engine(records)) {
      apply(ashlar, SHOP, MAILS_DECLARED);

      assertThat(codes(plan(ashlar))).containsExactly("move.nothing-recorded");
      assertThat(move(ashlar)).isInstanceOf(Outcome.Refused.class);
    }
  }

  @Test
  void whereThereIsOneAlreadyNoneIsMoved() {
    try (Ashlar ashlar = engine(records)) {
      prepared(ashlar);
      apply(ashlar, SHARED, "  jobs: { type: memory::Value, properties: { input: x } }\n");

      assertThat(codes(plan(ashlar))).containsExactly("move.occupied");
    }
  }

  @Test
  void nothingIsTornFromWhatDependsOnItOrFromWhatItDependsOn() {
    try (Ashlar ashlar = engine(records)) {
      apply(
          ashlar,
          SHOP,
          """
            base: { type: memory::Value, properties: { input: jobs } }
            jobs: { type: memory::Queue, properties: { Name: "${base.output}" } }
            user: { type: memory::Value, properties: { input: "${jobs.Url}" } }
          """);

      Move move = plan(ashlar);

      assertThat(codes(move)).containsExactly("move.dangling", "move.dangling");
      assertThat(move.diagnostics().get(0).detail()).contains("\"user\"");
      assertThat(move.diagnostics().get(1).detail()).contains("\"base\"");
    }
  }

  @Test
  void recordsThatChangedMeanwhileRefuseIt() {
    try (Ashlar ashlar = engine(records)) {
      prepared(ashlar);
      Move move = plan(ashlar);
      apply(ashlar, SHARED, "  other: { type: memory::Value, properties: { input: y } }\n");

      Outcome outcome = time.run(ashlar.apply(move, Principal.named("ada")).outcome());

      assertThat(outcome).isInstanceOf(Outcome.Refused.class);
      assertThat(outcome.diagnostics().get(0).code()).isEqualTo("move.outdated");
      assertThat(state(ashlar, SHOP).at(JOBS)).isPresent();
    }
  }

  @Test
  void secretsAreEncryptedForTheOtherEnvironmentAndNeverWrittenInClear() {
    RecordingStore recording = new RecordingStore(records);
    try (Ashlar ashlar = engine(recording)) {
      Environment shop =
          environment(
                  SHOP,
                  "  jobs: { type: memory::Value, properties: { input: \"${params.word}\" } }\n")
              .blueprint(
                  Blueprint.read(
                          Source.text(
                              "b.yaml",
                              """
                              apiVersion: ashlar.dev/v1
                              kind: Blueprint
                              metadata: { name: b }
                              parameters: { word: { type: string, sensitive: true } }
                              resources:
                                jobs: { type: memory::Value, properties: { input: "${params.word}" } }
                              """))
                      .orThrow())
              .parameter("word", Value.secret(Value.of("xyzzy-plugh")));
      Workspace workspace = ashlar.open(shop);
      time.run(workspace.apply(time.run(workspace.plan())).outcome());

      assertThat(move(ashlar)).isInstanceOf(Outcome.Succeeded.class);

      Value input = state(ashlar, SHARED).at(JOBS).orElseThrow().values().effective().get("input");
      assertThat(input).isEqualTo(Value.secret(Value.of("xyzzy-plugh")));
      assertThat(recording.given()).noneMatch(line -> line.contains("xyzzy-plugh"));
    }
  }

  /** A move writes eight entries: all of them are tried, and each is recovered from both sides. */
  @Test
  void killedAtAnyEntryItIsInExactlyOneEnvironmentAfterARecoveryOfEitherOfThem() {
    boolean completed = false;
    int kills = 0;
    for (int entries = 0; !completed; entries++) {
      for (Environment.Id recovered : List.of(SHOP, SHARED)) {
        completed = killed(entries, recovered);
        kills++;
      }
    }
    assertThat(kills).isGreaterThanOrEqualTo(16);
  }

  private boolean killed(int entries, Environment.Id recovered) {
    MoveTest world = new MoveTest();
    String identity;
    try (Ashlar ashlar = world.engine(world.records)) {
      identity = world.prepared(ashlar);
    }
    DyingStore dying = new DyingStore(world.records, entries);
    Outcome outcome;
    try (Ashlar ashlar = world.engine(dying)) {
      outcome = world.move(ashlar);
    }
    world.time.advance(Duration.ofMinutes(15));
    try (Ashlar ashlar = world.engine(world.records)) {
      for (Environment.Id id : List.of(recovered, SHOP, SHARED)) {
        Workspace workspace =
            ashlar.open(environment(id, id.equals(SHOP) ? JOBS_DECLARED : MAILS_DECLARED));
        Outcome end = world.time.run(workspace.recover().outcome());
        assertThat(end)
            .as("%d entries, %s: %s", entries, id, end.diagnostics())
            .isInstanceOf(Outcome.Succeeded.class);
        if (id.equals(recovered)) {
          exactlyOne(world, ashlar, entries, identity);
        }
      }
      State from = world.state(ashlar, SHOP);
      State to = world.state(ashlar, SHARED);
      assertThat(from.run()).isEmpty();
      assertThat(to.run()).isEmpty();
      assertThat(from.at(JOBS).isPresent()).isNotEqualTo(to.at(JOBS).isPresent());
      assertThat(Invariants.check(from)).isEmpty();
      assertThat(Invariants.check(to)).isEmpty();
    }
    return outcome instanceof Outcome.Succeeded && !dying.isDead();
  }

  /** An environment that waits for its recovery does not count: it can do nothing. */
  private static void exactlyOne(MoveTest world, Ashlar ashlar, int entries, String identity) {
    long holders =
        List.of(SHOP, SHARED).stream()
            .map(id -> world.state(ashlar, id))
            .filter(state -> state.run().isEmpty())
            .filter(
                state ->
                    state.objects().stream()
                        .anyMatch(object -> object.identity().equals(Optional.of(identity))))
            .count();
    assertThat(holders).as("after %d entries", entries).isLessThanOrEqualTo(1);
    assertThat(world.cloud.object("memory::Queue", identity)).isPresent();
  }

  private static List<String> codes(Move move) {
    return move.diagnostics().stream().map(problem -> problem.code()).toList();
  }
}
