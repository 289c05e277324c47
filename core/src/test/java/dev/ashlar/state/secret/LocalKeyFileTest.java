package dev.ashlar.state.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.diagnostic.DiagnosticsException;
import dev.ashlar.state.KeyService;
import dev.ashlar.value.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalKeyFileTest {
  private static final Environment.Id ORDERS = new Environment.Id("acme", "orders");
  private static final Bytes KEY = Bytes.of("0123456789abcdef0123456789abcdef".getBytes());

  @TempDir Path folder;

  private KeyService keys(long seed) {
    return new LocalKeyFile(file(), new Random(seed), Runnable::run);
  }

  private Path file() {
    return folder.resolve("state").resolve("keys.json");
  }

  @Test
  void aKeyComesBackAlsoForALaterProcess() {
    KeyService.WrappedKey wrapped = wrap(keys(1), ORDERS);

    assertThat(unwrap(keys(2), ORDERS, wrapped)).isEqualTo(KEY);
    assertThat(wrapped.id()).startsWith("local-");
    assertThat(wrapped.bytes()).isNotEqualTo(KEY);
  }

  @Test
  void theFileIsMadeOnFirstUseForItsOwnerOnly() throws IOException {
    KeyService keys = keys(1);
    assertThat(file()).doesNotExist();

    wrap(keys, ORDERS);

    assertThat(file()).exists();
    assumeThat(Files.getFileStore(file()).supportsFileAttributeView("posix")).isTrue();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
    assertThat(file().getParent()).isDirectoryNotContaining("glob:**.draft");
  }

  @Test
  void aFileThatIsThereIsUsedAndLeftAsItIs() throws IOException {
    wrap(keys(1), ORDERS);
    byte[] before = Files.readAllBytes(file());

    wrap(keys(2), new Environment.Id("acme", "payments"));

    assertThat(Files.readAllBytes(file())).isEqualTo(before);
  }

  @Test
  void aMissingFileIsSaidToBeMissingAndNoneIsMadeInItsPlace() throws IOException {
    KeyService.WrappedKey wrapped = wrap(keys(1), ORDERS);
    Files.delete(file());

    assertRefused("state.key-missing", keys(2), ORDERS, wrapped);
    assertThat(file()).doesNotExist();
  }

  @Test
  void anotherFileIsNotTheOneThatIsMissing() throws IOException {
    KeyService.WrappedKey wrapped = wrap(keys(1), ORDERS);
    Files.delete(file());
    wrap(keys(2), ORDERS);

    assertRefused("state.key-missing", keys(3), ORDERS, wrapped);
  }

  @Test
  void aFileThatWasAlteredAnywhereIsRefused() throws IOException {
    KeyService.WrappedKey wrapped = wrap(keys(1), ORDERS);
    byte[] whole = Files.readAllBytes(file());

    for (int i = 0; i < whole.length - 3; i++) {
      byte[] cut = Arrays.copyOf(whole, i);
      Files.write(file(), cut);
      assertThatThrownBy(() -> unwrap(keys(2), ORDERS, wrapped))
          .hasCauseInstanceOf(DiagnosticsException.class);
      assertThat(Files.readAllBytes(file())).isEqualTo(cut);
    }
  }

  @Test
  void aKeyThatWasWrappedForAnotherEnvironmentIsRefused() {
    KeyService.WrappedKey wrapped = wrap(keys(1), ORDERS);

    assertRefused("state.key-refused", keys(1), new Environment.Id("", "orders"), wrapped);
    assertRefused("state.key-refused", keys(1), new Environment.Id("acm", "eorders"), wrapped);
  }

  @Test
  void ofManyThatMakeTheFileAtOnceAllUseTheOneThatWon() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<CompletableFuture<KeyService.WrappedKey>> all =
          IntStream.range(0, 8)
              .mapToObj(i -> new LocalKeyFile(file(), new Random(i), threads))
              .map(keys -> keys.wrap(new KeyService.WrapRequest(ORDERS, KEY)))
              .map(CompletionStage::toCompletableFuture)
              .toList();

      for (CompletableFuture<KeyService.WrappedKey> wrapped : all) {
        assertThat(unwrap(keys(99), ORDERS, wrapped.join())).isEqualTo(KEY);
      }
    } finally {
      threads.shutdown();
    }
  }

  private static KeyService.WrappedKey wrap(KeyService keys, Environment.Id environment) {
    return keys.wrap(new KeyService.WrapRequest(environment, KEY)).toCompletableFuture().join();
  }

  private static Bytes unwrap(
      KeyService keys, Environment.Id environment, KeyService.WrappedKey wrapped) {
    return keys.unwrap(new KeyService.UnwrapRequest(environment, wrapped))
        .toCompletableFuture()
        .join();
  }

  private void assertRefused(
      String code, KeyService keys, Environment.Id environment, KeyService.WrappedKey wrapped) {
    assertThatThrownBy(() -> unwrap(keys, environment, wrapped))
        .cause()
        .isInstanceOfSatisfying(
            DiagnosticsException.class,
            refused -> {
              assertThat(refused.diagnostics()).extracting(Diagnostic::code).containsExactly(code);
              assertThat(refused.diagnostics().get(0).detail()).contains("keys.json");
            });
  }
}
