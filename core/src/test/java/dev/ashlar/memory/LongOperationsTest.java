package dev.ashlar.memory;

import static dev.ashlar.memory.Cloud.map;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.connector.Failure;
import dev.ashlar.connector.Result;
import dev.ashlar.connector.call.Answer;
import dev.ashlar.schema.Operation;
import dev.ashlar.value.Value;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A database takes minutes, as in real life, and no thread waits for it. */
@Timeout(20)
class LongOperationsTest {
  private static final String DATABASE = "memory::Database";
  private static final Value.MapValue ORDERS =
      map("Name", "orders", "Engine", "POSTGRES", "AdminPassword", "correct horse");

  private final VirtualTime time = VirtualTime.stepped();
  private final MemoryCloud memory = MemoryCloud.builder().time(time).speed(1).build();
  private final Cloud cloud = Cloud.on(time, memory);

  @Test
  void aCreationIsAcceptedAndNamesTheObjectAtOnce() {
    Answer accepted = start();

    assertThat(accepted.state()).isEqualTo(Result.State.IN_PROGRESS);
    assertThat(accepted.id()).contains("orders");
    assertThat(accepted.token()).contains("create:orders");
    assertThat(accepted.delay()).isPositive().isLessThan(Duration.ofMinutes(4));
  }

  @Test
  void itIsDoneAfterItsTime() {
    String token = start().token().orElseThrow();

    cloud.pass(Duration.ofMinutes(4).minusSeconds(1));
    assertThat(resumed(token, Operation.CREATE).state()).isEqualTo(Result.State.IN_PROGRESS);
    cloud.pass(Duration.ofSeconds(1));

    Answer done = resumed(token, Operation.CREATE);
    assertThat(done.state()).isEqualTo(Result.State.DONE);
    assertThat(done.outputs().get("Port")).isEqualTo(Value.of(5432));
    assertThat(done.outputs().get("Endpoint")).isEqualTo(Value.of("orders.database.cloud.test"));
  }

  @Test
  void whoWaitsAsLongAsToldGetsThereInAFewLooks() {
    Answer done = cloud.create(DATABASE, ORDERS);

    assertThat(done.state()).isEqualTo(Result.State.DONE);
    assertThat(time.elapsed()).isEqualTo(Duration.ofMinutes(4));
  }

  @Test
  void askingAgainAfterTheEndIsFine() {
    String token = start().token().orElseThrow();
    cloud.pass(Duration.ofMinutes(5));

    assertThat(resumed(token, Operation.CREATE)).isEqualTo(resumed(token, Operation.CREATE));
  }

  @Test
  void theSameKeyFindsTheOperationUnderWay() {
    Answer first = Cloud.answer(cloud.tryCreate(DATABASE, ORDERS, "key-a"));
    Answer again = Cloud.answer(cloud.tryCreate(DATABASE, ORDERS, "key-a"));

    assertThat(again.token()).isEqualTo(first.token());
    assertThat(memory.objects()).hasSize(1);
  }

  @Test
  void whileOneOperationIsUnderWayNoOtherBegins() {
    start();

    Failure update =
        cloud
            .tryUpdate(DATABASE, "orders", ORDERS.with("BackupDays", Value.of(1)))
            .failure()
            .orElseThrow();
    Failure delete = cloud.tryDelete(DATABASE, "orders").failure().orElseThrow();

    assertThat(update.kind()).isEqualTo(Failure.Kind.CONFLICT);
    assertThat(update.retryAfter()).isPresent();
    assertThat(delete.kind()).isEqualTo(Failure.Kind.CONFLICT);
  }

  @Test
  void anUpdateTakesItsTimeToo() {
    cloud.create(DATABASE, ORDERS);

    Answer changed = cloud.update(DATABASE, "orders", ORDERS.with("BackupDays", Value.of(1)));

    assertThat(changed.state()).isEqualTo(Result.State.DONE);
    assertThat(time.elapsed()).isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void aDeletionTakesItsTimeAndThenTheNameIsFree() {
    cloud.create(DATABASE, ORDERS);

    Answer accepted = Cloud.answer(cloud.tryDelete(DATABASE, "orders"));
    assertThat(accepted.state()).isEqualTo(Result.State.IN_PROGRESS);
    assertThat(cloud.read(DATABASE, "orders")).isPresent();
    cloud.pass(Duration.ofMinutes(2));

    assertThat(cloud.read(DATABASE, "orders")).isEmpty();
    assertThat(resumed(accepted.token().orElseThrow(), Operation.DELETE).state())
        .isEqualTo(Result.State.DELETED);
    assertThat(start().state()).isEqualTo(Result.State.IN_PROGRESS);
  }

  @Test
  void aTokenThatNeverWasIsRefused() {
    assertThat(
            cloud.tryResume(DATABASE, "no token", Operation.CREATE).failure().orElseThrow().kind())
        .isEqualTo(Failure.Kind.INVALID);
    assertThat(
            cloud
                .tryResume(DATABASE, "create:other", Operation.CREATE)
                .failure()
                .orElseThrow()
                .kind())
        .isEqualTo(Failure.Kind.NOT_FOUND);
  }

  @Test
  void byDefaultTheCloudIsAThousandTimesFaster() {
    MemoryCloud fast = MemoryCloud.builder().time(time).build();

    Cloud.on(time, fast).create(DATABASE, ORDERS);

    assertThat(time.elapsed()).isEqualTo(Duration.ofMillis(240));
  }

  @Test
  void everyAnswerTakesItsLatency() {
    MemoryCloud far = MemoryCloud.builder().time(time).latency(Duration.ofMillis(80)).build();
    Cloud distant = Cloud.on(time, far);

    distant.create("memory::Value", map());
    assertThat(time.elapsed()).isEqualTo(Duration.ofMillis(80));
    distant.search("memory::Value", map(), 10);
    assertThat(time.elapsed()).isEqualTo(Duration.ofMillis(160));
  }

  private Answer start() {
    return Cloud.answer(cloud.tryCreate(DATABASE, ORDERS, cloud.key()));
  }

  private Answer resumed(String token, Operation operation) {
    return Cloud.answer(cloud.tryResume(DATABASE, token, operation));
  }
}
