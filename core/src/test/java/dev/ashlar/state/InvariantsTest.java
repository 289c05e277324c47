package dev.ashlar.state;

import static dev.ashlar.state.Samples.FINGERPRINT;
import static dev.ashlar.state.Samples.LINEAGE;
import static dev.ashlar.state.Samples.STAGING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.schema.Operation;
import dev.ashlar.value.Address;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class InvariantsTest {
  private static final StateObject QUEUE = Samples.queue("queue");

  @Test
  void aSoundStateBreaksNone() {
    State sound =
        State.builder(STAGING, "")
            .apply(Samples.runBegan(1))
            .apply(Samples.created(QUEUE))
            .apply(Samples.creating(Samples.queue(QUEUE.id().address(), 2)))
            .apply(Samples.created(Samples.database()))
            .apply(Samples.runEnded())
            .build();

    assertThat(Invariants.check(sound)).isEmpty();
    assertThat(Invariants.check(State.empty(STAGING, ""))).isEmpty();
  }

  @Test
  void number1ADeposedObjectIsOlderThanTheCurrentOne() {
    assertBroken(1, with(QUEUE, Samples.queue(QUEUE.id().address(), 2).asDeposed()));
  }

  @Test
  void number2AnObjectThatExistsHasAnIdentity() {
    StateObject nameless = identity(QUEUE, Optional.empty());

    assertBroken(2, with(nameless));
    assertBroken(2, with(nameless.withStatus(StateObject.Status.TAINTED)));
    assertThat(Invariants.check(with(nameless.withStatus(StateObject.Status.IN_DOUBT)))).isEmpty();
  }

  @Test
  void number3ADependencyNamesSomethingElse() {
    assertBroken(3, with(dependingOn("queue")));
    assertBroken(3, with(dependingOn("not an address")));
    assertThat(Invariants.check(with(dependingOn("gone")))).isEmpty();
  }

  @Test
  void number4APendingOperationConcernsARecordedObjectOrACreation() {
    assertBroken(4, state().pending(pending(Operation.DELETE)).build());
    assertBroken(4, state().pending(pending(Operation.UPDATE)).build());
    assertThat(Invariants.check(state().pending(pending(Operation.CREATE)).build())).isEmpty();
    assertThat(Invariants.check(state().put(QUEUE).pending(pending(Operation.DELETE)).build()))
        .isEmpty();
  }

  @Test
  void number5AStateThatWasWrittenHasALineageAndNoSerialIsNegative() {
    assertBroken(5, State.builder(STAGING, "").serial(1).build());
    assertBroken(5, State.builder(STAGING, "").put(QUEUE).build());
    assertBroken(5, State.builder(STAGING, LINEAGE).serial(-1).build());
  }

  @Test
  void number6TheOpenRunLeadsToTheStatesOwnSerialInItsLineage() {
    assertBroken(6, state().run(Optional.of(Samples.runBegan(9))).build());
  }

  @Test
  void number7OfAWriteOnlyValueOnlyTheFingerprintIsKept() {
    assertBroken(7, with(fingerprinted(ValuePath.of("QueueName"), FINGERPRINT)));
  }

  @Test
  void number8AFingerprintHasTheFormOfOne() {
    assertBroken(8, with(fingerprinted(ValuePath.of("Other"), "hunter2")));
    assertBroken(8, with(fingerprinted(ValuePath.of("Other"), "fp:0011")));
  }

  @Test
  void number9NoSecretStandsInParametersOrAScope() {
    Value.MapValue secret = Value.map(Map.of("token", Value.secret(Value.of("x"))));

    assertBroken(9, state().origin(new State.Origin("b", "1", "d", secret, Map.of())).build());
    assertBroken(9, with(at(new StateObject.Home("memory", "memory", secret))));
  }

  @Test
  void number10AnObjectHasATypeAndAHome() {
    assertBroken(10, with(at(new StateObject.Home("", "memory", Value.MapValue.EMPTY))));
    assertBroken(10, with(at(new StateObject.Home("memory", "", Value.MapValue.EMPTY))));
  }

  @Test
  void aNewCurrentObjectNeverDropsTheOneBefore() {
    StateObject next = Samples.queue(QUEUE.id().address(), 2);

    State state = state().put(QUEUE).put(next).build();

    assertThat(state.at(QUEUE.id().address())).contains(next);
    assertThat(state.deposed()).containsExactly(Map.entry(QUEUE.id(), QUEUE.asDeposed()));
  }

  private static void assertBroken(int number, State state) {
    List<Diagnostic> broken = Invariants.check(state);

    assertThat(broken).extracting(Diagnostic::code).containsExactly("state.invariant-" + number);
    assertThat(broken.get(0).detail()).doesNotContain("hunter2");
  }

  private static State.Builder state() {
    return State.builder(STAGING, LINEAGE).serial(1);
  }

  private static State with(StateObject... objects) {
    State.Builder state = state();
    List.of(objects).forEach(state::put);
    return state.build();
  }

  private static State.Pending pending(Operation operation) {
    return new State.Pending(
        new JournalEntry.OperationBegan(
            "queue#1/x", QUEUE.id(), operation, "key", 1, Optional.empty(), Samples.AT),
        Optional.empty());
  }

  private static StateObject identity(StateObject object, Optional<String> identity) {
    return new StateObject(
        object.id(),
        false,
        object.type(),
        object.home(),
        object.schema(),
        object.status(),
        identity,
        object.values(),
        object.fingerprints(),
        object.opaque(),
        object.dependencies(),
        object.lifecycle(),
        object.canvas());
  }

  private static StateObject dependingOn(String dependency) {
    return copy(QUEUE.home(), QUEUE.fingerprints(), List.of(dependency));
  }

  private static StateObject fingerprinted(ValuePath path, String fingerprint) {
    return copy(QUEUE.home(), new TreeMap<>(Map.of(path, fingerprint)), List.of());
  }

  private static StateObject at(StateObject.Home home) {
    return copy(home, QUEUE.fingerprints(), List.of());
  }

  private static StateObject copy(
      StateObject.Home home, SortedMap<ValuePath, String> fingerprints, List<String> dependencies) {
    return new StateObject(
        new ObjectId(Address.of("queue"), 1),
        false,
        QUEUE.type(),
        home,
        QUEUE.schema(),
        QUEUE.status(),
        QUEUE.identity(),
        QUEUE.values(),
        fingerprints,
        QUEUE.opaque(),
        dependencies,
        QUEUE.lifecycle(),
        QUEUE.canvas());
  }
}
