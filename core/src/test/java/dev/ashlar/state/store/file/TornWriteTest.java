package dev.ashlar.state.store.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.state.StateStore;
import dev.ashlar.value.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A crash while writing loses the batch that was being written, whole, and nothing else. */
class TornWriteTest {
  private static final Environment.Id ORDERS = new Environment.Id("", "orders");
  private static final String FIRST = "{\"first\":1}";

  @TempDir Path root;
  private Path log;
  private byte[] whole;
  private int lastBatch;
  private byte[] head;

  @BeforeEach
  void crashAfterTwoBatches() throws IOException {
    Path folder = root.resolve("environments").resolve("orders");
    log = folder.resolve("00000001-0.log");
    StateStore crashed = store();
    // Its lease ends at once: as if its process had been dead for long.
    StateStore.Lease lease = acquire(crashed, Duration.ZERO);
    append(crashed, lease, FIRST);
    lastBatch = (int) Files.size(log);
    append(crashed, lease, "{\"second\":2}", "{\"third\":3}");
    whole = Files.readAllBytes(log);
    head = Files.readAllBytes(folder.resolve("00000001.head"));
  }

  @Test
  void theWholeBatchIsThereWhenItWasWrittenWhole() throws IOException {
    assertThat(entries(whole)).containsExactly(FIRST, "{\"second\":2}", "{\"third\":3}");
  }

  @Test
  void aBatchThatWasCutAtAnyByteIsLostWholeAndWritingGoesOn() throws IOException {
    for (int length = lastBatch; length < whole.length; length++) {
      byte[] torn = Arrays.copyOf(whole, length);
      assertThat(entries(torn)).as("%d bytes", length).containsExactly(FIRST);
      if (length % 4 == 0) {
        assertThat(entriesAfterWritingMore(torn)).containsExactly(FIRST, "{\"more\":1}");
      }
    }
  }

  @Test
  void aBatchOfWhichBytesNeverReachedTheDiskIsLostWhole() throws IOException {
    for (int from = lastBatch; from < whole.length; from++) {
      byte[] torn = whole.clone();
      Arrays.fill(torn, from, torn.length, (byte) 0);
      assertThat(entries(torn)).as("zero from %d", from).containsExactly(FIRST);
      if (from % 4 == 0) {
        assertThat(entriesAfterWritingMore(torn)).containsExactly(FIRST, "{\"more\":1}");
      }
    }
  }

  /** A later epoch writes to a file of its own: the torn bytes are left, and do not count. */
  private List<String> entriesAfterWritingMore(byte[] torn) throws IOException {
    reset(torn);
    try (StateStore store = store()) {
      StateStore.Lease lease = acquire(store, Duration.ofMinutes(1));
      append(store, lease, "{\"more\":1}");
    }
    try (StateStore store = store()) {
      return read(store);
    }
  }

  private List<String> entries(byte[] bytes) throws IOException {
    reset(bytes);
    try (StateStore store = store()) {
      return read(store);
    }
  }

  private void reset(byte[] bytes) throws IOException {
    try (var files = Files.newDirectoryStream(log.getParent())) {
      for (Path file : files) {
        Files.delete(file);
      }
    }
    Files.write(log, bytes);
    Files.write(log.resolveSibling("00000001.head"), head);
  }

  private StateStore store() {
    return DirectoryStore.at(root, InstantSource.system(), Runnable::run);
  }

  private static List<String> read(StateStore store) {
    return get(store.load(ORDERS, OptionalLong.empty())).entries().stream()
        .map(entry -> new String(entry.toArray(), UTF_8))
        .toList();
  }

  private static StateStore.Lease acquire(StateStore store, Duration length) {
    return get(store.acquire(new StateStore.AcquireRequest(ORDERS, "ada", length)))
        .lease()
        .orElseThrow();
  }

  private static void append(StateStore store, StateStore.Lease lease, String... entries) {
    List<Bytes> bytes =
        Arrays.stream(entries).map(entry -> Bytes.of(entry.getBytes(UTF_8))).toList();
    get(store.append(lease, new StateStore.Batch(1, bytes)));
  }

  private static <T> T get(CompletionStage<T> stage) {
    return stage.toCompletableFuture().join();
  }
}
