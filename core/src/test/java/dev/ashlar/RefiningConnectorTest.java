package dev.ashlar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.connector.PlanRefining;
import dev.ashlar.connector.Provider;
import dev.ashlar.connector.ProviderSession;
import dev.ashlar.connector.Reading;
import dev.ashlar.connector.Result;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.diagnostic.Source;
import dev.ashlar.plan.Action;
import dev.ashlar.plan.Plan;
import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.Catalog;
import dev.ashlar.schema.OnUnset;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.ResourceType;
import dev.ashlar.schema.Shape;
import dev.ashlar.value.Bytes;
import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import dev.ashlar.value.ValuePath;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** A connector that knows more at plan time than its schema says. */
class RefiningConnectorTest {
  private static final ResourceSchema SCHEMA =
      ResourceSchema.builder("test::Volume")
          .addProperty(Attribute.of("Size", Shape.Primitive.STRING))
          .addProperty(
              Attribute.builder("Tier", Shape.Primitive.STRING).onUnset(OnUnset.KEEP).build())
          .addOutput(Attribute.of("Path", Shape.Primitive.STRING))
          .build();

  private interface Rule {
    Refining.Refinement refine(Refining.RefineRequest request);
  }

  private record Refining(Map<String, MapValue> volumes, Rule rule)
      implements PlanRefining<MapValue, MapValue> {
    @Override
    public ResourceType<MapValue, MapValue> type() {
      return ResourceType.of(SCHEMA);
    }

    @Override
    public CompletionStage<Refinement> refine(RefineRequest request) {
      return CompletableFuture.completedFuture(rule.refine(request));
    }

    @Override
    public CompletionStage<Result<MapValue>> create(CreateRequest<MapValue> request) {
      return done("v1", request.spec());
    }

    @Override
    public CompletionStage<Reading<MapValue, MapValue>> read(
        ReadRequest<MapValue, MapValue> request) {
      MapValue there = volumes.get(request.id());
      return CompletableFuture.completedFuture(
          there == null ? Reading.absent() : Reading.found(request.id(), there, outputs()));
    }

    @Override
    public CompletionStage<Result<MapValue>> update(UpdateRequest<MapValue, MapValue> request) {
      return done(request.id(), request.spec());
    }

    @Override
    public CompletionStage<Result<MapValue>> delete(DeleteRequest<MapValue, MapValue> request) {
      volumes.remove(request.id());
      return CompletableFuture.completedFuture(Result.deleted());
    }

    private CompletionStage<Result<MapValue>> done(String id, MapValue spec) {
      volumes.put(id, spec);
      return CompletableFuture.completedFuture(Result.done(id, outputs()));
    }

    private static MapValue outputs() {
      return Value.map(Map.of("Path", Value.of("/volumes/1")));
    }
  }

  private record Volumes(Refining connector) implements Provider {
    @Override
    public Descriptor descriptor() {
      return Descriptor.of("test", "1.0").owning("test::");
    }

    @Override
    public Catalog catalog() {
      return Catalog.of(List.of(SCHEMA));
    }

    @Override
    public ProviderSession open(OpenRequest request) {
      return ProviderSession.of(connector);
    }
  }

  private static Ashlar engine(Rule rule) {
    return Ashlar.builder()
        .addProvider(new Volumes(new Refining(new ConcurrentHashMap<>(), rule)))
        .build();
  }

  private static Workspace open(Ashlar ashlar, String size) {
    Blueprint blueprint =
        Blueprint.read(
                Source.text(
                    "v.yaml",
                    """
                    apiVersion: ashlar.dev/v1
                    kind: Blueprint
                    metadata: { name: v, version: 1.0.0 }
                    resources:
                      disk: { type: test::Volume, properties: { Size: "%s" } }
                    """
                        .formatted(size)))
            .orThrow();
    return ashlar.open(Environment.of("v", blueprint));
  }

  private static PlanRefining.Refinement tiered(PlanRefining.RefineRequest request) {
    boolean big = request.declared().get("Size").equals(Value.of("big"));
    Set<ValuePath> replace =
        request.prior().isPresent()
                && !request.prior().get().get("Size").equals(request.declared().get("Size"))
            ? Set.of(ValuePath.of("Size"))
            : Set.of();
    return new PlanRefining.Refinement(
        request.proposed().with("Tier", Value.of(big ? "fast" : "slow")),
        replace,
        Set.of(),
        Bytes.EMPTY,
        List.of());
  }

  @Test
  void makesAnUnknownKnownInThePlan() {
    try (Ashlar ashlar = engine(RefiningConnectorTest::tiered)) {
      Plan plan = open(ashlar, "big").plan().join();
      assertThat(plan.diagnostics()).isEmpty();
      assertThat(plan.changes().get(0).planned().get("Tier")).isEqualTo(Value.of("fast"));
    }
  }

  @Test
  void saysThatAChangeIsAReplacementHere() {
    try (Ashlar ashlar = engine(RefiningConnectorTest::tiered)) {
      Workspace small = open(ashlar, "small");
      assertThat(small.apply(small.plan().join()).outcome().join().summary())
          .isEqualTo("succeeded: 1 created");
      assertThat(small.plan().join().isEmpty()).isTrue();
      Plan plan = open(ashlar, "big").plan().join();
      assertThat(plan.summary()).isEqualTo(Map.of(Action.REPLACE, 1));
    }
  }

  @Test
  void isNamedWhereItChangesWhatTheUserDeclared() {
    try (Ashlar ashlar =
        engine(
            request ->
                PlanRefining.Refinement.of(request.proposed().with("Size", Value.of("other"))))) {
      Plan plan = open(ashlar, "big").plan().join();
      assertThat(plan.hasErrors()).isTrue();
      assertThat(plan.diagnostics())
          .filteredOn(Diagnostic::isError)
          .allSatisfy(problem -> assertThat(problem.detail()).contains("test::Volume"));
    }
  }
}
