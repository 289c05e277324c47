package dev.ashlar.state.store.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.state.StateStore;
import dev.ashlar.value.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a directory promises besides what every store does: that is for the test kit. */
class DirectoryStoreTest {
  private static final Environment.Id ORDERS = new Environment.Id("", "orders");

  @TempDir Path folder;

  @Test
  void whatAnOvertakenWriterAddsDoesNotCount() throws IOException {
    try (StateStore store = StateStore.directory(folder)) {
      StateStore.Lease paused = acquire(store, Duration.ZERO);
      append(store, paused, "before");
      Path its = files().stream().filter(file -> isLog(file)).findFirst().orElseThrow();
      byte[] batch = Files.readAllBytes(its);

      StateStore.Lease successor = acquire(store, Duration.ofHours(1));
      Files.write(its, batch, StandardOpenOption.APPEND);
      append(store, successor, "after");

      assertThat(entries(store)).containsExactly("before", "after");
      store.release(successor).toCompletableFuture().join();
      assertThat(entries(store)).containsExactly("before", "after");
    }
  }

  @Test
  void theVeryFirstMayBeOvertakenBetweenItsLogAndItsHead() throws IOException {
    try (StateStore store = StateStore.directory(folder)) {
      StateStore.Lease paused = acquire(store, Duration.ZERO);
      Path its = files().stream().filter(DirectoryStoreTest::isHead).findFirst().orElseThrow();
      byte[] placed = Files.readAllBytes(its);
      Head head = Head.read(placed).orElseThrow();
      Head before =
          new Head(head.epoch(), head.owner(), head.until(), head.released(), Optional.empty());
      Files.write(its, before.write());

      assertThat(entries(store)).isEmpty();
      StateStore.Lease successor = acquire(store, Duration.ofHours(1));
      Files.write(its, placed);
      assertThatThrownBy(() -> append(store, paused, "late"))
          .hasRootCauseInstanceOf(StateStore.LeaseLostException.class);
      append(store, successor, "in time");

      assertThat(entries(store)).containsExactly("in time");
    } catch (Head.NewerFormatException e) {
      throw new AssertionError(e);
    }
  }

  private static boolean isHead(Path file) {
    return Head.epochOf(String.valueOf(file.getFileName())).isPresent();
  }

  @Test
  void runsThatEndWellLeaveNoLitter() throws IOException {
    try (StateStore store = StateStore.directory(folder)) {
      for (int run = 0; run < 30; run++) {
        StateStore.Lease lease = acquire(store, Duration.ofHours(1));
        append(store, lease, "run" + run);
        store.release(lease).toCompletableFuture().join();
      }
      assertThat(entries(store)).hasSize(30);
    }

    assertThat(files())
        .extracting(file -> file.getFileName().toString())
        .containsExactly("00000001-0.log", "00000028.head", "00000029.head", "00000030.head");
  }

  @Test
  void closingGivesLeasesBackAndEndsTheThreads() throws Exception {
    StateStore store = StateStore.directory(folder);
    append(store, acquire(store, Duration.ofHours(1)), "a");
    List<Thread> threads =
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread.getName().startsWith("ashlar-state-"))
            .toList();
    assertThat(threads).isNotEmpty();

    store.close();

    for (Thread thread : threads) {
      thread.join(10_000);
      assertThat(thread.isAlive()).isFalse();
    }
    try (StateStore next = StateStore.directory(folder)) {
      append(next, acquire(next, Duration.ofHours(1)), "b");
      assertThat(entries(next)).containsExactly("a", "b");
    }
  }

  @Test
  void anExecutorThatWasGivenIsUsedAndLeftRunning() {
    List<String> ran = new ArrayList<>();
    StateStore store =
        StateStore.directory(
            folder,
            task -> {
              ran.add("task");
              task.run();
            });

    append(store, acquire(store, Duration.ofHours(1)), "a");
    store.close();

    assertThat(ran).hasSize(2);
  }

  @Test
  void aFileInThePlaceOfTheDirectoryIsAnInputOutputFailure() throws IOException {
    Path file = Files.writeString(folder.resolve("taken"), "x");
    try (StateStore store = StateStore.directory(file)) {
      assertThat(store.environments().toCompletableFuture())
          .failsWithin(Duration.ofSeconds(30))
          .withThrowableOfType(ExecutionException.class)
          .withCauseInstanceOf(IOException.class);
    }
  }

  private static boolean isLog(Path file) {
    return file.toString().endsWith(".log");
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> found = Files.list(folder.resolve("environments").resolve("orders"))) {
      return found.sorted().toList();
    }
  }

  private static StateStore.Lease acquire(StateStore store, Duration length) {
    return store
        .acquire(new StateStore.AcquireRequest(ORDERS, "ada", length))
        .toCompletableFuture()
        .join()
        .lease()
        .orElseThrow();
  }

  private static void append(StateStore store, StateStore.Lease lease, String entry) {
    store
        .append(lease, new StateStore.Batch(1, List.of(Bytes.of(entry.getBytes(UTF_8)))))
        .toCompletableFuture()
        .join();
  }

  private static List<String> entries(StateStore store) {
    return store.load(ORDERS, OptionalLong.empty()).toCompletableFuture().join().entries().stream()
        .map(entry -> new String(entry.toArray(), UTF_8))
        .toList();
  }
}
