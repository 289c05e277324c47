package dev.ashlar.state.store.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.state.StateStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several processes on one directory. */
class ProcessesTest {
  @TempDir Path root;
  private Process other;

  private void start(String... command) throws IOException {
    String[] java = {
      Path.of(System.getProperty("java.home"), "bin", "java").toString(),
      "-XX:TieredStopAtLevel=1",
      "-XX:+UseSerialGC",
      "-Xmx64m",
      "-cp",
      System.getProperty("java.class.path"),
      OtherProcess.class.getName(),
      root.toString()
    };
    String[] all =
        IntStream.range(0, java.length + command.length)
            .mapToObj(i -> i < java.length ? java[i] : command[i - java.length])
            .toArray(String[]::new);
    other = new ProcessBuilder(all).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  @AfterEach
  void end() {
    if (other != null) {
      other.destroyForcibly();
    }
  }

  @Test
  void aLeaseOfAProcessThatLivesIsRespectedAndOneThatWasKilledIsTakenOverAtOnce() throws Exception {
    start("hold");
    BufferedReader lines = other.inputReader(UTF_8);
    assertThat(lines.readLine()).isEqualTo("holding");

    try (StateStore store = StateStore.directory(root)) {
      StateStore.Acquisition refused = acquire(store);
      assertThat(refused.lease()).isEmpty();
      assertThat(refused.holder()).isEqualTo("other");
      assertThat(holder(store).map(StateStore.Holder::name)).contains("other");
      assertThat(entries(store)).containsExactly("held");

      other.destroyForcibly();
      assertThat(other.waitFor(30, TimeUnit.SECONDS)).isTrue();

      assertThat(holder(store)).isEmpty();
      assertThat(acquire(store).lease()).isPresent();
      assertThat(entries(store)).containsExactly("held");
    }
  }

  @Test
  void twoProcessesThatWriteInTurnsLoseNothing() throws Exception {
    start("write", "theirs", "30");
    try (StateStore store = StateStore.directory(root)) {
      OtherProcess.write(store, "ours", 30);
      assertThat(other.waitFor(60, TimeUnit.SECONDS)).isTrue();

      assertThat(other.exitValue()).isZero();
      assertThat(entries(store))
          .hasSize(60)
          .containsSubsequence(named("ours"))
          .containsSubsequence(named("theirs"));
    }
  }

  private static List<String> named(String name) {
    return IntStream.range(0, 30).mapToObj(i -> name + "-" + i).toList();
  }

  private static StateStore.Acquisition acquire(StateStore store) {
    return store
        .acquire(new StateStore.AcquireRequest(OtherProcess.ORDERS, "us", Duration.ofHours(1)))
        .toCompletableFuture()
        .join();
  }

  private static Optional<StateStore.Holder> holder(StateStore store) {
    return store.holder(OtherProcess.ORDERS).toCompletableFuture().join();
  }

  private static List<String> entries(StateStore store) {
    return store
        .load(OtherProcess.ORDERS, OptionalLong.empty())
        .toCompletableFuture()
        .join()
        .entries()
        .stream()
        .map(entry -> new String(entry.toArray(), UTF_8))
        .toList();
  }
}
