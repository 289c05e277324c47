package dev.ashlar.memory;

import static dev.ashlar.memory.Cloud.map;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.connector.call.Answer;
import dev.ashlar.schema.Catalog;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.validation.Validator;
import dev.ashlar.value.Value;
import org.junit.jupiter.api.Test;

/** What the cloud makes up looks real, fits the schema, and is the same at every run. */
class OutputsTest {
  @Test
  void outputsLookAsOneKnowsThem() {
    Answer queue = cloud(1).create("memory::Queue", map("Name", "jobs"));

    assertThat(queue.outputs().get("Arn"))
        .isEqualTo(Value.of("arn:memory:local-1:000000000000:queue/jobs"));
    assertThat(queue.outputs().get("Url")).isEqualTo(Value.of("https://jobs.queue.cloud.test"));
  }

  @Test
  void equalSeedsAndRequestsGiveEqualObjects() {
    assertThat(network(1)).isEqualTo(network(1));
    assertThat(network(1).id()).isNotEqualTo(network(2).id());
  }

  @Test
  void theOrderOfRequestsDoesNotMatter() {
    Cloud one = cloud(1);
    Cloud two = cloud(1);
    String first = id(one, "key-a");
    id(one, "key-b");
    id(two, "key-b");

    assertThat(id(two, "key-a")).isEqualTo(first);
  }

  @Test
  void aStableOutputSurvivesAnUpdateAndAVolatileOneDoesNot() {
    Cloud cloud = cloud(1);
    Answer made = cloud.create("memory::Queue", map("Name", "jobs"));

    Answer changed =
        cloud.update("memory::Queue", "jobs", map("Name", "jobs", "VisibilityTimeout", 1));

    assertThat(changed.outputs().get("Arn")).isEqualTo(made.outputs().get("Arn"));
    assertThat(changed.outputs().get("Depth")).isNotEqualTo(made.outputs().get("Depth"));
  }

  @Test
  void anOutputThatHangsOnAPropertyChangesWithItOnly() {
    Cloud cloud = cloud(1);
    Value.MapValue policy = map("Name", "read", "Document", "{\"a\":1}");
    Value before = cloud.create("memory::Policy", policy).outputs().get("VersionId");

    Value tagged =
        cloud
            .update("memory::Policy", "read", policy.with("Tags", map("a", "b")))
            .outputs()
            .get("VersionId");
    Value inOtherWords =
        cloud
            .update("memory::Policy", "read", policy.with("Document", Value.of("{ \"a\": 1 }")))
            .outputs()
            .get("VersionId");
    Value rewritten =
        cloud
            .update("memory::Policy", "read", policy.with("Document", Value.of("{\"a\":2}")))
            .outputs()
            .get("VersionId");

    assertThat(tagged).isEqualTo(before);
    assertThat(inOtherWords).isEqualTo(before);
    assertThat(rewritten).isNotEqualTo(before);
  }

  @Test
  void everyOutputOfEveryTypeIsThereAndFitsItsSchema() {
    MemoryCloud memory = MemoryCloud.create();
    Landscape.build(Cloud.of(memory));
    Catalog catalog = memory.catalog();

    assertThat(memory.objects()).extracting(CloudObject::type).containsAll(catalog.types());
    for (CloudObject object : memory.objects()) {
      ResourceSchema schema = catalog.schema(object.type()).orElseThrow();
      assertThat(Validator.checkOutputs(schema, object.outputs())).as(object.type()).isEmpty();
      assertThat(object.outputs().entries())
          .containsOnlyKeys(schema.outputs().keySet().toArray(String[]::new));
    }
  }

  private static Cloud cloud(long seed) {
    return Cloud.of(MemoryCloud.builder().seed(seed).build());
  }

  private static Answer network(long seed) {
    return Cloud.answer(
        cloud(seed).tryCreate("memory::Network", map("CidrBlock", "10.0.0.0/16"), "key"));
  }

  private static String id(Cloud cloud, String key) {
    return Cloud.answer(cloud.tryCreate("memory::Key", map(), key)).id().orElseThrow();
  }
}
