package dev.ashlar.memory;

import static dev.ashlar.memory.Cloud.map;
import static dev.ashlar.schema.Operation.CREATE;
import static dev.ashlar.schema.Operation.DELETE;
import static dev.ashlar.schema.Operation.UPDATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.connector.Connector;
import dev.ashlar.connector.Failure;
import dev.ashlar.connector.Failure.Kind;
import dev.ashlar.connector.Requests;
import dev.ashlar.connector.Result;
import dev.ashlar.connector.call.Answer;
import dev.ashlar.connector.call.Call;
import dev.ashlar.connector.discovery.Providers;
import dev.ashlar.connector.session.Sessions;
import dev.ashlar.value.Address;
import dev.ashlar.value.Bytes;
import dev.ashlar.value.Value;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What goes wrong, who hears of it, and what was really done. */
@Timeout(20)
class FaultsTest {
  private static final String QUEUE = "memory::Queue";
  private static final Value.MapValue JOBS = map("Name", "jobs");

  private final VirtualTime time = VirtualTime.stepped();
  private final MemoryCloud memory = MemoryCloud.builder().seed(7).time(time).build();
  private final Cloud cloud = Cloud.on(time, memory);

  @Test
  void aLostResponseLeavesTheObjectAndADoubt() {
    memory.fault(Fault.lostResponse());

    assertThat(create("key-a").kind()).isEqualTo(Kind.IN_DOUBT);

    assertThat(done()).containsExactly("CREATE jobs key-a");
    assertThat(time.elapsed()).isZero();
  }

  @Test
  void whoAsksAgainWithTheSameKeyGetsWhatWasMade() {
    memory.fault(Fault.lostResponse().times(1));

    create("key-a");
    Answer again = Cloud.answer(cloud.tryCreate(QUEUE, JOBS, "key-a"));

    assertThat(again.id()).contains("jobs");
    assertThat(done()).containsExactly("CREATE jobs key-a");
  }

  @Test
  void aTimeoutBeforeTheEffectLeavesNothingAndADoubt() {
    memory.fault(Fault.timeoutBeforeEffect());

    assertThat(create("key-a").kind()).isEqualTo(Kind.IN_DOUBT);

    assertThat(done()).isEmpty();
    assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void aTimeoutAfterTheEffectLeavesTheObjectAndTheSameDoubt() {
    memory.fault(Fault.timeoutAfterEffect(Duration.ofSeconds(10)));

    assertThat(create("key-a").kind()).isEqualTo(Kind.IN_DOUBT);

    assertThat(done()).containsExactly("CREATE jobs key-a");
    assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void anEffectMayComeWhenNobodyExpectsItAnyMore() {
    memory.fault(Fault.lateEffect(Duration.ofSeconds(3)));

    assertThat(create("key-a").kind()).isEqualTo(Kind.IN_DOUBT);
    assertThat(done()).isEmpty();
    cloud.pass(Duration.ofSeconds(3));

    assertThat(done()).containsExactly("CREATE jobs key-a");
  }

  @Test
  void aLateEffectAfterATryWithTheSameKeyIsNoSecondOne() {
    memory.fault(Fault.lateEffect(Duration.ofSeconds(3)).times(1));
    create("key-a");

    cloud.tryCreate(QUEUE, JOBS, "key-a");
    cloud.pass(Duration.ofSeconds(3));

    assertThat(done()).containsExactly("CREATE jobs key-a");
  }

  @Test
  void aCloudThatNeverAnswersIsLeftByTheEngine() {
    memory.fault(Fault.silence().at(1), Fault.silenceAfterEffect().at(2));

    assertThat(create("key-a").kind()).isEqualTo(Kind.IN_DOUBT);
    assertThat(done()).isEmpty();
    assertThat(create("key-a").kind()).isEqualTo(Kind.IN_DOUBT);

    assertThat(done()).containsExactly("CREATE jobs key-a");
    assertThat(time.elapsed()).isEqualTo(Duration.ofHours(4));
  }

  @Test
  void throttlingSaysWhenToComeAgainAndDoesNothing() {
    memory.fault(Fault.throttling(Duration.ofSeconds(9)));

    Failure failure = create("key-a");

    assertThat(failure.kind()).isEqualTo(Kind.THROTTLED);
    assertThat(failure.retryAfter()).contains(Duration.ofSeconds(9));
    assertThat(done()).isEmpty();
  }

  @Test
  void aProbabilityStrikesSoManyOfManyAndTheSameOnesAgain() {
    List<Boolean> first = throttledOf(1_000, 7);

    assertThat(first).filteredOn(throttled -> throttled).hasSizeBetween(160, 240);
    assertThat(throttledOf(1_000, 7)).isEqualTo(first);
    assertThat(throttledOf(1_000, 8)).isNotEqualTo(first);
  }

  private static List<Boolean> throttledOf(int calls, long seed) {
    VirtualTime time = VirtualTime.stepped();
    Fault fault = Fault.throttling(Duration.ofSeconds(1)).probability(0.2);
    Cloud cloud = Cloud.on(time, MemoryCloud.builder().seed(seed).time(time).faults(fault).build());
    return IntStream.range(0, calls)
        .mapToObj(i -> cloud.tryDelete(QUEUE, "none").failure().isPresent())
        .toList();
  }

  @Test
  void aRateLimitLetsABurstPassAndThenSoManyASecond() {
    memory.fault(Fault.rateLimit(2, 3));

    assertThat(IntStream.range(0, 4).mapToObj(i -> deletes()))
        .containsExactly(true, true, true, false);
    Failure throttled = cloud.tryDelete(QUEUE, "none").failure().orElseThrow();
    assertThat(throttled.retryAfter()).contains(Duration.ofMillis(500));
    cloud.pass(Duration.ofMillis(500));
    assertThat(deletes()).isTrue();
    assertThat(deletes()).isFalse();
    cloud.pass(Duration.ofHours(1));
    assertThat(IntStream.range(0, 4).mapToObj(i -> deletes()))
        .containsExactly(true, true, true, false);
  }

  @Test
  void theRateOfOneOperationIsNotThatOfAnother() {
    memory.fault(Fault.rateLimit(1));

    assertThat(deletes()).isTrue();
    assertThat(deletes()).isFalse();
    assertThat(cloud.read(QUEUE, "none")).isEmpty();
  }

  @Test
  void aQuotaRefusesOneTooMany() {
    memory.fault(Fault.quota(2).on(QUEUE));
    cloud.create(QUEUE, map("Name", "a"));
    cloud.create(QUEUE, map("Name", "b"));

    assertThat(cloud.refused(QUEUE, map("Name", "c")).kind()).isEqualTo(Kind.QUOTA);
    cloud.delete(QUEUE, "a");
    cloud.create(QUEUE, map("Name", "c"));

    assertThat(memory.objects()).extracting(CloudObject::id).containsExactly("b", "c");
  }

  @Test
  void anOutageFailsEveryCallOfItsTime() {
    memory.fault(Fault.outage().between(Duration.ofSeconds(1), Duration.ofSeconds(3)));

    assertThat(deletes()).isTrue();
    cloud.pass(Duration.ofSeconds(1));
    assertThat(create("key-a").kind()).isEqualTo(Kind.TEMPORARY);
    assertThat(deletes()).isFalse();
    cloud.pass(Duration.ofSeconds(2));

    assertThat(deletes()).isTrue();
    assertThat(done()).isEmpty();
  }

  @Test
  void anyRefusalCanBeTried() {
    memory.fault(Fault.refusal(Failure.denied("queue:Create", "not you")).on(QUEUE, CREATE));

    assertThat(create("key-a").permission()).contains("queue:Create");
    assertThat(deletes()).isTrue();
  }

  @Test
  void aPartialUpdateChangesHalfAndFails() {
    cloud.create(QUEUE, JOBS);
    memory.fault(Fault.partialUpdate());
    Value.MapValue more =
        JOBS.with("VisibilityTimeout", Value.of(60)).with("RetentionSeconds", Value.of(3600));

    Failure failure = cloud.tryUpdate(QUEUE, "jobs", more).failure().orElseThrow();

    assertThat(failure.kind().retrySafe()).isFalse();
    assertThat(failure.id()).contains("jobs");
    Value.MapValue now = memory.object(QUEUE, "jobs").orElseThrow().properties();
    assertThat(now.get("RetentionSeconds")).isEqualTo(Value.of(3600));
    assertThat(now.get("VisibilityTimeout")).isEqualTo(Value.of(30));
  }

  @Test
  void afterAPartialUpdateAnotherOneCanEndIt() {
    cloud.create(QUEUE, JOBS);
    memory.fault(Fault.partialUpdate().times(1));
    Value.MapValue more = JOBS.with("VisibilityTimeout", Value.of(60));
    cloud.tryUpdate(QUEUE, "jobs", more);

    cloud.update(QUEUE, "jobs", more);

    assertThat(memory.object(QUEUE, "jobs").orElseThrow().properties().get("VisibilityTimeout"))
        .isEqualTo(Value.of(60));
  }

  @Test
  void aPartialCreateNamesTheObjectThatIsThere() {
    memory.fault(Fault.partialCreate().times(1));

    Failure failure = create("key-a");

    assertThat(failure.id()).contains("jobs");
    assertThat(done()).containsExactly("CREATE jobs key-a");
    assertThat(create("key-a").id()).as("the same key, the same end").contains("jobs");
    cloud.delete(QUEUE, "jobs");
    cloud.create(QUEUE, JOBS);
  }

  @Test
  void aLateFailureIsHeardOnlyWhenTheOperationIsAskedAfter() {
    memory.fault(Fault.lateFailure(Duration.ofMinutes(1)).times(1));

    Answer accepted = Cloud.answer(cloud.tryCreate(QUEUE, JOBS, "key-a"));
    assertThat(accepted.state()).isEqualTo(Result.State.IN_PROGRESS);
    String token = accepted.token().orElseThrow();
    assertThat(cloud.tryResume(QUEUE, token, CREATE).failure()).isEmpty();
    cloud.pass(Duration.ofMinutes(1));

    for (int look = 0; look < 2; look++) {
      Failure failure = cloud.tryResume(QUEUE, token, CREATE).failure().orElseThrow();
      assertThat(failure.kind()).isEqualTo(Kind.INVALID);
      assertThat(failure.id()).contains("jobs");
    }
    assertThat(memory.object(QUEUE, "jobs")).isPresent();
  }

  @Test
  void aDeletionThatFailsLateDeletesNothingAndCanBeTriedAgain() {
    cloud.create(QUEUE, JOBS);
    memory.fault(Fault.lateFailure(Duration.ofMinutes(1)).on(QUEUE, DELETE).times(1));

    Answer accepted = Cloud.answer(cloud.tryDelete(QUEUE, "jobs"));
    cloud.pass(Duration.ofMinutes(1));

    assertThat(cloud.tryResume(QUEUE, accepted.token().orElseThrow(), DELETE).failure())
        .isPresent();
    assertThat(memory.object(QUEUE, "jobs")).isPresent();
    cloud.delete(QUEUE, "jobs");
    assertThat(memory.objects()).isEmpty();
  }

  @Test
  void aLongOperationIsLookedAtAsOftenAsToldAndThenDone() {
    memory.fault(Fault.longRunning(Duration.ofSeconds(50), 5));

    Answer answer = Cloud.answer(cloud.tryCreate(QUEUE, JOBS, "key-a"));
    int looks = 0;
    while (!answer.isFinal()) {
      assertThat(answer.delay()).isEqualTo(Duration.ofSeconds(10));
      cloud.pass(answer.delay());
      answer = Cloud.answer(cloud.tryResume(QUEUE, answer.token().orElseThrow(), CREATE));
      looks++;
    }

    assertThat(looks).isEqualTo(5);
  }

  @Test
  void aSlowAnswerComesWhenTheEffectHasLongBeenThere() {
    memory.fault(Fault.slowAnswers(Duration.ofSeconds(10)));

    cloud.create(QUEUE, JOBS);

    assertThat(time.elapsed()).isPositive().isLessThan(Duration.ofSeconds(10));
    assertThat(memory.effects().get(0).at()).isEqualTo(time.now().minus(time.elapsed()));
  }

  @Test
  void faultsTakeTheirTimeOnTheClockOfTheMachineToo() {
    MemoryCloud real = MemoryCloud.create();
    real.fault(Fault.slowAnswers(Duration.ofMillis(5)), Fault.timeoutBeforeEffect().at(2));
    Connector<?, ?> values =
        new Sessions(Providers.of(real))
            .connector(Value.MapValue.EMPTY, "memory::Value")
            .orThrow()
            .connector();

    assertThat(made(values)).succeedsWithin(Duration.ofSeconds(20));
    assertThat(made(values)).isNotDone();
    assertThat(real.effects()).hasSize(1);
  }

  @SuppressWarnings("unchecked") // connectors of the simulated cloud work on values
  private static CompletableFuture<?> made(Connector<?, ?> values) {
    Requests.Envelope envelope =
        new Requests.Envelope(Address.of("v"), Bytes.EMPTY, Duration.ofMinutes(1), "key-v");
    return ((Connector<Value.MapValue, Value.MapValue>) values)
        .create(Requests.create(envelope, Value.MapValue.EMPTY))
        .toCompletableFuture();
  }

  @Test
  void inDisorderCallsOvertakeEachOther() {
    memory.fault(Fault.disorder(Duration.ofSeconds(10)));
    List<String> sent = IntStream.range(0, 9).mapToObj(i -> "q" + i).toList();

    List<String> arrived = cloud.createAtOnce(QUEUE, sent);

    assertThat(memory.effects().stream().map(Effect::id)).containsExactlyInAnyOrderElementsOf(sent);
    assertThat(memory.effects().stream().map(Effect::id)).isNotEqualTo(sent);
    assertThat(arrived).containsExactlyInAnyOrderElementsOf(sent).isNotEqualTo(sent);
  }

  @Test
  void aDuplicateOfAKeyedCreationIsNoSecondObject() {
    memory.fault(Fault.duplicate());

    cloud.create("memory::Value", map("input", 1));

    assertThat(memory.objects()).hasSize(1);
    assertThat(memory.hits()).hasSize(1);
  }

  @Test
  void aDuplicateOfACreationWithoutKeyIsASecondObject() {
    memory.fault(Fault.duplicate().on("memory::AccessKey"));
    cloud.create("memory::Role", map("Name", "worker", "TrustPolicy", "{}"));

    cloud.create("memory::AccessKey", map("RoleName", "worker"));

    assertThat(memory.effects().stream().filter(is -> is.type().endsWith("AccessKey"))).hasSize(2);
  }

  @Test
  void aDuplicateMayComeMuchLater() {
    memory.fault(Fault.duplicate(Duration.ofMinutes(1)).on(QUEUE, DELETE).times(1));
    cloud.create(QUEUE, JOBS);
    cloud.delete(QUEUE, "jobs");
    cloud.create(QUEUE, JOBS);

    cloud.pass(Duration.ofMinutes(1));

    assertThat(memory.objects()).isEmpty();
  }

  @Test
  void allFaultsThatStrikeACallBefallItTogether() {
    memory.fault(
        Fault.longRunning(Duration.ofMinutes(1), 3).on(QUEUE, CREATE), Fault.lostResponse().at(1));

    assertThat(create("key-a").kind()).isEqualTo(Kind.IN_DOUBT);

    Answer again = Cloud.answer(cloud.tryCreate(QUEUE, JOBS, "key-a"));
    assertThat(again.state()).isEqualTo(Result.State.IN_PROGRESS);
    assertThat(memory.hits().stream().map(Hit::fault))
        .containsExactly("long-running", "lost-response", "long-running");
  }

  @Test
  void aFaultStrikesWhereItIsToldTo() {
    memory.fault(Fault.outage().on("memory::Que*", CREATE, UPDATE).at(2));

    assertThat(cloud.tryCreate("memory::Topic", JOBS, "key-t").failure()).isEmpty();
    assertThat(cloud.tryCreate(QUEUE, JOBS, "key-a").failure()).isEmpty();
    assertThat(deletes()).isTrue();
    assertThat(cloud.refused(QUEUE, map("Name", "b")).kind()).isEqualTo(Kind.TEMPORARY);
    assertThat(cloud.tryCreate(QUEUE, map("Name", "b"), "key-c").failure()).isEmpty();
    assertThat(memory.hits())
        .extracting(Hit::toString)
        .containsExactly("outage struck CREATE memory::Queue of test");
  }

  @Test
  void aFaultStrikesTheResourceThatItIsFor() {
    memory.fault(Fault.outage().onResource("other"));
    assertThat(deletes()).isTrue();

    memory.fault(Fault.outage().onResource("test"));
    assertThat(deletes()).isFalse();
  }

  @Test
  void whenItIsCalmNothingGoesWrongAnyMore() {
    memory.fault(Fault.outage());
    assertThat(deletes()).isFalse();

    memory.calm();

    assertThat(deletes()).isTrue();
  }

  @Test
  void aFaultThatCanStrikeNothingIsRefused() {
    assertThatThrownBy(() -> Fault.quota(1).on(QUEUE, DELETE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("CREATE");
  }

  @Test
  void theRecordTellsOfEveryEffectAndOfNothingElse() {
    cloud.create(QUEUE, JOBS);
    cloud.update(QUEUE, "jobs", JOBS.with("VisibilityTimeout", Value.of(60)));
    cloud.read(QUEUE, "jobs");
    cloud.refused(QUEUE, JOBS);
    memory.tamper(QUEUE, "jobs", old -> old.with("VisibilityTimeout", Value.of(90)));
    cloud.delete(QUEUE, "jobs");
    cloud.delete(QUEUE, "jobs");

    assertThat(memory.effects().stream().map(Effect::operation))
        .containsExactly(CREATE, UPDATE, UPDATE, DELETE);
    assertThat(memory.effects().get(2).idempotencyKey()).isEmpty();
  }

  @Test
  void aLongDeletionIsAnEffectWhenItIsOverWithTheKeyThatItBeganWith() {
    VirtualTime slowly = VirtualTime.stepped();
    MemoryCloud slow = MemoryCloud.builder().time(slowly).speed(1).build();
    Cloud client = Cloud.on(slowly, slow);
    client.create(
        "memory::Database",
        map("Name", "orders", "Engine", "POSTGRES", "AdminPassword", "correct horse"));

    client.tryDelete("memory::Database", "orders");
    assertThat(slow.effects().stream().map(Effect::operation)).containsExactly(CREATE);
    client.pass(Duration.ofMinutes(2));

    assertThat(slow.effects().stream().map(Effect::operation)).containsExactly(CREATE, DELETE);
    assertThat(slow.effects().get(1).idempotencyKey()).startsWith("key-");
  }

  private Failure create(String key) {
    Call<Answer> call = cloud.tryCreate(QUEUE, JOBS, key);
    return call.failure().orElseThrow();
  }

  private boolean deletes() {
    return cloud.tryDelete(QUEUE, "none").failure().isEmpty();
  }

  private List<String> done() {
    return memory.effects().stream()
        .map(effect -> effect.operation() + " " + effect.id() + " " + effect.idempotencyKey())
        .toList();
  }
}
