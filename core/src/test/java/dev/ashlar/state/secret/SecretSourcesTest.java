package dev.ashlar.state.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.state.SecretSource;
import dev.ashlar.value.Secret;
import dev.ashlar.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretSourcesTest {
  @TempDir Path folder;
  private SecretSources sources;

  @BeforeEach
  void open() {
    sources =
        SecretSources.of(
            List.of(
                SecretSource.variables(Map.of("ORDERS_TOKEN", "canary")),
                SecretSource.files(folder, Runnable::run),
                new Broken()));
  }

  @Test
  void aVariableIsFetchedAsASecret() {
    Value value = resolve("env:ORDERS_TOKEN").orThrow();

    assertThat(value).isEqualTo(Value.secret(Value.of("canary")));
    assertThat(value).hasToString("(secret)");
  }

  @Test
  void aFileIsFetchedWithoutTheLineBreakAtItsEnd() throws IOException {
    Files.writeString(folder.resolve("unix"), "canary\n");
    Files.writeString(folder.resolve("windows"), "canary\r\n");
    Files.writeString(folder.resolve("bare"), "canary");
    Files.writeString(folder.resolve("lines"), "a\nb\n\n");

    for (String name : List.of("unix", "windows", "bare", folder.resolve("bare").toString())) {
      assertThat(resolve("file:" + name).orThrow()).isEqualTo(Value.secret(Value.of("canary")));
    }
    assertThat(resolve("file:lines").orThrow()).isEqualTo(Value.secret(Value.of("a\nb\n")));
  }

  @Test
  void whatIsNotThereIsNamed() {
    assertRefused("env:MISSING", "state.secret-not-found", "MISSING");
    assertRefused("file:missing.txt", "state.secret-not-found", "missing.txt");
  }

  @Test
  void whatCannotBeASecretIsRefusedWithoutAWordOfIt() throws IOException {
    Files.write(folder.resolve("binary"), new byte[] {'c', 'a', 'n', 'a', 'r', 'y', (byte) 0xff});
    Files.writeString(folder.resolve("large"), "canary".repeat(20_000));

    assertRefused("file:binary", "state.secret-unusable", "not UTF-8");
    assertRefused("file:large", "state.secret-unusable", "64 KiB");
    assertRefused("file:.", "state.secret-unusable", "cannot be read");
    assertRefused("file:\0", "state.secret-reference", "not a path");
  }

  @Test
  void aReferenceWithoutASchemeIsNotRepeated() {
    assertRefused("canary", "state.secret-reference", "SCHEME:NAME");
    assertRefused("My canary: x", "state.secret-reference", "SCHEME:NAME");
  }

  @Test
  void anUnknownSchemeIsToldWhichThereAre() {
    assertRefused("vault:x", "state.secret-scheme", "broken, env, file");
  }

  @Test
  void aSourceThatBreaksTheContractIsContainedAndNotQuoted() {
    assertRefused("broken:throw", "state.secret-unusable", "IllegalStateException");
    assertRefused("broken:fail", "state.secret-unusable", "IOException");
  }

  private void assertRefused(String reference, String code, String hint) {
    Checked<Value.SecretValue> answer = resolve(reference);

    assertThat(answer.diagnostics()).extracting(Diagnostic::code).containsExactly(code);
    assertThat(answer.diagnostics().get(0).toString()).contains(hint).doesNotContain("canary");
  }

  private Checked<Value.SecretValue> resolve(String reference) {
    return sources.resolve(reference).join();
  }

  private static final class Broken implements SecretSource {
    @Override
    public String scheme() {
      return "broken";
    }

    @Override
    public CompletionStage<Checked<Secret<String>>> resolve(Request request) {
      if (request.name().equals("throw")) {
        throw new IllegalStateException("canary");
      }
      return CompletableFuture.failedFuture(new IOException("canary"));
    }
  }
}
