package dev.ashlar.memory;

import static dev.ashlar.memory.Cloud.map;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.connector.Findable.Finding.Answer;
import dev.ashlar.connector.call.Found;
import dev.ashlar.connector.call.Observed;
import dev.ashlar.value.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Objects are found by their attributes, and after a crash by key, mark or identity. */
class SearchTest {
  private static final String KEY = "memory::Key";
  private static final Value MARK = map("ashlar", "lineage/orders");

  private final Cloud cloud = Cloud.of(MemoryCloud.create());

  @Test
  void aSearchFindsWhatIsEqualInAllAttributesAsked() {
    cloud.create("memory::Zone", map("Name", "acme.test.", "Comment", "ours"));
    cloud.create("memory::Zone", map("Name", "other.test.", "Comment", "ours"));

    assertThat(search("memory::Zone", map("Comment", "ours"), 10)).hasSize(2);
    assertThat(search("memory::Zone", map("Comment", "ours", "Name", "acme.test."), 10)).hasSize(1);
    assertThat(search("memory::Zone", map("Name", "none.test."), 10)).isEmpty();
  }

  @Test
  void aSearchTakesOutputsAndTheIdentifierToo() {
    Value arn = cloud.create("memory::Queue", map("Name", "jobs")).outputs().get("Arn");

    assertThat(search("memory::Queue", map("Arn", arn), 1)).containsExactly("jobs");
    assertThat(search("memory::Queue", map("id", "jobs"), 1)).containsExactly("jobs");
  }

  @Test
  void aSearchAnswersInAStableOrderAndNoMoreThanAsked() {
    for (String name : List.of("c", "a", "b")) {
      cloud.create("memory::Queue", map("Name", name));
    }

    assertThat(search("memory::Queue", map(), 2)).containsExactly("a", "b");
  }

  @Test
  void theKeyFindsWhatItMade() {
    cloud.tryCreate(KEY, map("Description", "a"), "key-a");
    cloud.tryCreate(KEY, map("Description", "a"), "key-b");

    Found found = cloud.find(KEY, map("Description", "a"), "key-b", Value.NULL);

    assertThat(found.answer()).isEqualTo(Answer.FOUND);
    assertThat(found.objects()).hasSize(1);
  }

  @Test
  void theMarkFindsWhatCarriesIt() {
    String id = cloud.id(KEY, map("Tags", map("ashlar", "lineage/orders", "team", "a")));
    cloud.create(KEY, map("Tags", map("ashlar", "lineage/other")));

    Found found = cloud.find(KEY, map(), "another key", MARK);

    assertThat(found.objects()).extracting(Observed::id).containsExactly(id);
  }

  @Test
  void theMarkIsFoundInAListOfTagsToo() {
    Value tag = map("Key", "ashlar", "Value", "lineage/orders");
    cloud.create("memory::Bucket", map("Name", "mine", "Tags", List.of(tag)));
    cloud.create("memory::Bucket", map("Name", "theirs"));

    assertThat(cloud.find("memory::Bucket", map(), "k", tag).objects())
        .extracting(Observed::id)
        .containsExactly("mine");
    assertThat(cloud.find("memory::Bucket", map(), "k", Value.list(tag)).objects()).hasSize(1);
  }

  @Test
  void whatHasAnotherMarkIsNotMineThoughItHasMyName() {
    cloud.create("memory::Queue", map("Name", "jobs", "Tags", map("ashlar", "lineage/other")));

    assertThat(cloud.find("memory::Queue", map("Name", "jobs"), "k", MARK).answer())
        .isEqualTo(Answer.ABSENT);
  }

  @Test
  void whereThereIsNoMarkTheIdentityFinds() {
    String key = cloud.id(KEY, map());
    cloud.create("memory::Alias", map("Name", "orders", "TargetKeyId", key));

    assertThat(
            cloud
                .find("memory::Alias", map("Name", "orders", "TargetKeyId", key), "k", Value.NULL)
                .objects())
        .extracting(Observed::id)
        .containsExactly("orders");
  }

  @Test
  void whatWasNeverMadeIsAbsentForSure() {
    assertThat(cloud.find(KEY, map(), "never used", MARK).answer()).isEqualTo(Answer.ABSENT);
  }

  private List<String> search(String type, Value.MapValue where, int limit) {
    return cloud.search(type, where, limit).stream().map(Observed::id).toList();
  }
}
