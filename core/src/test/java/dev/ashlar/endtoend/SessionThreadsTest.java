package dev.ashlar.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.Ashlar;
import dev.ashlar.PlanningSession;
import dev.ashlar.PlanningSession.Preview;
import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.blueprint.Edit;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.connector.PlanRefining;
import dev.ashlar.connector.Provider;
import dev.ashlar.connector.ProviderSession;
import dev.ashlar.connector.Reading;
import dev.ashlar.connector.Result;
import dev.ashlar.diagnostic.Source;
import dev.ashlar.memory.MemoryCloud;
import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.Catalog;
import dev.ashlar.schema.OnUnset;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.ResourceType;
import dev.ashlar.schema.Shape;
import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who edits when, and who hears of it. */
class SessionThreadsTest {
  private static final String HEAD =
      "apiVersion: ashlar.dev/v1\nkind: Blueprint\nmetadata: { name: shop }\nresources:\n";

  private static Environment environment(String resources) {
    return Environment.of(
        "shop", Blueprint.read(Source.text("shop.yaml", HEAD + resources)).orThrow());
  }

  @Test
  void editsOfManyThreadsAreAllTakenAndEveryoneIsAnswered() {
    StringBuilder resources = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      resources.append("  r").append(i).append(": { type: memory::Value, properties: {} }\n");
    }
    try (Ashlar ashlar = Ashlar.builder().addProvider(MemoryCloud.create()).build()) {
      PlanningSession session = ashlar.open(environment(resources.toString())).edit().join();
      List<CompletableFuture<Void>> editors =
          IntStream.range(0, 8)
              .mapToObj(i -> CompletableFuture.runAsync(() -> draw(session, "r" + i)))
              .toList();
      editors.forEach(CompletableFuture::join);
      Preview last = session.preview();
      assertThat(last.plan().changes())
          .hasSize(8)
          .allMatch(change -> change.planned().get("input").equals(Value.of(39)));
      assertThat(last.plan().toJson())
          .isEqualTo(ashlar.open(last.environment()).plan().join().toJson());
    }
  }

  private static void draw(PlanningSession session, String resource) {
    for (int i = 0; i < 40; i++) {
      Preview preview = session.edit(Edit.set(resource, "input", Value.of(i))).join();
      assertThat(preview.plan().hasErrors()).isFalse();
    }
  }

  /** A connector that takes its time to complete plans. */
  private static final class Slow implements Provider, PlanRefining<MapValue, MapValue> {
    private static final ResourceSchema SCHEMA =
        ResourceSchema.builder("slow::Thing")
            .addProperty(Attribute.of("Text", Shape.Primitive.STRING))
            .addProperty(
                Attribute.builder("Tier", Shape.Primitive.STRING).onUnset(OnUnset.KEEP).build())
            .build();

    final BlockingQueue<Runnable> asked = new LinkedBlockingQueue<>();

    @Override
    public Descriptor descriptor() {
      return Descriptor.of("slow", "1.0.0").owning("slow::");
    }

    @Override
    public Catalog catalog() {
      return Catalog.of(List.of(SCHEMA));
    }

    @Override
    public ProviderSession open(OpenRequest request) {
      return ProviderSession.of(this);
    }

    @Override
    public ResourceType<MapValue, MapValue> type() {
      return ResourceType.of(SCHEMA);
    }

    @Override
    public CompletionStage<Refinement> refine(RefineRequest request) {
      CompletableFuture<Refinement> later = new CompletableFuture<>();
      asked.add(
          () -> later.complete(Refinement.of(request.proposed().with("Tier", Value.of("slow")))));
      return later;
    }

    void answer() throws InterruptedException {
      Runnable question = asked.poll(20, TimeUnit.SECONDS);
      assertThat(question).isNotNull();
      question.run();
    }

    @Override
    public CompletionStage<Result<MapValue>> create(CreateRequest<MapValue> request) {
      return CompletableFuture.completedFuture(Result.done("1", MapValue.EMPTY));
    }

    @Override
    public CompletionStage<Reading<MapValue, MapValue>> read(
        ReadRequest<MapValue, MapValue> request) {
      return CompletableFuture.completedFuture(Reading.absent());
    }

    @Override
    public CompletionStage<Result<MapValue>> update(UpdateRequest<MapValue, MapValue> request) {
      return CompletableFuture.completedFuture(Result.done("1", MapValue.EMPTY));
    }

    @Override
    public CompletionStage<Result<MapValue>> delete(DeleteRequest<MapValue, MapValue> request) {
      return CompletableFuture.completedFuture(Result.deleted());
    }
  }

  @Test
  void anOvertakenEditIsAnsweredWithTheNewerPreview() throws InterruptedException {
    Slow slow = new Slow();
    try (Ashlar ashlar =
        Ashlar.builder().addProvider(slow).addProvider(MemoryCloud.create()).build()) {
      PlanningSession session =
          ashlar
              .open(environment("  quick: { type: memory::Value, properties: { input: 1 } }\n"))
              .edit()
              .join();
      List<CompletableFuture<Preview>> edits = new ArrayList<>();
      edits.add(
          session.edit(
              Edit.add(
                  environment("  thing: { type: slow::Thing, properties: { Text: a } }\n")
                      .blueprint()
                      .resources()
                      .get("thing"))));
      assertThat(edits.get(0)).isNotDone();
      edits.add(session.edit(Edit.remove("thing"), Edit.set("quick", "input", Value.of(2))));
      assertThat(edits).allSatisfy(edit -> assertThat(edit).succeedsWithin(Duration.ofSeconds(20)));
      assertThat(edits.get(0).join()).isSameAs(edits.get(1).join());
      assertThat(edits.get(0).join().blueprint().resources()).containsOnlyKeys("quick");
      slow.answer();
      assertThat(session.preview()).isSameAs(edits.get(1).join());
    }
  }

  @Test
  void whatAConnectorSaysComesWithTheNextPreview() throws InterruptedException {
    Slow slow = new Slow();
    try (Ashlar ashlar = Ashlar.builder().addProvider(slow).build()) {
      PlanningSession session = ashlar.open(environment("  {}\n")).edit().join();
      CompletableFuture<Preview> edit =
          session.edit(
              Edit.add(
                  environment("  thing: { type: slow::Thing, properties: { Text: a } }\n")
                      .blueprint()
                      .resources()
                      .get("thing")));
      assertThat(edit).isNotDone();
      slow.answer();
      assertThat(edit.join().plan().changes().get(0).planned().get("Tier"))
          .isEqualTo(Value.of("slow"));
    }
  }
}
