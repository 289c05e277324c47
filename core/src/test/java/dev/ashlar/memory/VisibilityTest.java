package dev.ashlar.memory;

import static dev.ashlar.memory.Cloud.map;
import static dev.ashlar.schema.Operation.CREATE;
import static dev.ashlar.schema.Operation.READ;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.connector.Findable.Finding.Answer;
import dev.ashlar.connector.call.Found;
import dev.ashlar.connector.call.Observed;
import dev.ashlar.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What was done is seen late, but never later than the type declares. */
@Timeout(20)
class VisibilityTest {
  private static final String ROLE = "memory::Role";
  private static final Duration BOUND = Duration.ofSeconds(5);
  private static final Value.MapValue WORKER = map("Name", "worker", "TrustPolicy", "{}");
  private static final Value MARK = map("ashlar", "lineage/worker");

  private final VirtualTime time = VirtualTime.stepped();
  private final MemoryCloud memory = MemoryCloud.builder().seed(7).time(time).build();
  private final Cloud cloud = Cloud.on(time, memory);

  @Test
  void aReadDoesNotShowANewObjectAtOnceButWithinTheBound() {
    memory.fault(Fault.eventualReads(Duration.ofHours(1)));
    cloud.create(ROLE, WORKER);

    assertThat(cloud.read(ROLE, "worker")).isEmpty();
    assertThat(search()).as("lists are another matter").containsExactly("worker");
    cloud.pass(BOUND);

    assertThat(cloud.read(ROLE, "worker")).isPresent();
  }

  @Test
  void aListDoesNotShowANewObjectAtOnceButWithinTheBound() {
    memory.fault(Fault.eventualLists(BOUND));
    cloud.create(ROLE, WORKER);

    assertThat(search()).isEmpty();
    assertThat(cloud.read(ROLE, "worker")).isPresent();
    cloud.pass(BOUND);

    assertThat(search()).containsExactly("worker");
  }

  @Test
  void aChangedObjectIsShownAsItWasAndADeletedOneAsIfItWereThere() {
    cloud.create(ROLE, WORKER);
    memory.fault(Fault.eventualReads(BOUND), Fault.eventualLists(BOUND));

    cloud.update(ROLE, "worker", WORKER.with("MaxSessionSeconds", Value.of(900)));
    assertThat(seconds(cloud.read(ROLE, "worker"))).contains(Value.of(3600));
    assertThat(seconds(cloud.readAll(ROLE, List.of("worker")).get("worker")))
        .contains(Value.of(3600));
    cloud.pass(BOUND);
    assertThat(seconds(cloud.read(ROLE, "worker"))).contains(Value.of(900));

    cloud.delete(ROLE, "worker");
    assertThat(cloud.read(ROLE, "worker")).isPresent();
    assertThat(search()).containsExactly("worker");
    cloud.pass(BOUND);
    assertThat(cloud.read(ROLE, "worker")).isEmpty();
    assertThat(search()).isEmpty();
  }

  @Test
  void theCloudItselfIsNeverMistaken() {
    memory.fault(Fault.eventualReads(BOUND), Fault.eventualLists(BOUND));
    cloud.create(ROLE, WORKER);

    assertThat(cloud.refused(ROLE, WORKER).kind().outcomeKnown()).isTrue();
    assertThat(memory.objects()).hasSize(1);
  }

  @Test
  void aStaleReadShowsWhatWasAndTheNextOneWhatIs() {
    memory.fault(Fault.stale(BOUND).on(ROLE, READ).times(1));
    cloud.create(ROLE, WORKER);

    assertThat(cloud.read(ROLE, "worker")).isEmpty();
    assertThat(cloud.read(ROLE, "worker")).isPresent();
  }

  @Test
  void aStaleReadIsNoOlderThanItIsTold() {
    memory.fault(Fault.stale(Duration.ofSeconds(2)));
    cloud.create(ROLE, WORKER);
    cloud.pass(Duration.ofSeconds(1));
    cloud.update(ROLE, "worker", WORKER.with("MaxSessionSeconds", Value.of(900)));

    cloud.pass(Duration.ofMillis(1_500));
    assertThat(seconds(cloud.read(ROLE, "worker"))).contains(Value.of(3600));
    cloud.pass(Duration.ofMillis(500));
    assertThat(seconds(cloud.read(ROLE, "worker"))).contains(Value.of(900));
  }

  @Test
  void aTypeThatDeclaresNoBoundIsSeenAtOnce() {
    memory.fault(Fault.eventualReads(BOUND), Fault.eventualLists(BOUND), Fault.stale(BOUND));

    cloud.create("memory::Queue", map("Name", "jobs"));

    assertThat(cloud.read("memory::Queue", "jobs")).isPresent();
    assertThat(memory.hits()).isEmpty();
  }

  @Test
  void untilTheBoundIsOverNobodySaysThatThereIsNothing() {
    Instant sent = time.now();
    memory.fault(Fault.lostResponse().times(1), Fault.eventualLists(BOUND).on(ROLE, CREATE));
    cloud.tryCreate(ROLE, marked(), "key-a");

    Found early = find(sent);
    assertThat(early.answer()).isEqualTo(Answer.NOT_YET);
    assertThat(early.delay()).isEqualTo(BOUND);
    cloud.pass(early.delay());

    Found found = find(sent);
    assertThat(found.answer()).isEqualTo(Answer.FOUND);
    assertThat(found.objects()).extracting(Observed::id).containsExactly("worker");
  }

  @Test
  void afterTheBoundWhatIsNotSeenIsNotThere() {
    Instant sent = time.now();

    assertThat(find(sent).answer()).isEqualTo(Answer.NOT_YET);
    cloud.pass(BOUND);

    assertThat(find(sent).answer()).isEqualTo(Answer.ABSENT);
    assertThat(memory.effects()).isEmpty();
  }

  private static Value.MapValue marked() {
    return WORKER.with("Tags", MARK);
  }

  private Found find(Instant since) {
    return cloud.find(ROLE, marked(), "key-a", MARK, since);
  }

  private List<String> search() {
    return cloud.search(ROLE, map(), 10).stream().map(Observed::id).toList();
  }

  private static Optional<Value> seconds(Optional<Observed> observed) {
    return observed.map(object -> object.properties().get("MaxSessionSeconds"));
  }
}
