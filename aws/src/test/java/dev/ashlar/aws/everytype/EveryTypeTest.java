package dev.ashlar.aws.everytype;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.Ashlar;
import dev.ashlar.aws.AwsProvider;
import dev.ashlar.connector.Provider;
import dev.ashlar.memory.MemoryCloud;
import dev.ashlar.schema.Operation;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * For every type: what is created reads back and does not drift, each create-only change replaces,
 * each other one is an update in place, and write-only properties never drift. Every fifteenth type
 * by default, another one each day; all of them with {@code -Daws.types=all}, and with {@code
 * ASHLAR_EMULATORS=required}.
 */
class EveryTypeTest {
  private static final int SHARE = 15;

  @Test
  void livesAsItsSchemaSays() {
    long seed = Long.getLong("aws.seed", System.currentTimeMillis() / 86_400_000);
    String wanted = System.getProperty("aws.types", "");
    boolean all = wanted.equals("all") || "required".equals(System.getenv("ASHLAR_EMULATORS"));
    Provider aws = new AwsProvider();
    List<String> wrong = new ArrayList<>();
    List<String> unserved = new ArrayList<>();
    TreeSet<String> unmade = new TreeSet<>();
    int lived = 0;
    int changes = 0;
    int number = 0;
    for (String type : aws.catalog().types()) {
      boolean chosen = wanted.isEmpty() || all || type.startsWith(wanted);
      if (!chosen || wanted.isEmpty() && !all && (number++ + seed) % SHARE != 0) {
        continue;
      }
      ResourceSchema schema = aws.catalog().schema(type).orElseThrow();
      if (!schema.operations().contains(Operation.CREATE)) {
        unserved.add(type);
        continue;
      }
      RandomObjects objects = new RandomObjects(schema, new Random(seed * 31 + type.hashCode()));
      Optional<Value.MapValue> object = objects.object();
      if (object.isEmpty()) {
        unmade.add(type);
        continue;
      }
      lived++;
      changes += live(aws, schema, objects, object.get(), wrong);
    }
    System.out.printf(
        "%d types lived with %d changes; %d only templates make; of %d no object could be drawn:"
            + " %s%n",
        lived, changes, unserved.size(), unmade.size(), unmade);
    assertThat(wrong).as("-Daws.seed=%d, and -Daws.types= the type", seed).isEmpty();
    assertThat(lived).isPositive();
    assertThat(unmade.size()).isLessThanOrEqualTo(lived / 20);
  }

  private static int live(
      Provider aws,
      ResourceSchema schema,
      RandomObjects objects,
      Value.MapValue object,
      List<String> wrong) {
    MemoryCloud cloud = MemoryCloud.builder().impersonating(aws).build();
    Ashlar.Builder builder = Ashlar.builder();
    cloud.providers().forEach(builder::addProvider);
    try (Ashlar ashlar = builder.build()) {
      Life life = new Life(ashlar, schema, objects);
      life.live(object);
      life.wrong().forEach(each -> wrong.add(schema.type() + ": " + each));
      return life.changes();
    }
  }
}
