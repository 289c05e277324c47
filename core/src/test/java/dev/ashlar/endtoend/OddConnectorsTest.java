package dev.ashlar.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.blueprint.Environment.OnFailure;
import dev.ashlar.connector.Failure;
import dev.ashlar.connector.Reading;
import dev.ashlar.connector.Result;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.execution.Event;
import dev.ashlar.execution.Outcome;
import dev.ashlar.plan.Plan;
import dev.ashlar.state.Invariants;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Address;
import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever a connector does, it concerns its own resource alone, and the diagnostic names it. */
class OddConnectorsTest {
  /** {@code bad} goes first, {@code above} needs it, {@code beside} does not. */
  private static final String BODY =
      """
      resources:
        bad: { type: odd::Thing, properties: { Name: bad } }
        above: { type: odd::Thing, properties: { Name: above, Text: "${bad.Arn}" } }
        beside: { type: odd::Thing, properties: { Name: beside }, dependsOn: [start] }
        start: { type: odd::Thing, properties: { Name: start } }
      """;

  private static final String SECRET_TEXT = "a text with a secret in it";

  private final Oddities odd = new Oddities();
  private final Scene scene = new Scene(builder -> builder.addProvider(odd));

  @AfterEach
  void close() {
    scene.close();
  }

  private Outcome outcome(OnFailure onFailure) {
    scene.declare(BODY).with(environment -> environment.onFailure(onFailure));
    Plan plan = scene.plan();
    assertThat(plan.diagnostics()).isEmpty();
    Outcome outcome = scene.apply(plan);
    assertThat(Invariants.check(scene.state())).isEmpty();
    assertThat(outcome.state()).isEqualTo(scene.state());
    assertThat(outcome.diagnostics().toString()).doesNotContain(SECRET_TEXT);
    return outcome;
  }

  private static Map<String, Event.Status> statuses(Outcome outcome) {
    Map<String, Event.Status> statuses = new TreeMap<>();
    outcome
        .changes()
        .forEach(result -> statuses.put(result.change().address().toString(), result.status()));
    return statuses;
  }

  /** With {@code continue}, everything but the resource and what needs it is made. */
  private List<Diagnostic> contained(Supplier<CompletionStage<Result<MapValue>>> behaviour) {
    odd.when("create bad", behaviour);
    Outcome outcome = outcome(OnFailure.CONTINUE);
    assertThat(statuses(outcome))
        .as("%s", outcome.diagnostics())
        .containsEntry("bad", Event.Status.FAILED)
        .containsEntry("above", Event.Status.SKIPPED)
        .containsEntry("beside", Event.Status.DONE)
        .containsEntry("start", Event.Status.DONE);
    assertThat(scene.state().current().keySet().toString()).contains("beside", "start");
    assertThat(outcome.diagnostics())
        .isNotEmpty()
        .allSatisfy(
            problem -> {
              assertThat(problem.address().orElseThrow()).hasToString("bad");
              assertThat(problem.location().orElseThrow().line()).isEqualTo(5);
            });
    return outcome.diagnostics();
  }

  /** What is said names the connector, its type and its provider. */
  private static void named(List<Diagnostic> problems, String code) {
    assertThat(problems)
        .filteredOn(problem -> problem.code().equals(code))
        .singleElement()
        .satisfies(
            problem ->
                assertThat(problem.detail())
                    .contains("odd::Thing", Oddities.class.getName(), "provider \"odd\""));
  }

  private StateObject.Status recorded() {
    return scene.state().at(Address.of("bad")).orElseThrow().status();
  }

  @Test
  void oneThatThrows() {
    named(
        contained(
            () -> {
              throw new IllegalStateException(SECRET_TEXT);
            }),
        "connector.unexplained-exception");
    assertThat(recorded()).isEqualTo(StateObject.Status.IN_DOUBT);
  }

  @Test
  void oneThatFails() {
    named(
        contained(() -> CompletableFuture.failedFuture(new RuntimeException(SECRET_TEXT))),
        "connector.unexplained-exception");
  }

  @Test
  void oneThatThrowsAnError() {
    named(
        contained(
            () -> {
              throw new StackOverflowError(SECRET_TEXT);
            }),
        "connector.unexplained-exception");
  }

  @Test
  @SuppressWarnings("NullAway") // that is the point
  void oneThatReturnsNothing() {
    named(contained(() -> null), "connector.broken-contract");
  }

  @Test
  @SuppressWarnings("NullAway") // that is the point
  void oneThatAnswersWithNothing() {
    named(contained(() -> CompletableFuture.completedFuture(null)), "connector.broken-contract");
  }

  @Test
  void oneThatNeverAnswers() {
    named(contained(CompletableFuture::new), "connector.no-answer");
    assertThat(scene.time().elapsed()).isBetween(Duration.ofSeconds(600), Duration.ofHours(1));
    assertThat(recorded()).isEqualTo(StateObject.Status.IN_DOUBT);
  }

  @Test
  void oneThatAnswersAgainstItsSchema() {
    List<Diagnostic> problems =
        contained(
            () ->
                CompletableFuture.completedFuture(
                    Result.done("bad", Value.map(Map.of("Surprise", Value.of(1))))));
    named(problems, "connector.broken-contract");
    assertThat(problems)
        .extracting(Diagnostic::code)
        .containsExactly("connector.broken-contract", "execution.incomplete");
    assertThat(recorded()).as("it was made").isEqualTo(StateObject.Status.TAINTED);
  }

  @Test
  void oneThatAnswersWithAnotherType() {
    named(
        contained(
            () ->
                CompletableFuture.completedFuture(
                    Result.done("bad", Value.map(Map.of("Arn", Value.list()))))),
        "connector.broken-contract");
  }

  @Test
  void oneThatSaysDeletedWhenItWasToCreate() {
    named(
        contained(() -> CompletableFuture.completedFuture(Result.deleted())),
        "connector.broken-contract");
  }

  @Test
  void oneThatSaysLaterAndCannotBeAskedAgain() {
    named(
        contained(
            () ->
                CompletableFuture.completedFuture(
                    Result.inProgress("token", Duration.ofSeconds(1)))),
        "connector.broken-contract");
  }

  @ParameterizedTest
  @EnumSource(
      value = Failure.Kind.class,
      names = {
        "CONFLICT",
        "NOT_FOUND",
        "ALREADY_EXISTS",
        "UNAUTHENTICATED",
        "DENIED",
        "INVALID",
        "QUOTA"
      })
  void oneThatRefuses(Failure.Kind kind) {
    assertThat(contained(() -> CompletableFuture.failedFuture(of(kind).toException())))
        .singleElement()
        .satisfies(problem -> assertThat(problem.detail()).contains("because of the tests"));
    assertThat(scene.state().at(Address.of("bad"))).isEmpty();
    assertThat(odd.calls).containsOnlyOnce("create bad");
    odd.mend();
    scene.applied();
  }

  private static Failure of(Failure.Kind kind) {
    String why = "because of the tests";
    return switch (kind) {
      case CONFLICT -> Failure.conflict(why);
      case NOT_FOUND -> Failure.notFound(why);
      case ALREADY_EXISTS -> Failure.alreadyExists(why);
      case UNAUTHENTICATED -> Failure.unauthenticated(why);
      case DENIED -> Failure.denied("odd:Create", why);
      case INVALID -> Failure.invalid(why);
      case QUOTA -> Failure.quota(why);
      default -> throw new IllegalArgumentException(kind.toString());
    };
  }

  @Test
  void oneThatIsBusyForAWhileIsAskedAgain() {
    int[] tries = {0};
    odd.when(
        "create bad",
        () -> {
          tries[0]++;
          if (tries[0] == 1) {
            return CompletableFuture.failedFuture(
                Failure.throttled(Duration.ofSeconds(7)).toException());
          }
          if (tries[0] == 2) {
            return CompletableFuture.failedFuture(Failure.temporary("just now").toException());
          }
          odd.objects.put("bad", Value.map(Map.of("Name", Value.of("bad"))));
          return CompletableFuture.completedFuture(Result.done("bad", Oddities.outputs("bad")));
        });
    Outcome outcome = outcome(OnFailure.STOP);
    assertThat(outcome).isInstanceOf(Outcome.Succeeded.class);
    assertThat(tries[0]).isEqualTo(3);
    assertThat(scene.time().elapsed()).isGreaterThanOrEqualTo(Duration.ofSeconds(7));
    assertThat(scene.left()).isEmpty();
  }

  @Test
  void oneThatIsAlwaysBusyFailsInTheEnd() {
    contained(() -> CompletableFuture.failedFuture(Failure.temporary("still").toException()));
    assertThat(odd.calls.stream().filter("create bad"::equals).count()).isGreaterThan(2);
  }

  @Test
  void oneThatAnswersTwice() {
    CompletableFuture<Result<MapValue>> answer = new CompletableFuture<>();
    odd.when(
        "create bad",
        () -> {
          odd.objects.put("bad", Value.map(Map.of("Name", Value.of("bad"))));
          answer.complete(Result.done("bad", Oddities.outputs("bad")));
          answer.obtrudeValue(Result.done("other", Oddities.outputs("other")));
          return answer;
        });
    assertThat(outcome(OnFailure.STOP)).isInstanceOf(Outcome.Succeeded.class);
  }

  @Test
  void oneThatAnswersFromItsOwnThread() {
    odd.when(
        "create bad",
        () -> {
          Runnable go = scene.time().hold();
          CompletableFuture<Result<MapValue>> answer = new CompletableFuture<>();
          new Thread(
                  () -> {
                    odd.objects.put("bad", Value.map(Map.of("Name", Value.of("bad"))));
                    answer.complete(Result.done("bad", Oddities.outputs("bad")));
                    go.run();
                  },
                  "foreign")
              .start();
          return answer;
        });
    assertThat(outcome(OnFailure.STOP)).isInstanceOf(Outcome.Succeeded.class);
    assertThat(odd.threads).containsOnly("virtual-time");
    assertThat(scene.left()).isEmpty();
  }

  @Test
  void afterAFailureNothingMoreIsBegunUnlessItSaysContinue() {
    odd.when(
        "create bad",
        () -> CompletableFuture.failedFuture(Failure.invalid("because").toException()));
    odd.when(
        "create start",
        () -> {
          CompletableFuture<Result<MapValue>> later = new CompletableFuture<>();
          var unused =
              scene
                  .time()
                  .schedule(
                      Duration.ofSeconds(2),
                      () -> {
                        odd.objects.put("start", Value.map(Map.of("Name", Value.of("start"))));
                        later.complete(Result.done("start", Oddities.outputs("start")));
                      });
          return later;
        });
    Outcome outcome = outcome(OnFailure.STOP);
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(statuses(outcome))
        .containsEntry("bad", Event.Status.FAILED)
        .containsEntry("start", Event.Status.DONE)
        .containsEntry("beside", Event.Status.SKIPPED)
        .containsEntry("above", Event.Status.SKIPPED);
    odd.mend();
    scene.applied();
  }

  @Test
  void readingThatFailsWhilePlanningNamesItsResource() {
    scene.declare(BODY).applied();
    odd.whenRead(
        "bad",
        () -> {
          throw new IllegalStateException(SECRET_TEXT);
        });
    Plan plan = scene.plan();
    assertThat(plan.diagnostics()).isNotEmpty();
    assertThat(plan.diagnostics())
        .allSatisfy(problem -> assertThat(problem.address().orElseThrow()).hasToString("bad"));
    assertThat(plan.diagnostics().toString()).doesNotContain(SECRET_TEXT);
    odd.mend();
    assertThat(scene.left()).isEmpty();
  }

  @Test
  @SuppressWarnings("NullAway") // that is the point
  void readingThatSaysNothingOrNonsenseNamesItsResource() {
    scene.declare(BODY).applied();
    for (Supplier<CompletionStage<Reading<MapValue, MapValue>>> behaviour :
        List.<Supplier<CompletionStage<Reading<MapValue, MapValue>>>>of(
            () -> null,
            () -> CompletableFuture.completedFuture(null),
            CompletableFuture::new,
            () ->
                CompletableFuture.completedFuture(
                    Reading.found(
                        "bad", Value.map(Map.of("Name", Value.of(true))), Value.map(Map.of()))),
            () -> CompletableFuture.failedFuture(Failure.denied("odd:Read", "no").toException()))) {
      odd.whenRead("bad", behaviour);
      Plan plan = scene.plan();
      assertThat(plan.diagnostics()).isNotEmpty();
      assertThat(plan.diagnostics().get(0).address().orElseThrow()).hasToString("bad");
    }
    assertThat(Invariants.check(scene.state())).isEmpty();
  }

  @Test
  void updatesAndDeletionsThatFailLeaveTheRecordsSound() {
    scene.declare(BODY).applied();
    odd.when(
        "update above", () -> CompletableFuture.failedFuture(Failure.quota("no").toException()));
    odd.when(
        "delete start", () -> CompletableFuture.failedFuture(Failure.conflict("no").toException()));
    scene.declare(
        """
        resources:
          bad: { type: odd::Thing, properties: { Name: bad } }
          above: { type: odd::Thing, properties: { Name: above, Text: other } }
        """);
    Outcome outcome =
        scene.with(environment -> environment.onFailure(OnFailure.CONTINUE)).apply(scene.plan());
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(statuses(outcome))
        .containsEntry("above", Event.Status.FAILED)
        .containsEntry("start", Event.Status.FAILED)
        .containsEntry("beside", Event.Status.DONE);
    assertThat(Invariants.check(scene.state())).isEmpty();
    assertThat(scene.state().current().keySet()).hasToString("[above, bad, start]");
    odd.mend();
    scene.applied();
    assertThat(odd.objects).containsOnlyKeys("above", "bad");
  }
}
