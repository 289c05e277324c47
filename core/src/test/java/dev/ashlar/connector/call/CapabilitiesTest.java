package dev.ashlar.connector.call;

import static dev.ashlar.connector.call.Behaviour.ENVELOPE;
import static dev.ashlar.connector.call.Behaviour.OUTPUTS;
import static dev.ashlar.connector.call.Behaviour.SPEC;
import static java.util.concurrent.CompletableFuture.completedFuture;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.connector.BatchReadable;
import dev.ashlar.connector.Failure;
import dev.ashlar.connector.Findable;
import dev.ashlar.connector.PlanRefining;
import dev.ashlar.connector.Reading;
import dev.ashlar.connector.Result;
import dev.ashlar.connector.Resumable;
import dev.ashlar.connector.Searchable;
import dev.ashlar.connector.Upgradable;
import dev.ashlar.connector.session.OpenConnector;
import dev.ashlar.memory.VirtualTime;
import dev.ashlar.schema.Operation;
import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a connector can do beyond the four operations is contained in the same way. */
@Timeout(20)
class CapabilitiesTest {
  private static final Reading<MapValue, MapValue> READING = Reading.found("q-1", SPEC, OUTPUTS);

  private final VirtualTime time = VirtualTime.create();
  private final ConnectorCalls calls = new ConnectorCalls(time, time, note -> {});
  private final Able able = new Able();
  private final OpenConnector<MapValue, MapValue> on = Behaviour.open(able);
  private final OpenConnector<MapValue, MapValue> plain =
      Behaviour.mutating(() -> completedFuture(Result.done("q-1", OUTPUTS)));

  @Test
  void anOperationThatGoesOnCanBeAskedAfter() {
    able.result = Result.inProgress("token", Duration.ofSeconds(5), "q-1");

    Answer created = calls.create(on, ENVELOPE, SPEC).join().answer().orElseThrow();
    assertThat(created.state()).isEqualTo(Result.State.IN_PROGRESS);
    assertThat(created.token()).contains("token");
    assertThat(created.delay()).isEqualTo(Duration.ofSeconds(5));
    assertThat(created.isFinal()).isFalse();

    able.result = Result.done("q-1", OUTPUTS);
    Answer resumed =
        calls
            .resume(on, ENVELOPE, "token", Operation.CREATE, SPEC, Optional.of("q-1"))
            .join()
            .answer()
            .orElseThrow();
    assertThat(resumed.isFinal()).isTrue();
    assertThat(able.asked).isEqualTo("token CREATE q-1");
  }

  @Test
  void whoCannotBeAskedAfterLeavesTheOperationInDoubt() {
    Call<Answer> call =
        calls.resume(plain, ENVELOPE, "t", Operation.CREATE, SPEC, Optional.empty()).join();

    assertThat(call.failure().orElseThrow().kind()).isEqualTo(Failure.Kind.IN_DOUBT);
  }

  @Test
  void aNegativeDelayBreaksTheContract() {
    able.result = Result.inProgress("token", Duration.ofSeconds(-1));

    assertThat(detail(calls.create(on, ENVELOPE, SPEC).join()))
        .contains("a delay that cannot be waited");
  }

  @Test
  void whatASearchAfterACrashFindsComesAsValues() {
    able.finding = Findable.Finding.found(List.of(READING));

    Found found = calls.find(on, ENVELOPE, SPEC, Value.NULL).join().answer().orElseThrow();

    assertThat(found.answer()).isEqualTo(Findable.Finding.Answer.FOUND);
    assertThat(found.objects())
        .containsExactly(new Observed("q-1", SPEC, OUTPUTS, Optional.empty()));
  }

  @Test
  void anAbsentObjectAmongTheFoundBreaksTheContract() {
    able.finding = Findable.Finding.found(List.of(Reading.absent()));

    assertThat(detail(calls.find(on, ENVELOPE, SPEC, Value.NULL).join()))
        .contains("found an absent object");
  }

  @Test
  void aSearchIsCutToItsLimit() {
    able.readings = List.of(READING, READING, READING);

    assertThat(calls.search(on, ENVELOPE, SPEC, 2).join().answer().orElseThrow()).hasSize(2);
  }

  @Test
  void whatIsWrongWithOneObjectOfABatchIsToldOfThatOne() {
    able.batch.put("q-1", READING);
    able.batch.put("q-2", Reading.found("q-2", SPEC.with("Nam", Value.of(1)), OUTPUTS));
    able.batch.put("q-3", Reading.absent());
    able.batch.put("q-9", READING);

    Map<String, Call<Optional<Observed>>> objects =
        calls
            .readAll(on, List.of(item("q-1"), item("q-2"), item("q-3"), item("q-4")))
            .join()
            .answer()
            .orElseThrow()
            .objects();

    assertThat(objects).containsOnlyKeys("q-1", "q-2", "q-3");
    assertThat(objects.get("q-1").answer().orElseThrow()).isPresent();
    assertThat(detail(objects.get("q-2"))).contains("gave Nam");
    assertThat(objects.get("q-3").answer().orElseThrow()).isEmpty();
  }

  @Test
  void aRefinementIsHandedOn() {
    assertThat(
            calls
                .refine(on, ENVELOPE, SPEC, Optional.empty(), SPEC)
                .join()
                .answer()
                .orElseThrow()
                .planned())
        .isEqualTo(SPEC);
  }

  @Test
  void anUpgradeIsCheckedAgainstTheNewSchema() {
    Upgradable.Upgraded upgraded =
        calls.upgrade(on, ENVELOPE, 1, SPEC, OUTPUTS).join().answer().orElseThrow();
    assertThat(upgraded.properties()).isEqualTo(SPEC);

    Call<Upgradable.Upgraded> broken =
        calls.upgrade(on, ENVELOPE, 1, SPEC.with("Old", Value.of(1)), OUTPUTS).join();
    assertThat(detail(broken)).contains("gave Old, which its schema does not declare");
  }

  @Test
  void whatAConnectorCannotDoIsAFailureAndNoException() {
    assertThat(calls.find(plain, ENVELOPE, SPEC, Value.NULL).join().failure()).isPresent();
    assertThat(calls.search(plain, ENVELOPE, SPEC, 1).join().failure()).isPresent();
    assertThat(calls.readAll(plain, List.of(item("q-1"))).join().failure()).isPresent();
    assertThat(calls.upgrade(plain, ENVELOPE, 1, SPEC, OUTPUTS).join().failure()).isPresent();
    assertThat(calls.refine(plain, ENVELOPE, SPEC, Optional.empty(), SPEC).join().failure())
        .isPresent();
  }

  @Test
  void nullInPlaceOfAnyAnswerBreaksTheContract() {
    able.finding = null;
    able.readings = null;
    able.batch = null;

    assertThat(detail(calls.find(on, ENVELOPE, SPEC, Value.NULL).join())).contains("null");
    assertThat(detail(calls.search(on, ENVELOPE, SPEC, 1).join())).contains("null");
    assertThat(detail(calls.readAll(on, List.of(item("q-1"))).join())).contains("null");
  }

  private static BatchItem item(String id) {
    return new BatchItem(ENVELOPE, id, Optional.of(SPEC));
  }

  private static String detail(Call<?> call) {
    assertThat(call.diagnostics()).hasSize(1);
    return call.diagnostics().get(0).detail();
  }

  /** A connector that can do everything there is. */
  private static final class Able extends Behaviour
      implements Resumable<MapValue, MapValue>,
          Findable<MapValue, MapValue>,
          Searchable<MapValue, MapValue>,
          BatchReadable<MapValue, MapValue>,
          PlanRefining<MapValue, MapValue>,
          Upgradable<MapValue, MapValue> {
    private Result<MapValue> result = Result.deleted();
    private Finding<MapValue, MapValue> finding = Finding.absent();
    private List<Reading<MapValue, MapValue>> readings = List.of();
    private Map<String, Reading<MapValue, MapValue>> batch = new HashMap<>();
    private String asked = "";

    Able() {
      super(CompletableFuture::new, CompletableFuture::new);
    }

    @Override
    public CompletionStage<Result<MapValue>> create(CreateRequest<MapValue> request) {
      return completedFuture(result);
    }

    @Override
    public CompletionStage<Result<MapValue>> resume(ResumeRequest<MapValue> request) {
      asked = request.token() + " " + request.operation() + " " + request.id().orElse("");
      return completedFuture(result);
    }

    @Override
    public CompletionStage<Finding<MapValue, MapValue>> find(FindRequest<MapValue> request) {
      return completedFuture(finding);
    }

    @Override
    public CompletionStage<List<Reading<MapValue, MapValue>>> search(SearchRequest request) {
      return completedFuture(readings);
    }

    @Override
    public int batchLimit() {
      return 10;
    }

    @Override
    public CompletionStage<Map<String, Reading<MapValue, MapValue>>> readAll(
        BatchReadRequest<MapValue, MapValue> request) {
      return completedFuture(batch);
    }

    @Override
    public CompletionStage<Refinement> refine(RefineRequest request) {
      return completedFuture(Refinement.of(request.proposed()));
    }

    @Override
    public Upgraded upgrade(UpgradeRequest request) {
      return new Upgraded(request.properties(), request.outputs());
    }
  }
}
