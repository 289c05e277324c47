package dev.ashlar.memory;

import static dev.ashlar.memory.Cloud.map;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.connector.Failure;
import dev.ashlar.connector.call.Answer;
import dev.ashlar.connector.call.Observed;
import dev.ashlar.value.Value;
import org.junit.jupiter.api.Test;

/** memory::Value, the smallest resource. */
class MemoryValueTest {
  private static final String VALUE = "memory::Value";

  private final MemoryCloud memory = MemoryCloud.create();
  private final Cloud cloud = Cloud.of(memory);

  @Test
  void itGivesItsInputBackAsItsOutput() {
    Answer made = cloud.create(VALUE, map("input", "hello"));

    assertThat(made.outputs().get("output")).isEqualTo(Value.of("hello"));
    assertThat(made.outputs().get("id")).isEqualTo(Value.of(made.id().orElseThrow()));
    assertThat(made.id().orElseThrow()).matches("value-[0-9a-f]{12}");
  }

  @Test
  void itKeepsAnythingThereIs() {
    Value anything = Value.list(Value.of(1), Value.NULL, map("a", true), Value.list());

    Answer made = cloud.create(VALUE, map("input", anything));

    assertThat(made.outputs().get("output")).isEqualTo(anything);
  }

  @Test
  void itNeedsNothing() {
    Answer made = cloud.create(VALUE, map());

    assertThat(made.outputs().get("output")).isEqualTo(Value.NULL);
  }

  @Test
  void aSecretInputStaysSecretOnItsWayOut() {
    Value secret = Value.secret(Value.of("hunter2"));

    String id = cloud.id(VALUE, map("input", map("password", secret)));

    Observed observed = cloud.read(VALUE, id).orElseThrow();
    assertThat(observed.outputs().get("output")).isEqualTo(map("password", secret));
    assertThat(observed.properties().get("input")).isEqualTo(map("password", secret));
  }

  @Test
  void anUpdateChangesTheOutputAndKeepsTheIdentifier() {
    String id = cloud.id(VALUE, map("input", 1));

    Answer changed = cloud.update(VALUE, id, map("input", 2));

    assertThat(changed.id()).contains(id);
    assertThat(changed.outputs().get("output")).isEqualTo(Value.of(2));
    assertThat(changed.outputs().get("id")).isEqualTo(Value.of(id));
  }

  @Test
  void replaceOnCannotBeChangedInPlace() {
    String id = cloud.id(VALUE, map("replaceOn", "a"));

    Failure why = cloud.tryUpdate(VALUE, id, map("replaceOn", "b")).failure().orElseThrow();

    assertThat(why.kind()).isEqualTo(Failure.Kind.NEEDS_REPLACEMENT);
    assertThat(why.detail()).isEqualTo("replaceOn cannot be changed in place");
  }

  @Test
  void aDeletedOneIsAbsentAndDeletingItAgainIsFine() {
    String id = cloud.id(VALUE, map("input", 1));

    cloud.delete(VALUE, id);

    assertThat(cloud.read(VALUE, id)).isEmpty();
    cloud.delete(VALUE, id);
    assertThat(memory.objects()).isEmpty();
  }
}
