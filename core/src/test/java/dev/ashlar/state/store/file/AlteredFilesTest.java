package dev.ashlar.state.store.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.diagnostic.DiagnosticsException;
import dev.ashlar.state.StateStore;
import dev.ashlar.value.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A state that is not as it was written is refused, by the name of its file, and left untouched.
 */
class AlteredFilesTest {
  private static final Environment.Id ORDERS = new Environment.Id("", "orders");

  @TempDir Path root;
  private Path folder;
  private int refusals;

  @BeforeEach
  void write() {
    folder = root.resolve("environments").resolve("orders");
    try (StateStore store = store()) {
      StateStore.Lease lease = acquire(store);
      append(store, lease, 1, "{\"first\":1}");
      append(store, lease, 1, "{\"second\":2}", "{\"third\":3}");
      get(store.release(lease));
    }
  }

  @Test
  void whatIsLeftAfterOneRunIsAHeadAndALog() throws IOException {
    assertThat(files().keySet()).containsExactly("00000001-0.log", "00000001.head");
  }

  @Test
  void aLogThatWasCutAnywhereIsRefused() throws IOException {
    byte[] whole = Files.readAllBytes(log());

    for (int length = 0; length < whole.length; length++) {
      Files.write(log(), Arrays.copyOf(whole, length));
      assertRefused("state.damaged", "00000001-0.log");
    }
  }

  @Test
  void aLogThatWasAlteredAnywhereIsRefused() throws IOException {
    byte[] whole = Files.readAllBytes(log());

    for (int i = 0; i < whole.length; i++) {
      byte[] altered = whole.clone();
      altered[i] ^= 1;
      Files.write(log(), altered);
      assertRefused("state.damaged", "00000001-0.log");
    }
  }

  @Test
  void aLogWithMoreThanWasWrittenIsRefused() throws IOException {
    byte[] whole = Files.readAllBytes(log());
    Files.write(log(), Arrays.copyOf(whole, whole.length + 1));

    assertRefused("state.damaged", "00000001-0.log");
  }

  @Test
  void aLogThatIsMissingIsRefused() throws IOException {
    Files.delete(log());

    assertRefused("state.damaged", "00000001-0.log");
  }

  @Test
  void aHeadThatWasCutOrAlteredAnywhereIsRefused() throws IOException {
    byte[] whole = Files.readAllBytes(head());

    for (int i = 0; i < whole.length - 1; i++) {
      Files.write(head(), Arrays.copyOf(whole, i));
      assertRefused("state.damaged", "00000001.head");
      byte[] altered = whole.clone();
      altered[i] ^= 1;
      Files.write(head(), altered);
      assertRefused("state.damaged", "00000001.head");
    }
  }

  @Test
  void aHeadThatIsMissingIsRefused() throws IOException {
    Files.delete(head());

    assertRefused("state.damaged", "orders");
  }

  @Test
  void aSnapshotThatWasAlteredOrCutAnywhereIsRefused() throws IOException {
    try (StateStore store = store()) {
      StateStore.Lease lease = acquire(store);
      get(store.compact(lease, new StateStore.Snapshot(1, text("{\"all\":1}"))));
      get(store.release(lease));
    }
    Path compacted = folder.resolve("00000002-0.log");
    byte[] whole = Files.readAllBytes(compacted);

    for (int i = 0; i < whole.length; i++) {
      Files.write(compacted, Arrays.copyOf(whole, i));
      assertRefused("state.damaged", "00000002-0.log");
      byte[] altered = whole.clone();
      altered[i] ^= 1;
      Files.write(compacted, altered);
      assertRefused("state.damaged", "00000002-0.log");
    }
  }

  @Test
  void framesThatWereDroppedOrExchangedAreRefused() throws IOException {
    String[] lines = Files.readString(log()).split("(?<=\n)");
    assertThat(lines).hasSize(7);

    Files.writeString(
        log(), lines[0] + lines[1] + lines[4] + lines[5] + lines[6] + lines[2] + lines[3]);

    assertRefused("state.damaged", "00000001-0.log");
  }

  @Test
  void anotherEnvironmentsFolderIsRefused() throws IOException {
    Files.move(folder, folder.resolveSibling("payments"));
    folder = folder.resolveSibling("payments");

    try (StateStore store = store()) {
      assertThatThrownBy(
              () -> get(store.load(new Environment.Id("", "payments"), OptionalLong.empty())))
          .cause()
          .isInstanceOfSatisfying(
              DiagnosticsException.class,
              refused ->
                  assertThat(refused.diagnostics())
                      .extracting(Diagnostic::code)
                      .containsExactly("state.wrong-environment"));
    }
  }

  @Test
  void aLaterFormatIsRefusedAsSuch() throws IOException {
    Head head = new Folder(ORDERS, folder).head(1).orElseThrow();
    String later = new String(head.write(), UTF_8).replace("\"v\":1", "\"v\":2");
    CRC32C sum = new CRC32C();
    String unsummed = later.replaceAll("\"sum\":\"[0-9a-f]{8}\",", "").stripTrailing();
    sum.update(unsummed.getBytes(UTF_8));
    Files.writeString(
        head(),
        later.replaceAll("\"sum\":\"[0-9a-f]{8}\"", "\"sum\":\"%08x\"".formatted(sum.getValue())));

    assertRefused("state.newer-format", "00000001.head");
  }

  /** One in so many: each wish to write waits for the disk several times. */
  private boolean isWorthAWish() {
    return refusals++ % 16 == 0;
  }

  /** Neither reading nor a wish to write is served, and both leave every file as it is. */
  private void assertRefused(String code, String file) throws IOException {
    Map<String, Bytes> before = files();
    try (StateStore store = store()) {
      List<CompletionStage<?>> stages = new ArrayList<>();
      stages.add(store.load(ORDERS, OptionalLong.empty()));
      if (isWorthAWish()) {
        stages.add(
            store.acquire(new StateStore.AcquireRequest(ORDERS, "ada", Duration.ofMinutes(1))));
      }
      for (CompletionStage<?> stage : stages) {
        assertThatThrownBy(() -> get(stage))
            .cause()
            .isInstanceOfSatisfying(
                DiagnosticsException.class,
                refused -> {
                  assertThat(refused.diagnostics())
                      .extracting(Diagnostic::code)
                      .containsExactly(code);
                  assertThat(refused.diagnostics().get(0).detail()).contains(file);
                });
      }
    }
    assertThat(files()).isEqualTo(before);
  }

  private StateStore store() {
    return DirectoryStore.at(root, InstantSource.system(), Runnable::run);
  }

  private Path log() {
    return folder.resolve("00000001-0.log");
  }

  private Path head() {
    return folder.resolve("00000001.head");
  }

  private Map<String, Bytes> files() throws IOException {
    Map<String, Bytes> files = new TreeMap<>();
    try (Stream<Path> found = Files.list(folder)) {
      for (Path file : found.toList()) {
        files.put(file.getFileName().toString(), Bytes.of(Files.readAllBytes(file)));
      }
    }
    return files;
  }

  private static StateStore.Lease acquire(StateStore store) {
    return get(store.acquire(new StateStore.AcquireRequest(ORDERS, "ada", Duration.ofMinutes(1))))
        .lease()
        .orElseThrow();
  }

  private static void append(
      StateStore store, StateStore.Lease lease, long serial, String... entries) {
    get(
        store.append(
            lease,
            new StateStore.Batch(
                serial, Arrays.stream(entries).map(AlteredFilesTest::text).toList())));
  }

  private static Bytes text(String text) {
    return Bytes.of(text.getBytes(UTF_8));
  }

  private static <T> T get(CompletionStage<T> stage) {
    return stage.toCompletableFuture().join();
  }
}
