package dev.ashlar.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.connector.Result;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.execution.Decision.Choice;
import dev.ashlar.execution.rig.Draft;
import dev.ashlar.execution.rig.Rig;
import dev.ashlar.execution.rig.ScriptedCloud.Call;
import dev.ashlar.plan.Action;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Reason;
import dev.ashlar.plan.ReplaceOrder;
import dev.ashlar.state.JournalEntry.OperationEnded;
import dev.ashlar.state.JournalEntry.RunEnded;
import dev.ashlar.state.StateObject;
import dev.ashlar.state.StateObject.Status;
import dev.ashlar.value.Value;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a run had begun when its process was killed is ended by the next one. */
class RecoveringTest {
  private final Rig rig = new Rig();

  /** Applies until so many entries are durable; nothing after them is. */
  private void applyKilledAfter(int entries, Change... changes) {
    rig.journalFailingAfter(entries);
    rig.apply(rig.plan(changes));
    rig.journalFailingAfter(Integer.MAX_VALUE);
    assertThat(rig.state().run()).isPresent();
  }

  private void nothingHappens(String operation, String address) {
    rig.cloud.next(
        operation,
        address,
        usual -> CompletableFuture.failedFuture(new IllegalStateException("killed")));
  }

  private static Decision.Answer answer(String change, Choice choice) {
    return new Decision.Answer(change, choice, Optional.empty());
  }

  @Test
  void anObjectThatWasMadeAndNotRecordedIsFoundAndNotMadeTwice() {
    applyKilledAfter(2, Draft.create("a"));

    Outcome outcome = rig.recover();

    assertThat(outcome).isInstanceOf(Outcome.Succeeded.class);
    assertThat(rig.cloud.mutations()).containsExactly("create a");
    assertThat(rig.recorded("a").status()).isEqualTo(Status.READY);
    assertThat(rig.recorded("a").identity()).contains("id-1");
    assertThat(rig.recorded("a").values().outputs().get("arn")).isEqualTo(Value.of("arn:id-1"));
    assertThat(rig.state().run()).isEmpty();
    assertThat(rig.state().pending()).isEmpty();
  }

  @Test
  void itIsLookedForUnderTheKeyOfTheInterruptedCall() {
    applyKilledAfter(2, Draft.create("a"));

    rig.recover();

    assertThat(rig.cloud.calls())
        .filteredOn(call -> List.of("create", "find").contains(call.operation()))
        .extracting(Call::key)
        .hasSize(2)
        .containsOnly(rig.cloud.keyOf("id-1"));
  }

  @Test
  void whatWasNotMadeIsNotRecordedAndNotMadeByTheRecovery() {
    nothingHappens("create", "a");
    rig.cloud.blind(true);
    applyKilledAfter(2, Draft.create("a"));
    rig.cloud.blind(false);

    Outcome outcome = rig.recover();

    assertThat(outcome).isInstanceOf(Outcome.Succeeded.class);
    assertThat(rig.cloud.objects()).isEmpty();
    assertThat(rig.state().objects()).isEmpty();
    assertThat(rig.cloud.mutations()).containsExactly("create a");
    assertThat(rig.journal().entries())
        .first()
        .isInstanceOfSatisfying(
            OperationEnded.class, ended -> assertThat(ended.succeeded()).isFalse());
  }

  @Test
  void anObjectThatIsNotAsAskedForIsRecordedAsItIsAndNotSaidToBeDone() {
    applyKilledAfter(2, Draft.create("a"));
    rig.cloud.put("id-1", Draft.thing("a", 7));

    Outcome outcome = rig.recover();

    assertThat(outcome).isInstanceOf(Outcome.Succeeded.class);
    assertThat(outcome.changes()).extracting(Outcome.ChangeResult::done).containsOnly(Action.NO_OP);
    assertThat(rig.recorded("a").status()).isEqualTo(Status.READY);
    assertThat(rig.recorded("a").identity()).contains("id-1");
    assertThat(rig.recorded("a").values().effective()).isEqualTo(Draft.thing("a", 1));
    assertThat(rig.recorded("a").values().observed()).isEqualTo(Draft.thing("a", 7));
  }

  @Test
  void nothingElseOfTheInterruptedPlanIsBegun() {
    applyKilledAfter(2, Draft.create("a"), Draft.create("b", "a"));

    rig.recover();

    assertThat(rig.cloud.objects()).containsOnlyKeys("id-1");
    assertThat(rig.changeEvents()).containsExactly("a running", "a done");
  }

  @Test
  void longWorkIsAskedAfterByItsToken() {
    rig.cloud.next(
        "create",
        "a",
        usual ->
            CompletableFuture.completedFuture(
                Result.inProgress("job-1", Duration.ofMinutes(2), "id-early")));
    applyKilledAfter(3, Draft.create("a"));
    rig.cloud.remove("id-early");
    int before = rig.cloud.calls().size();

    rig.recover();

    assertThat(rig.cloud.calls().subList(before, rig.cloud.calls().size()))
        .extracting(Call::toString)
        .containsExactly("resume a");
    assertThat(rig.recorded("a").identity()).contains("id-early");
    assertThat(rig.recorded("a").status()).isEqualTo(Status.READY);
  }

  @Test
  void aReplacementThatTurnedOutToBeAnUpdateIsEndedUnderItsOwnId() {
    StateObject a = rig.given("a", 1);
    Change undecided =
        Change.builder(Draft.id("a", 2), a.type(), Action.REPLACE_IF_CHANGED)
            .order(ReplaceOrder.CREATE_THEN_DELETE)
            .home(Draft.HOME)
            .prior(a.id())
            .build();
    rig.remainder.change(undecided.id(), (same, known) -> Checked.of(Draft.update(a, 1, 2)));
    applyKilledAfter(2, undecided);

    Outcome outcome = rig.recover();

    assertThat(outcome).as("%s", outcome.diagnostics()).isInstanceOf(Outcome.Succeeded.class);
    assertThat(rig.state().pending()).isEmpty();
    assertThat(rig.recorded("a").id()).isEqualTo(a.id());
    assertThat(rig.recorded("a").values().observed()).isEqualTo(Draft.thing("a", 2));
  }

  @Test
  void aChangeInPlaceIsRecordedAsItIsNow() {
    StateObject a = rig.given("a", 1);
    applyKilledAfter(2, Draft.update(a, 1, 2));

    rig.recover();

    StateObject now = rig.recorded("a");
    assertThat(now.status()).isEqualTo(Status.READY);
    assertThat(now.values().effective()).isEqualTo(Draft.thing("a", 2));
    assertThat(now.values().observed()).isEqualTo(Draft.thing("a", 2));
  }

  @Test
  void aDeletionThatHappenedIsRecorded() {
    StateObject a = rig.given("a", 1);
    applyKilledAfter(2, Draft.delete(a, Reason.Kind.REMOVED));

    assertThat(rig.recover()).isInstanceOf(Outcome.Succeeded.class);
    assertThat(rig.state().objects()).isEmpty();
  }

  @Test
  void whatWasNotDeletedIsLeftToTheNextPlan() {
    StateObject a = rig.given("a", 1);
    rig.cloud.silence("delete", "a");
    applyKilledAfter(2, Draft.delete(a, Reason.Kind.REMOVED));
    int before = rig.cloud.mutations().size();

    rig.recover();

    assertThat(rig.recorded("a").status()).isEqualTo(Status.READY);
    assertThat(rig.cloud.mutations()).hasSize(before);
  }

  @Test
  void whatAReplacementWasToTakeThePlaceOfIsCurrentAgainWhenItWasNotMade() {
    StateObject old = rig.given("a", 1);
    nothingHappens("create", "a");
    rig.cloud.blind(true);
    applyKilledAfter(2, Draft.replace(old, ReplaceOrder.CREATE_THEN_DELETE, Draft.thing("a2", 1)));
    rig.cloud.blind(false);
    assertThat(rig.state().deposed()).containsOnlyKeys(old.id());

    rig.recover();

    assertThat(rig.recorded("a")).isEqualTo(old);
    assertThat(rig.state().deposed()).isEmpty();
  }

  @Test
  void whatNobodyCanTellIsAsked() {
    rig.cloud.blind(true);
    applyKilledAfter(2, Draft.create("a"));

    Outcome outcome = rig.recover();

    assertThat(outcome).isInstanceOf(Outcome.NeedsDecision.class);
    List<Decision> decisions = ((Outcome.NeedsDecision) outcome).decisions();
    assertThat(decisions).extracting(Decision::operation).containsExactly("a#1/create");
    assertThat(decisions.get(0).question())
        .isEqualTo(
            "Did the create of \"a\" (test::Thing) take effect? Look in the cloud, and say what"
                + " is so.");
    assertThat(decisions.get(0).choices())
        .containsExactly(Choice.ADOPT, Choice.RETRY, Choice.FORGET);
    assertThat(rig.state().pending()).containsOnlyKeys("a#1/create");
    assertThat(rig.state().run()).isPresent();
  }

  @Test
  void aRunThatEndsInDoubtAsksToo() {
    rig.cloud.blind(true);
    rig.cloud.loseAnswer("create", "a");

    Outcome outcome = rig.apply(rig.plan(Draft.create("a"), Draft.create("b")));

    assertThat(outcome).isInstanceOf(Outcome.NeedsDecision.class);
    assertThat(rig.state().pending()).containsOnlyKeys("a#1/create");
    assertThat(rig.recorded("b").status()).isEqualTo(Status.READY);
    rig.cloud.blind(false);
    assertThat(rig.recover()).isInstanceOf(Outcome.Succeeded.class);
    assertThat(rig.recorded("a").identity()).isPresent();
  }

  @Test
  void thePersonCanNameTheObject() {
    rig.cloud.blind(true);
    applyKilledAfter(2, Draft.create("a"));

    Outcome outcome =
        rig.recover(new Decision.Answer("a#1/create", Choice.ADOPT, Optional.of("id-1")));

    assertThat(outcome).isInstanceOf(Outcome.Succeeded.class);
    assertThat(rig.recorded("a").identity()).contains("id-1");
    assertThat(rig.state().run()).isEmpty();
  }

  @Test
  void anObjectThatIsNotThereIsNotTakenForIt() {
    rig.cloud.blind(true);
    applyKilledAfter(2, Draft.create("a"));

    Outcome outcome =
        rig.recover(new Decision.Answer("a#1/create", Choice.ADOPT, Optional.of("id-9")));

    assertThat(outcome).isInstanceOf(Outcome.NeedsDecision.class);
    assertThat(outcome.diagnostics()).extracting(d -> d.code()).containsExactly("execution.gone");
    assertThat(rig.state().pending()).containsOnlyKeys("a#1/create");
  }

  @Test
  void theObjectOfAnotherAddressIsNotTakenForIt() {
    StateObject b = rig.given("b", 1);
    rig.cloud.blind(true);
    applyKilledAfter(2, Draft.create("a"));

    Outcome outcome = rig.recover(new Decision.Answer("a#1/create", Choice.ADOPT, b.identity()));

    assertThat(outcome).isInstanceOf(Outcome.NeedsDecision.class);
    assertThat(outcome.diagnostics()).extracting(d -> d.code()).containsExactly("execution.taken");
    assertThat(rig.state().pending()).containsOnlyKeys("a#1/create");
  }

  @Test
  void thePersonCanSayThatItDidNotHappen() {
    rig.cloud.blind(true);
    nothingHappens("create", "a");
    applyKilledAfter(2, Draft.create("a"));

    assertThat(rig.recover(answer("a#1/create", Choice.RETRY)))
        .isInstanceOf(Outcome.Succeeded.class);
    assertThat(rig.state().objects()).isEmpty();
  }

  @Test
  void thePersonCanForgetTheRecord() {
    rig.cloud.blind(true);
    applyKilledAfter(2, Draft.create("a"));

    assertThat(rig.recover(answer("a#1/create", Choice.FORGET)))
        .isInstanceOf(Outcome.Succeeded.class);
    assertThat(rig.state().objects()).isEmpty();
    assertThat(rig.cloud.objects()).hasSize(1);
  }

  @Test
  void answersThatFitNoQuestionAreRefusedTogether() {
    StateObject b = rig.given("b", 1);
    rig.cloud.blind(true);
    applyKilledAfter(3, Draft.create("a"), Draft.update(b, 1, 2));

    Outcome outcome =
        rig.recover(
            answer("a#1/create", Choice.ADOPT),
            answer("b#1/update", Choice.ADOPT),
            answer("c#1/create", Choice.RETRY));

    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    assertThat(outcome.diagnostics())
        .extracting(d -> d.detail())
        .containsExactly(
            "To adopt for \"a#1/create\", say the cloud's identifier of the object.",
            "\"b#1/update\" cannot be answered with adopt: its object is known already.",
            "No operation \"c#1/create\" is open. Open are: a#1/create, b#1/update.");
    assertThat(rig.journal().entries()).isEmpty();
  }

  @Test
  void twoAnswersToOneQuestionAreRefused() {
    rig.cloud.blind(true);
    applyKilledAfter(2, Draft.create("a"));

    Outcome outcome =
        rig.recover(answer("a#1/create", Choice.RETRY), answer("a#1/create", Choice.FORGET));

    assertThat(outcome.diagnostics())
        .extracting(d -> d.detail())
        .containsExactly("\"a#1/create\" has two answers. Say one.");
    assertThat(rig.state().pending()).containsOnlyKeys("a#1/create");
  }

  @Test
  void whatDidNotHappenIsNotSaidToBeDone() {
    nothingHappens("create", "a");
    rig.cloud.blind(true);
    applyKilledAfter(2, Draft.create("a"));
    rig.cloud.blind(false);

    assertThat(rig.recover().changes())
        .extracting(Outcome.ChangeResult::done)
        .containsExactly(Action.NO_OP);
  }

  @Test
  void whereNothingWasInterruptedNothingIsWritten() {
    rig.apply(rig.plan(Draft.create("a")));

    assertThat(rig.recover()).isInstanceOf(Outcome.Succeeded.class);
    assertThat(rig.journal().entries()).isEmpty();
  }

  @Test
  void aRunThatWasKilledBetweenOperationsIsOnlyClosed() {
    applyKilledAfter(3, Draft.create("a"), Draft.create("b", "a"));

    rig.recover();

    assertThat(rig.journal().entries())
        .singleElement()
        .isInstanceOfSatisfying(
            RunEnded.class, ended -> assertThat(ended.outcome()).isEqualTo("recovered"));
  }

  /** One of each kind of change, some after others. */
  private static Change[] everything(Rig rig) {
    StateObject b = rig.given("b", 1);
    StateObject c = rig.given("c", 1);
    StateObject d = rig.given("d", 1);
    StateObject e = rig.given("e", 1);
    return new Change[] {
      Draft.create("a"),
      Draft.update(b, 1, 2, "a#1/create"),
      Draft.replace(c, ReplaceOrder.CREATE_THEN_DELETE, Draft.thing("c2", 1), "a#1/create"),
      Draft.delete(c, Reason.Kind.REPLACED, "c#2/replace"),
      Draft.delete(d, Reason.Kind.REPLACED),
      Draft.replace(d, ReplaceOrder.DELETE_THEN_CREATE, Draft.thing("d2", 1), "d#1/delete"),
      Draft.delete(e, Reason.Kind.REMOVED),
    };
  }

  private static IntStream boundaries() {
    Rig whole = new Rig();
    whole.apply(whole.plan(everything(whole)));
    return IntStream.range(1, whole.journal().entries().size());
  }

  private static List<String> identities(Rig rig, Function<StateObject, Optional<String>> of) {
    return rig.state().objects().stream().map(of).flatMap(Optional::stream).sorted().toList();
  }

  @ParameterizedTest
  @MethodSource("boundaries")
  void killedAtAnyEntryNothingIsLostAndNothingIsMadeTwice(int entries) {
    applyKilledAfter(entries, everything(rig));

    assertThat(rig.recover()).isInstanceOf(Outcome.Succeeded.class);

    assertThat(identities(rig, StateObject::identity))
        .containsExactlyElementsOf(rig.cloud.objects().keySet());
    assertThat(rig.state().objects())
        .extracting(StateObject::status)
        .allMatch(status -> status == Status.READY);
  }

  @ParameterizedTest
  @MethodSource("boundaries")
  void aRecoveryThatIsKilledAtAnyEntryIsGoneOnWith(int entries) {
    applyKilledAfter(entries, everything(rig));

    for (int more = 0; rig.state().run().isPresent(); more++) {
      rig.journalFailingAfter(more % 2);
      rig.recover();
      rig.journalFailingAfter(Integer.MAX_VALUE);
      if (more > 20) {
        rig.recover();
      }
    }

    assertThat(identities(rig, StateObject::identity))
        .containsExactlyElementsOf(rig.cloud.objects().keySet());
  }
}
