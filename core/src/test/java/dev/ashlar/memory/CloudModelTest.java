package dev.ashlar.memory;

import static dev.ashlar.memory.Cloud.map;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.connector.Failure;
import dev.ashlar.connector.call.Answer;
import dev.ashlar.connector.call.Call;
import dev.ashlar.connector.call.Observed;
import dev.ashlar.value.Value;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Random operations: the cloud does what a map of queues would do, in memory and in a file. */
@Timeout(120)
class CloudModelTest {
  private static final String QUEUE = "memory::Queue";
  private static final List<String> NAMES = List.of("a", "b", "c", "d", "e");

  @TempDir Path directory;

  /** A queue, as far as the model knows it: time-out and order. */
  private record Model(int timeout, boolean fifo) {}

  private final Map<String, Model> model = new TreeMap<>();

  @Test
  void inMemory() {
    for (long seed = 1; seed <= 12; seed++) {
      model.clear();
      MemoryCloud memory = MemoryCloud.create();
      run(seed, 50, memory, Cloud.of(memory));
    }
  }

  @Test
  void inAFileThatIsClosedAndOpenedAgain() {
    Path file = directory.resolve("memory.json");
    for (long seed = 1; seed <= 20; seed++) {
      MemoryCloud memory = MemoryCloud.inFile(file);
      Cloud cloud = Cloud.of(memory);
      run(seed, 15, memory, cloud);
      if (seed % 2 == 0) {
        cloud.close();
      }
    }
  }

  private void run(long seed, int steps, MemoryCloud memory, Cloud cloud) {
    Random random = new Random(seed);
    for (int step = 0; step < steps; step++) {
      String name = NAMES.get(random.nextInt(NAMES.size()));
      Model wanted = new Model(random.nextInt(100), random.nextInt(4) == 0);
      String what = "seed " + seed + ", step " + step;
      switch (random.nextInt(6)) {
        case 0, 1 -> create(what, cloud, name, wanted);
        case 2, 3 -> update(what, cloud, name, wanted);
        case 4 -> {
          cloud.delete(QUEUE, name);
          model.remove(name);
        }
        default -> tamper(memory, name, wanted);
      }
      check(what, memory, cloud);
    }
  }

  private void create(String what, Cloud cloud, String name, Model wanted) {
    Call<Answer> call = cloud.tryCreate(QUEUE, spec(name, wanted), "");
    if (model.containsKey(name)) {
      assertThat(kind(call)).as(what).contains(Failure.Kind.ALREADY_EXISTS);
    } else {
      assertThat(call.answer().orElseThrow().id()).as(what).contains(name);
      model.put(name, wanted);
    }
  }

  private void update(String what, Cloud cloud, String name, Model wanted) {
    Call<Answer> call = cloud.tryUpdate(QUEUE, name, spec(name, wanted));
    Model known = model.get(name);
    if (known == null) {
      assertThat(kind(call)).as(what).contains(Failure.Kind.NOT_FOUND);
    } else if (known.fifo() != wanted.fifo()) {
      assertThat(kind(call)).as(what).contains(Failure.Kind.NEEDS_REPLACEMENT);
    } else {
      assertThat(call.answer()).as(what).isPresent();
      model.put(name, wanted);
    }
  }

  private void tamper(MemoryCloud memory, String name, Model wanted) {
    Model known = model.get(name);
    if (known != null) {
      memory.tamper(
          QUEUE, name, spec -> spec.with("VisibilityTimeout", Value.of(wanted.timeout())));
      model.put(name, new Model(wanted.timeout(), known.fifo()));
    }
  }

  private void check(String what, MemoryCloud memory, Cloud cloud) {
    Map<String, Model> seen = new TreeMap<>();
    for (CloudObject object : memory.objects()) {
      seen.put(object.id(), model(object.properties()));
    }
    assertThat(seen).as(what).isEqualTo(model);
    for (String name : NAMES) {
      Optional<Model> read = cloud.read(QUEUE, name).map(Observed::properties).map(this::model);
      assertThat(read).as(what).isEqualTo(Optional.ofNullable(model.get(name)));
    }
  }

  private Model model(Value.MapValue properties) {
    int timeout =
        properties.get("VisibilityTimeout") instanceof Value.NumberValue number
            ? number.number().intValueExact()
            : -1;
    return new Model(timeout, properties.get("Fifo").equals(Value.of(true)));
  }

  private static Value.MapValue spec(String name, Model wanted) {
    return map("Name", name, "VisibilityTimeout", wanted.timeout(), "Fifo", wanted.fifo());
  }

  private static Optional<Failure.Kind> kind(Call<Answer> call) {
    return call.failure().map(Failure::kind);
  }
}
