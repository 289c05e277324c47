package dev.ashlar.aws.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.aws.emulator.Moto;
import dev.ashlar.execution.Outcome;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The environment of examples/aws is made, stays, and goes, whatever happens in between. */
@Execution(ExecutionMode.CONCURRENT)
@Timeout(300)
class ThreeTiersTest {
  private static final Map<String, Integer> ALL =
      Map.ofEntries(
          Map.entry("networks", 1),
          Map.entry("gateways", 1),
          Map.entry("subnets", 4),
          Map.entry("groups", 2),
          Map.entry("tables", 1),
          Map.entry("associations", 2),
          Map.entry("buckets", 1),
          Map.entry("tables of items", 1),
          Map.entry("queues", 2),
          Map.entry("functions", 1),
          Map.entry("roles", 1));
  private static final Map<String, Integer> NOTHING =
      Map.of(
          "networks", 0,
          "gateways", 0,
          "buckets", 0,
          "tables of items", 0,
          "queues", 0,
          "functions", 0,
          "roles", 0);

  @TempDir private Path directory;

  @Test
  void isMadeStaysAndGoes() {
    Bench bench = new Bench(directory, Moto.url(), "us-west-2", "tiers");
    assertThat(bench.apply()).isInstanceOf(Outcome.Succeeded.class);
    assertThat(Listing.of("us-west-2", "tiers")).isEqualTo(ALL);
    assertThat(bench.plan().isEmpty()).isTrue();
    assertThat(bench.destroy()).isInstanceOf(Outcome.Succeeded.class);
    assertThat(Listing.of("us-west-2", "tiers")).isEqualTo(NOTHING);
  }

  @Test
  void isMadeOnceThoughTheProcessIsKilledInBetween() throws Exception {
    Bench bench = new Bench(directory, Moto.url(), "sa-east-1", "killed");
    int made = killedAfter(bench, 6);
    assertThat(made).as("changes that were made before the kill").isBetween(6, 19);
    assertThat(bench.recover()).isInstanceOf(Outcome.Succeeded.class);
    assertThat(bench.apply()).isInstanceOf(Outcome.Succeeded.class);
    assertThat(Listing.of("sa-east-1", "killed")).isEqualTo(ALL);
    assertThat(bench.plan().isEmpty()).isTrue();
    assertThat(bench.destroy()).isInstanceOf(Outcome.Succeeded.class);
    assertThat(Listing.of("sa-east-1", "killed")).isEqualTo(NOTHING);
  }

  private static int killedAfter(Bench bench, int changes)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Bench.class.getName(),
                bench.state().toString(),
                bench.endpoint(),
                bench.region(),
                bench.name())
            .redirectError(new File(bench.state().toFile(), "errors"))
            .start();
    int made = 0;
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      while (made < changes && "made".equals(lines.readLine())) {
        made++;
      }
    } finally {
      process.destroyForcibly().waitFor();
    }
    return made;
  }
}
