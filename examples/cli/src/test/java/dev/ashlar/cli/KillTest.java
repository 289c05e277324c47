package dev.ashlar.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The process that applies is killed again and again, by a signal that nothing can catch, while the
 * cloud lives on in another process, or in a file. Afterwards what the cloud says was done to it is
 * compared with what is recorded, by code that shares nothing with either. {@code -Dkills=100} for
 * more of it, {@code -Dseed=N} for other moments.
 */
@Timeout(1_800)
class KillTest {
  private static final int KILLS = Integer.getInteger("kills", 10);
  private static final long SEED = Long.getLong("seed", 20_260_701);

  /** What is under way at a kill is done all the same: so often can a small round be killed. */
  private static final int KILLS_A_ROUND = 6;

  @TempDir private Path directory;
  private final Random random = new Random(SEED);
  private final List<String> story = new ArrayList<>();
  private int kills;

  @Test
  void aCloudInAProcessOfItsOwnAndTheStateMatchHoweverOftenTheEngineIsKilled() throws Exception {
    Path file = directory.resolve("cloud/memory.json");
    int created = Estate.RESOURCES;
    int removed = 0;
    boolean second = false;
    int wanted = Math.max(1, KILLS * 7 / 10);
    do {
      Process cloud = serve();
      try {
        Estate estate = second ? Estate.second(true) : Estate.first(true);
        applied(estate, endpoint(cloud), file, wanted);
        CloudRecords records = matching(estate, file);
        assertThat(records.creations().values()).as("made once: %s", story).containsOnly(1);
        assertThat(records.creations()).as("made at all: %s", story).hasSize(created);
        assertThat(records.removals()).as("removed: %s", story).isEqualTo(removed);
      } finally {
        cloud.destroyForcibly().waitFor();
      }
      created += Estate.REPLACED + (second ? Estate.GONE : Estate.NEW);
      removed += Estate.REPLACED + (second ? Estate.NEW : Estate.GONE);
      second = !second;
      wanted = Math.min(KILLS - kills, KILLS_A_ROUND);
    } while (wanted > 0);
  }

  @Test
  void aCloudInAFileAndTheStateMatchHoweverOftenTheEngineIsKilled() throws Exception {
    Path file = directory.resolve("state/memory.json");
    applied(Estate.first(false), "", file, 2);
    var unused = matching(Estate.first(false), file);
    applied(Estate.second(false), "", file, 1);
    unused = matching(Estate.second(false), file);
    assertThat(kills).as("%s", story).isGreaterThanOrEqualTo(3);
  }

  private Process serve() {
    return new Shell(directory)
        .start(
            "cloud",
            "serve",
            "--port",
            "0",
            "--delay",
            "15",
            "--seed",
            Long.toString(SEED),
            "--state",
            directory.resolve("cloud").toString());
  }

  private static String endpoint(Process cloud) throws IOException {
    String endpoint = cloud.inputReader().readLine();
    assertThat(endpoint).startsWith("http://127.0.0.1:");
    return endpoint;
  }

  /**
   * Applies to the end. On the way it is killed so often, once the cloud has done so much or the
   * journal has grown so far; and once more when the state is written anew.
   */
  private void applied(Estate estate, String endpoint, Path file, int times) throws Exception {
    String[] apply = apply(estate, endpoint);
    GrowingFile cloud = new GrowingFile(file);
    long begun = cloud.lines();
    int effects = begun == 0 ? Estate.RESOURCES : Estate.CHANGED + 2 * Estate.REPLACED;
    int step = effects / (times + 1);
    for (int kill = 1; kill <= times; kill++) {
      boolean killed;
      if (kill % 3 != 0) {
        long target = begun + (long) step * kill - random.nextInt(step);
        killed = isKilled(apply, cloud::lines, Math.max(target, cloud.lines() + 1), "effect");
      } else {
        long target = journalBytes() + 1 + random.nextInt(500 * step);
        killed = isKilled(apply, this::journalBytes, target, "byte");
      }
      assertThat(killed).as("killed in its midst: %s", story).isTrue();
    }
    var unused = isKilled(apply, this::snapshots, snapshots() + 1, "snapshot");
    assertThat(new Shell(directory).start(output(), apply).waitFor())
        .as(() -> read(output()) + story)
        .isZero();
  }

  private String[] apply(Estate estate, String endpoint) throws IOException {
    Path blueprint = directory.resolve("estate.json");
    Files.writeString(blueprint, estate.text());
    Stream<String> cloud =
        endpoint.isEmpty() ? Stream.of() : Stream.of("--param", "cloud=" + endpoint);
    return Stream.concat(
            Stream.of("apply", blueprint.toString(), "--yes", "--state", state().toString()), cloud)
        .toArray(String[]::new);
  }

  private Path state() {
    return directory.resolve("state");
  }

  private Path output() {
    return directory.resolve("output.txt");
  }

  /** Runs a command and kills it once a number is so large; false where it ends before. */
  private boolean isKilled(String[] command, LongSupplier number, long target, String unit)
      throws Exception {
    Process process = new Shell(directory).start(output(), command);
    while (!process.waitFor(1, TimeUnit.MILLISECONDS)) {
      if (number.getAsLong() >= target) {
        process.destroyForcibly().waitFor();
        kills++;
        story.add("killed at " + unit + " " + target);
        return true;
      }
    }
    story.add("done before " + unit + " " + target);
    assertThat(process.exitValue()).as(() -> read(output()) + story).isZero();
    return false;
  }

  /** What the cloud says of itself, after it was found to be exactly what is recorded. */
  private CloudRecords matching(Estate estate, Path file) throws IOException {
    CloudRecords records = CloudRecords.read(file);
    Map<String, String> recorded = new TreeMap<>();
    List<String> objects = new ArrayList<>();
    for (JsonNode object : ashlar("state", "list").result().get("objects")) {
      assertThat(object.get("status").asText()).as("%s", object).isEqualTo("ready");
      recorded.put(object.get("address").asText(), object.get("identity").asText());
      objects.add(object.get("type").asText() + " " + object.get("identity").asText());
    }
    assertThat(objects).as("%s", story).hasSize(estate.size());
    assertThat(objects.stream().sorted())
        .as("recorded is what there is: %s", story)
        .containsExactlyElementsOf(records.living().keySet());
    estate
        .words()
        .forEach(
            (link, word) -> {
              String before = Estate.before(link);
              JsonNode input =
                  records
                      .living()
                      .get("memory::Value " + recorded.get(link))
                      .at("/properties/input");
              assertThat(input.get("word").asText()).as(link).isEqualTo(word);
              assertThat(input.path("of").asText())
                  .as(link)
                  .isEqualTo(before.isEmpty() ? "" : recorded.get(before));
            });
    isNowhereInClear(Estate.PASSWORD);
    return records;
  }

  private void isNowhereInClear(String password) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.endsWith("estate.json")) {
          assertThat(read(file).contains(password)).as("%s", file).isFalse();
        }
      }
    }
  }

  private Shell.Result ashlar(String... arguments) {
    return new Shell(directory)
        .run(
            Stream.concat(
                    Stream.of(arguments),
                    Stream.of("--state", state().toString(), "--format", "json"))
                .toArray(String[]::new));
  }

  private long journalBytes() {
    return journal().mapToLong(file -> file.toFile().length()).sum();
  }

  private long snapshots() {
    return journal().filter(file -> !file.getFileName().toString().contains("-0.log")).count();
  }

  private Stream<Path> journal() {
    try (Stream<Path> files = Files.walk(state().resolve("environments"))) {
      return files.filter(file -> file.getFileName().toString().contains(".log")).toList().stream();
    } catch (IOException | UncheckedIOException e) {
      return Stream.of(); // none yet, or one that has just gone
    }
  }

  private static String read(Path file) {
    try {
      return new String(Files.readAllBytes(file), UTF_8);
    } catch (IOException e) {
      return "";
    }
  }
}
