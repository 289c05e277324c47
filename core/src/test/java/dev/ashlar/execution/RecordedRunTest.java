package dev.ashlar.execution;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.execution.rig.Draft;
import dev.ashlar.execution.rig.Rig;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.Reason;
import dev.ashlar.state.Invariants;
import dev.ashlar.state.KeyService;
import dev.ashlar.state.State;
import dev.ashlar.state.StateObject;
import dev.ashlar.state.StateStore;
import dev.ashlar.state.journal.Journal;
import dev.ashlar.state.journal.LeaseTerms;
import dev.ashlar.state.journal.States;
import dev.ashlar.state.store.MemoryStore;
import dev.ashlar.value.Value;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** Runs on the real journal: what one run recorded, the next one starts from. */
class RecordedRunTest {
  private final Rig rig = new Rig();
  private final MemoryStore store = new MemoryStore(rig.time::now);
  private final States states =
      new States(store, new OpenKeys(), rig.time, rig.time, new Random(3), LeaseTerms.USUAL);

  /** Wraps nothing: whoever reads the store sees what the sealing alone hides. */
  private static final class OpenKeys implements KeyService {
    @Override
    public CompletionStage<WrappedKey> wrap(WrapRequest request) {
      return CompletableFuture.completedFuture(new WrappedKey("open", request.key()));
    }

    @Override
    public CompletionStage<dev.ashlar.value.Bytes> unwrap(UnwrapRequest request) {
      return CompletableFuture.completedFuture(request.wrapped().bytes());
    }
  }

  private Outcome apply(Change... changes) {
    State before = load();
    Plan plan =
        Plan.builder(Rig.ENVIRONMENT, before.serial())
            .digest("d")
            .changes(List.of(changes))
            .build();
    Journal journal = rig.time.run(states.open(Rig.ENVIRONMENT, "tester", Duration.ZERO)).orThrow();
    Outcome outcome = rig.time.run(rig.start(plan, journal).outcome());
    rig.time.run(journal.close());
    return outcome;
  }

  private State load() {
    return rig.time.run(states.load(Rig.ENVIRONMENT)).orThrow();
  }

  private static Change secretive(String address) {
    return Draft.creating(
        address, Draft.thing(address, 1).with("password", Value.secret(Value.of("hunter2"))));
  }

  @Test
  void whatWasRecordedIsReadBack() {
    Outcome outcome = apply(secretive("a"), Draft.create("b", "a"));

    State read = load();
    assertThat(outcome.summary()).isEqualTo("succeeded: 2 created");
    assertThat(read.serial()).isEqualTo(1);
    assertThat(read.objects()).isEqualTo(outcome.state().objects());
    assertThat(read.run()).isEmpty();
    assertThat(Invariants.check(read)).isEmpty();
  }

  @Test
  void oneRunStartsFromTheOther() {
    apply(Draft.create("a"), Draft.create("b", "a"));
    StateObject a = load().at(Draft.id("a").address()).orElseThrow();
    StateObject b = load().at(Draft.id("b").address()).orElseThrow();

    apply(Draft.update(a, 1, 2), Draft.delete(b, Reason.Kind.REMOVED));

    assertThat(load().serial()).isEqualTo(2);
    assertThat(load().objects()).extracting(StateObject::id).containsExactly(Draft.id("a"));
    assertThat(rig.cloud.objects()).containsOnlyKeys("id-1");
  }

  @Test
  void theStoreNeverHoldsASecret() {
    apply(secretive("a"));

    StateStore.Log log =
        rig.time.run(store.load(Rig.ENVIRONMENT, OptionalLong.empty()).toCompletableFuture());
    assertThat(log.entries())
        .hasSizeGreaterThan(3)
        .allSatisfy(
            entry -> assertThat(new String(entry.toArray(), UTF_8)).doesNotContain("hunter2"));
  }

  @Test
  void aRunThatOutlivesManyRenewalsEndsWell() {
    rig.cloud.latency(Duration.ofMinutes(4));

    Outcome outcome =
        apply(
            Draft.create("a"),
            Draft.create("b", "a"),
            Draft.create("c", "b"),
            Draft.create("d", "c"));

    assertThat(outcome.summary()).isEqualTo("succeeded: 4 created");
  }

  @Test
  void aLeaseThatIsLostStopsTheRun() {
    rig.cloud.latency(Duration.ofMinutes(4));
    State before = load();
    Plan plan =
        Plan.builder(Rig.ENVIRONMENT, before.serial())
            .digest("d")
            .changes(List.of(Draft.create("a"), Draft.create("b", "a")))
            .build();
    Journal journal = rig.time.run(states.open(Rig.ENVIRONMENT, "tester", Duration.ZERO)).orThrow();
    Run run = rig.start(plan, journal);
    rig.time.at(Duration.ofMinutes(2), store::close);

    Outcome outcome = rig.time.run(run.outcome());

    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(rig.cloud.mutations()).containsExactly("create a");
    assertThat(outcome.diagnostics()).extracting(d -> d.code()).contains("execution.not-recorded");
  }
}
