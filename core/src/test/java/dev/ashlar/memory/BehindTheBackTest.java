package dev.ashlar.memory;

import static dev.ashlar.memory.Cloud.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import dev.ashlar.connector.OperationFailedException;
import dev.ashlar.value.Value;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** What a test does to the cloud while the engine looks away. */
class BehindTheBackTest {
  private static final String QUEUE = "memory::Queue";

  private final MemoryCloud memory = MemoryCloud.create();
  private final Cloud cloud = Cloud.of(memory);

  @Test
  void allObjectsCanBeSeen() {
    cloud.create("memory::Topic", map("Name", "events"));
    cloud.create(QUEUE, map("Name", "jobs"));

    assertThat(memory.objects())
        .extracting(object -> object.type() + " " + object.id())
        .containsExactly("memory::Queue jobs", "memory::Topic events");
  }

  @Test
  void aPropertyCanBeChanged() {
    cloud.create(QUEUE, map("Name", "jobs"));

    memory.tamper(QUEUE, "jobs", spec -> spec.with("VisibilityTimeout", Value.of(1)));

    assertThat(cloud.read(QUEUE, "jobs").orElseThrow().properties().get("VisibilityTimeout"))
        .isEqualTo(Value.of(1));
    assertThat(cloud.read(QUEUE, "jobs").orElseThrow().version()).contains("2");
  }

  @Test
  void anObjectCanVanishThoughOthersReferToIt() {
    String network = memory.add("memory::Network", map("CidrBlock", "10.0.0.0/16"));
    memory.add("memory::Subnet", map("NetworkId", network, "CidrBlock", "10.0.0.0/24"));

    memory.remove("memory::Network", network);

    assertThat(cloud.read("memory::Network", network)).isEmpty();
    assertThat(memory.objects()).hasSize(1);
  }

  @Test
  void anObjectCanAppearAsIfSomebodyElseHadMadeIt() {
    String id = memory.add(QUEUE, map("Name", "theirs"));

    assertThat(cloud.read(QUEUE, id)).isPresent();
    assertThatThrownBy(() -> memory.add(QUEUE, map("Name", "theirs")))
        .isInstanceOf(OperationFailedException.class);
  }

  @Test
  void oneMoreOfManyCostsNoMoreThanTheFirst() {
    long first = bytesOfAdding(200);
    bytesOfAdding(2_000);

    assertThat(bytesOfAdding(200)).isLessThan(3 * first);
    assertThat(memory.objects()).hasSize(2_400);
  }

  private long bytesOfAdding(int count) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
    for (int i = 0; i < count; i++) {
      memory.add("memory::Network", map("CidrBlock", "10.0.0.0/16"));
    }
    return threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
  }

  @Test
  void whatIsNotThereCannotBeChanged() {
    assertThatThrownBy(() -> memory.tamper(QUEUE, "none", spec -> spec))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no memory::Queue none");
    assertThatThrownBy(() -> memory.remove(QUEUE, "none"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> memory.add("memory::Nothing", map()))
        .hasMessage("there is no type memory::Nothing");
  }
}
