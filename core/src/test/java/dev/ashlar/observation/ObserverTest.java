package dev.ashlar.observation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.blueprint.LookupDeclaration.Expect;
import dev.ashlar.connector.Failure;
import dev.ashlar.connector.PlanRefining.Refinement;
import dev.ashlar.connector.call.ConnectorCalls;
import dev.ashlar.connector.discovery.Providers;
import dev.ashlar.connector.session.Sessions;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.diagnostic.Diagnostic.Location;
import dev.ashlar.memory.VirtualTime;
import dev.ashlar.observation.retry.Backoff;
import dev.ashlar.observation.retry.Delays;
import dev.ashlar.observation.retry.Patience;
import dev.ashlar.plan.question.Answer;
import dev.ashlar.plan.question.Question;
import dev.ashlar.state.ObjectId;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Address;
import dev.ashlar.value.Bytes;
import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import dev.ashlar.value.ValueType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The planner's questions are answered by the clouds, in batches and with patience. */
class ObserverTest {
  private static final StateObject.Home HOME = new StateObject.Home("zoo", "zoo", MapValue.EMPTY);

  private final VirtualTime time = VirtualTime.stepped();
  private final Zoo zoo = new Zoo(time);

  private Map<Question, Answer> ask(int parallelism, List<? extends Question> questions) {
    Observer observer =
        new Observer(
            new Sessions(Providers.of(zoo)),
            new ConnectorCalls(time, time, note -> {}),
            Patience.of(new Delays(time, time), Backoff.usual(new Random(1))),
            parallelism);
    return time.run(observer.answer(List.copyOf(questions)));
  }

  private Answer ask(Question question) {
    return ask(10, List.of(question)).get(question);
  }

  private static MapValue animal(String name) {
    return Value.map(Map.of("name", Value.of(name)));
  }

  private static Question.Refresh refresh(String type, String address, String id) {
    return refresh(type, address, Optional.of(id));
  }

  private static Question.Refresh refresh(String type, String address, Optional<String> id) {
    return new Question.Refresh(
        new StateObject(
            new ObjectId(Address.of(address), 1),
            false,
            type,
            HOME,
            new StateObject.SchemaStamp(1, ""),
            StateObject.Status.READY,
            id,
            StateObject.Values.NONE,
            new TreeMap<>(),
            Bytes.EMPTY,
            List.of(),
            StateObject.StoredLifecycle.DEFAULT,
            Optional.empty()),
        MapValue.EMPTY);
  }

  private static Question.Existing existing(
      String type, Optional<String> identity, MapValue properties) {
    return new Question.Existing(Address.of("a"), type, HOME, MapValue.EMPTY, identity, properties);
  }

  private static Question.Search search(String type, MapValue where) {
    return new Question.Search(
        "found",
        type,
        HOME,
        MapValue.EMPTY,
        where,
        Expect.ONE,
        Optional.of(new Location("zoo.yaml", 3, 7)));
  }

  private static Optional<String> seen(Answer answer) {
    return ((Answer.Looked) answer).seen().map(Answer.Seen::identity);
  }

  private static List<String> codes(Answer answer) {
    return ((Answer.Unanswered) answer).diagnostics().stream().map(Diagnostic::code).toList();
  }

  @Test
  void anObjectIsSeenAsItIsOrNotThere() {
    zoo.put("id-1", animal("leo"));

    Answer there = ask(refresh(Zoo.LION, "a", "id-1"));
    Answer gone = ask(refresh(Zoo.LION, "a", "id-2"));

    assertThat(((Answer.Looked) there).seen().orElseThrow().properties()).isEqualTo(animal("leo"));
    assertThat(gone).isEqualTo(new Answer.Looked(Optional.empty()));
  }

  @Test
  void objectsThatOneCallCanReadAreReadTogether() {
    List<Question.Refresh> questions = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      zoo.put("id-" + i, animal("n" + i));
      questions.add(refresh(Zoo.BEE, "b" + i, "id-" + i));
    }

    Map<Question, Answer> answers = ask(10, questions);

    assertThat(answers).hasSize(25);
    questions.forEach(
        question ->
            assertThat(seen(answers.get(question))).isEqualTo(question.object().identity()));
    assertThat(zoo.calls()).containsExactly("readAll 10", "readAll 10", "readAll 5");
  }

  @Test
  void whatABatchLeavesOutIsReadAlone() {
    zoo.put("id-1", animal("maja"));
    zoo.put("shy", animal("willi"));
    Question one = refresh(Zoo.BEE, "a", "id-1");
    Question shy = refresh(Zoo.BEE, "b", "shy");

    Map<Question, Answer> answers = ask(10, List.of(one, shy));

    assertThat(seen(answers.get(shy))).contains("shy");
    assertThat(zoo.calls()).containsExactly("readAll 2", "read shy");
  }

  @Test
  void twoRecordsOfOneObjectAreReadInTwoBatches() {
    zoo.put("id-1", animal("maja"));
    Question one = refresh(Zoo.BEE, "a", "id-1");
    Question two = refresh(Zoo.BEE, "b", "id-1");

    Map<Question, Answer> answers = ask(10, List.of(one, two));

    assertThat(seen(answers.get(one))).contains("id-1");
    assertThat(seen(answers.get(two))).contains("id-1");
  }

  @Test
  void noMoreCallsAreUnderWayThanAllowed() {
    List<Question.Refresh> questions = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      questions.add(refresh(Zoo.LION, "l" + i, "id-" + i));
    }

    ask(4, questions);

    assertThat(zoo.mostInFlight()).isEqualTo(4);
    assertThat(zoo.calls()).hasSize(30);
  }

  @Test
  void aFailureThatPassesIsWaitedOut() {
    zoo.put("id-1", animal("leo"));
    zoo.fail(Failure.throttled(Duration.ofSeconds(20)));

    assertThat(seen(ask(refresh(Zoo.LION, "a", "id-1")))).contains("id-1");
    assertThat(time.elapsed()).isGreaterThan(Duration.ofSeconds(20));
  }

  @Test
  void aFailureThatDoesNotPassIsNoAnswer() {
    zoo.fail(Failure.denied("zoo:Look", "closed"));

    Answer answer = ask(refresh(Zoo.LION, "a", "id-1"));

    assertThat(((Answer.Unanswered) answer).diagnostics())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo("observation.cannot-look");
              assertThat(problem.detail()).contains("zoo:Look");
              assertThat(problem.address()).contains(Address.of("a"));
            });
  }

  @Test
  void anObjectWithoutAnIdentityIsNotCalledMissing() {
    assertThat(codes(ask(refresh(Zoo.LION, "a", Optional.empty()))))
        .containsExactly("observation.unknown-identity");
  }

  @Test
  void aConfigurationThatIsNotKnownYetOpensNothing() {
    Question question =
        new Question.Refresh(
            refresh(Zoo.LION, "a", "id-1").object(),
            Value.map(Map.of("region", Value.unknown(ValueType.STRING))));

    assertThat(codes(ask(question))).containsExactly("observation.unknown-configuration");
  }

  @Test
  void aSearchGivesAllThatMatch() {
    zoo.put("id-1", animal("leo"));
    zoo.put("id-2", animal("leo"));
    zoo.put("id-3", animal("simba"));

    Answer answer = ask(search(Zoo.LION, animal("leo")));

    assertThat(((Answer.Searched) answer).objects())
        .extracting(Answer.Seen::identity)
        .containsExactly("id-1", "id-2");
  }

  @Test
  void aSearchThatCannotBeMadeIsToldWhereItIsDeclared() {
    Answer answer = ask(search(Zoo.BEE, animal("maja")));

    assertThat(codes(answer)).containsExactly("observation.cannot-search");
    assertThat(((Answer.Unanswered) answer).diagnostics().get(0).location())
        .contains(new Location("zoo.yaml", 3, 7));
  }

  @Test
  void anObjectToTakeOverIsFoundByItsIdentifier() {
    zoo.put("id-1", animal("leo"));

    assertThat(seen(ask(existing(Zoo.LION, Optional.of("id-1"), MapValue.EMPTY)))).contains("id-1");
    assertThat(seen(ask(existing(Zoo.LION, Optional.of("id-9"), MapValue.EMPTY)))).isEmpty();
  }

  @Test
  void anObjectToTakeOverIsFoundByWhatFixesItsIdentity() {
    zoo.put("id-1", animal("leo"));

    assertThat(seen(ask(existing(Zoo.LION, Optional.empty(), animal("leo"))))).contains("id-1");
    assertThat(seen(ask(existing(Zoo.LION, Optional.empty(), animal("simba"))))).isEmpty();
  }

  @Test
  void severalObjectsToTakeOverAreAQuestionToTheUser() {
    zoo.put("id-1", animal("leo"));
    zoo.put("id-2", animal("leo"));

    assertThat(codes(ask(existing(Zoo.LION, Optional.empty(), animal("leo")))))
        .containsExactly("observation.ambiguous");
  }

  @Test
  void aConnectorThatRefinesNothingHasNothingToAdd() {
    assertThat(ask(refine(Zoo.BEE))).isEqualTo(new Answer.Refined(Optional.empty()));
  }

  @Test
  void aRefinementIsPassedOn() {
    Answer answer = ask(refine(Zoo.LION));

    assertThat(((Answer.Refined) answer).refinement().map(Refinement::planned))
        .contains(animal("leo the refined"));
  }

  private static Question refine(String type) {
    return new Question.Refine(
        Address.of("a"),
        type,
        HOME,
        MapValue.EMPTY,
        animal("leo"),
        Optional.empty(),
        animal("leo"),
        Bytes.EMPTY);
  }

  @Test
  void aTypeThatNobodyServesIsNoAnswer() {
    assertThat(codes(ask(refresh("zoo::Unicorn", "a", "id-1")))).isNotEmpty();
  }
}
