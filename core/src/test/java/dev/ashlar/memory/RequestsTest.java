package dev.ashlar.memory;

import static dev.ashlar.memory.Cloud.map;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.connector.Failure;
import dev.ashlar.connector.call.Answer;
import dev.ashlar.connector.call.Call;
import dev.ashlar.connector.call.Observed;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValueType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the cloud takes, and what it refuses. */
class RequestsTest {
  private static final String QUEUE = "memory::Queue";

  private final VirtualTime time = VirtualTime.stepped();
  private final MemoryCloud memory = MemoryCloud.builder().time(time).build();
  private final Cloud cloud = Cloud.on(time, memory);

  @Test
  void allViolationsOfTheSchemaAreSaidAtOnce() {
    Failure why =
        cloud.refused(QUEUE, map("Name", "no blanks", "VisibilityTimeout", 99_999, "Colour", "x"));

    assertThat(why.kind()).isEqualTo(Failure.Kind.INVALID);
    assertThat(why.detail()).contains("Name").contains("VisibilityTimeout").contains("Colour");
    assertThat(memory.objects()).isEmpty();
  }

  @Test
  void whatIsRequiredMustBeThere() {
    assertThat(cloud.refused("memory::Network", map()).detail()).contains("CidrBlock");
  }

  @Test
  void anEnumTakesItsValuesOnly() {
    assertThat(cloud.refused("memory::Bucket", map("Name", "abc", "Versioning", "MAYBE")).detail())
        .contains("Versioning");
  }

  @Test
  void defaultsAreFilledInAsARealCloudDoes() {
    cloud.create(QUEUE, map("Name", "q"));

    assertThat(cloud.read(QUEUE, "q").orElseThrow().properties())
        .isEqualTo(
            map(
                "Name", "q",
                "Fifo", false,
                "VisibilityTimeout", 30,
                "RetentionSeconds", 345_600,
                "MaxMessageBytes", 262_144));
  }

  @Test
  void defaultsInsideAnObjectAreFilledInToo() {
    Value arn = cloud.create(QUEUE, map("Name", "dead")).outputs().get("Arn");

    cloud.create(QUEUE, map("Name", "q", "DeadLetter", map("QueueArn", arn)));

    assertThat(cloud.read(QUEUE, "q").orElseThrow().properties().get("DeadLetter"))
        .isEqualTo(map("QueueArn", arn, "MaxReceives", 5));
  }

  @Test
  void twoObjectsDoNotHaveOneIdentity() {
    cloud.create(QUEUE, map("Name", "q"));

    Failure why = cloud.refused(QUEUE, map("Name", "q"));

    assertThat(why.kind()).isEqualTo(Failure.Kind.ALREADY_EXISTS);
    assertThat(memory.objects()).hasSize(1);
  }

  @Test
  void aNameIsFreeAgainWhenItsObjectIsGone() {
    cloud.create(QUEUE, map("Name", "q"));
    cloud.delete(QUEUE, "q");

    assertThat(cloud.create(QUEUE, map("Name", "q")).id()).contains("q");
  }

  @Test
  void theSameKeyIsTheSameObject() {
    Call<Answer> first = cloud.tryCreate("memory::Key", map("Description", "a"), "key-a");
    Call<Answer> again = cloud.tryCreate("memory::Key", map("Description", "a"), "key-a");
    Call<Answer> other = cloud.tryCreate("memory::Key", map("Description", "a"), "key-b");

    assertThat(again.answer().orElseThrow().id()).isEqualTo(first.answer().orElseThrow().id());
    assertThat(other.answer().orElseThrow().id()).isNotEqualTo(first.answer().orElseThrow().id());
    assertThat(memory.objects()).hasSize(2);
  }

  @Test
  void aRequestThatComesAgainLateMakesNothingOnceItsObjectIsDeleted() {
    String id =
        cloud.tryCreate("memory::Key", map(), "key-a").answer().orElseThrow().id().orElseThrow();
    memory.remove("memory::Key", id);

    Call<Answer> late = cloud.tryCreate("memory::Key", map(), "key-a");

    assertThat(late.failure().orElseThrow().kind()).isEqualTo(Failure.Kind.INVALID);
    assertThat(memory.objects()).isEmpty();
  }

  @Test
  void aKeyIsForgottenWhenItsHorizonIsOver() {
    Call<Answer> first = cloud.tryCreate("memory::Key", map(), "key-a");
    time.advance(Duration.ofHours(25));
    Call<Answer> second = cloud.tryCreate("memory::Key", map(), "key-a");

    assertThat(second.answer().orElseThrow().id()).isNotEqualTo(first.answer().orElseThrow().id());
    assertThat(memory.objects()).hasSize(2);
  }

  @Test
  void aKeyThatComesBackWithOtherValuesIsRefused() {
    cloud.tryCreate("memory::Key", map("Description", "a"), "key-a");

    Call<Answer> again = cloud.tryCreate("memory::Key", map("Description", "b"), "key-a");

    assertThat(again.failure().orElseThrow().kind()).isEqualTo(Failure.Kind.INVALID);
  }

  @Test
  void theSameKeyIsTheSameUpdate() {
    cloud.create(QUEUE, map("Name", "q"));
    Value.MapValue spec = map("Name", "q", "VisibilityTimeout", 60);

    cloud.tryUpdate(QUEUE, "q", spec, Optional.empty(), "key-u");
    String version = version();
    cloud.tryUpdate(QUEUE, "q", spec, Optional.empty(), "key-u");

    assertThat(version()).isEqualTo(version);
  }

  @Test
  void anUpdateThatSawAnOlderVersionIsAConflict() {
    cloud.create(QUEUE, map("Name", "q"));
    String seen = version();
    memory.tamper(QUEUE, "q", spec -> spec.with("VisibilityTimeout", Value.of(5)));

    Call<Answer> late =
        cloud.tryUpdate(QUEUE, "q", map("Name", "q"), Optional.of(seen), cloud.key());

    assertThat(late.failure().orElseThrow().kind()).isEqualTo(Failure.Kind.CONFLICT);
    assertThat(cloud.read(QUEUE, "q").orElseThrow().properties().get("VisibilityTimeout"))
        .isEqualTo(Value.of(5));
  }

  @Test
  void whatIsNotThereCannotBeUpdated() {
    Call<Answer> call = cloud.tryUpdate(QUEUE, "none", map("Name", "none"));

    assertThat(call.failure().orElseThrow().kind()).isEqualTo(Failure.Kind.NOT_FOUND);
  }

  @Test
  void anImmutablePropertyNeedsAReplacement() {
    cloud.create(QUEUE, map("Name", "q"));

    Failure why =
        cloud.tryUpdate(QUEUE, "q", map("Name", "q", "Fifo", true)).failure().orElseThrow();

    assertThat(why.kind()).isEqualTo(Failure.Kind.NEEDS_REPLACEMENT);
    assertThat(why.detail()).isEqualTo("Fifo cannot be changed in place");
  }

  @Test
  void whatMeansTheSameIsNoChangeOfAnImmutableProperty() {
    cloud.create("memory::Zone", map("Name", "acme.test."));
    String zone = memory.objects().get(0).id();

    Failure why =
        cloud.tryUpdate("memory::Zone", zone, map("Name", "acme.example.")).failure().orElseThrow();
    assertThat(why.kind()).isEqualTo(Failure.Kind.NEEDS_REPLACEMENT);
    cloud.update("memory::Zone", zone, map("Name", "acme.test.", "Comment", "ours"));
  }

  @Test
  void whatIsNotDeclaredAnyMoreIsTakenAway() {
    cloud.create(QUEUE, map("Name", "q", "Tags", map("team", "a"), "VisibilityTimeout", 5));

    cloud.update(QUEUE, "q", map("Name", "q"));

    Value.MapValue now = cloud.read(QUEUE, "q").orElseThrow().properties();
    assertThat(now.get("Tags")).isEqualTo(Value.NULL);
    assertThat(now.get("VisibilityTimeout")).isEqualTo(Value.of(30));
  }

  @Test
  void whatTheCloudKeepsIsKeptWhenItIsNotDeclaredAnyMore() {
    String key = cloud.id("memory::Key", map("Policy", "{\"a\":1}"));

    cloud.update("memory::Key", key, map("Description", "x"));

    assertThat(cloud.read("memory::Key", key).orElseThrow().properties().get("Policy"))
        .isEqualTo(Value.of("{\"a\":1}"));
  }

  @Test
  void aWriteOnlyPropertyIsNeverReadBack() {
    cloud.create(
        "memory::Secret", map("Name", "token", "Value", Value.secret(Value.of("hunter2"))));

    Observed seen = cloud.read("memory::Secret", "token").orElseThrow();

    assertThat(seen.properties().get("Value"))
        .isEqualTo(Value.secret(Value.unknown(ValueType.ANY)));
    assertThat(memory.object("memory::Secret", "token").orElseThrow().properties().get("Value"))
        .isEqualTo(Value.secret(Value.of("hunter2")));
  }

  @Test
  void aWriteOnlyPropertyThatIsSetInClearIsSecretAllTheSame() {
    cloud.create("memory::Secret", map("Name", "token", "Value", "hunter2"));

    assertThat(memory.objects().toString()).doesNotContain("hunter2");
  }

  @Test
  void objectsOfTwoRegionsDoNotMeet() {
    Value.MapValue south = map("region", "south");
    cloud.create(QUEUE, map("Name", "q"));

    assertThat(cloud.read(south, QUEUE, "q")).isEmpty();
    assertThat(cloud.connector(south, QUEUE)).isNotSameAs(cloud.connector(QUEUE));
  }

  @Test
  void aBatchReadsManyAtOnce() {
    List<String> ids =
        List.of(cloud.id(QUEUE, map("Name", "a")), cloud.id(QUEUE, map("Name", "b")), "none");

    assertThat(cloud.readAll(QUEUE, ids))
        .satisfies(
            all -> {
              assertThat(all.get("a").orElseThrow().id()).isEqualTo("a");
              assertThat(all.get("b").orElseThrow().id()).isEqualTo("b");
              assertThat(all.get("none")).isEmpty();
            });
  }

  private String version() {
    return cloud.read(QUEUE, "q").orElseThrow().version().orElseThrow();
  }
}
