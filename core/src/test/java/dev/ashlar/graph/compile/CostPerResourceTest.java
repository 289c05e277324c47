package dev.ashlar.graph.compile;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.diagnostic.Source;
import dev.ashlar.graph.Compiled;
import java.lang.management.ManagementFactory;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What a resource costs, in memory allocated: the same on every machine, whatever else it does. */
class CostPerResourceTest {
  private static final int MANY = 4_000;

  @Test
  void readingAResourceAllocatesAFewKilobytes() {
    String text = document(MANY);
    Supplier<Blueprint> read = () -> Blueprint.read(Source.text("large.json", text)).orThrow();

    assertThat(bytesPerResource(read)).isLessThan(6 * 1024);
  }

  @Test
  void compilingAResourceAllocatesAFewKilobytes() {
    Blueprint blueprint = Blueprint.read(Source.text("large.json", document(MANY))).orThrow();

    assertThat(bytesPerResource(() -> Compiled.check(blueprint).orThrow())).isLessThan(10 * 1024);
  }

  /** The least of a few tries: the first one loads classes. */
  private static long bytesPerResource(Supplier<?> work) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
      assertThat(work.get()).isNotNull();
      long after = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
      least = Math.min(least, (after - before) / MANY);
    }
    return least;
  }

  private static String document(int resources) {
    StringBuilder text = new StringBuilder();
    text.append("{\"apiVersion\":\"ashlar.dev/v1\",\"kind\":\"Blueprint\",");
    text.append("\"metadata\":{\"name\":\"large\"},");
    text.append("\"resources\":{\"key\":{\"type\":\"acme::Key\"}");
    for (int i = 1; i < resources; i++) {
      text.append(",\"bucket").append(i).append("\":{\"type\":\"acme::Bucket\",\"properties\":");
      text.append("{\"BucketName\":\"orders\",\"Public\":true,\"KmsKey\":\"${key.Arn}\",");
      text.append("\"Labels\":{\"team\":\"a\",\"env\":\"b\"}}}");
    }
    return text.append("}}").toString();
  }
}
