package dev.ashlar.state.journal;

import static dev.ashlar.state.Samples.STAGING;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.state.KeyService;
import dev.ashlar.state.ManualTime;
import dev.ashlar.state.Samples;
import dev.ashlar.state.State;
import dev.ashlar.state.StateStore;
import dev.ashlar.state.secret.Fingerprints;
import dev.ashlar.state.secret.LocalKeyFile;
import dev.ashlar.value.Bytes;
import dev.ashlar.value.Value;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys are changed: old serials stay readable, unless the old keys are forgotten. */
class RekeyTest {
  private static final Pattern CIPHERTEXT = Pattern.compile("aes:([0-9a-z]+):[A-Za-z0-9+/]+");

  @TempDir private Path folder;
  private final ManualTime time = new ManualTime();
  private final StateStore store = StateStore.inMemory(time);
  private final Random random = new Random(2);

  private States states() {
    KeyService keys = new LocalKeyFile(folder.resolve("keys.json"), new Random(1), Runnable::run);
    return new States(store, keys, time, time, random, LeaseTerms.USUAL);
  }

  private State run(States states, long serial) {
    Journal journal = time.result(states.open(STAGING, "ada", Duration.ZERO)).orThrow();
    time.result(
        journal.append(
            List.of(
                Samples.runBegan(serial),
                Samples.created(Samples.database()),
                Samples.runEnded())));
    State state = journal.state();
    time.result(journal.close());
    return state;
  }

  private Checked<State> rekey(States states, boolean forget) {
    return time.result(states.rekey(STAGING, "olga", Duration.ZERO, forget));
  }

  private String lastKey() {
    StateStore.Log log =
        time.result(store.load(STAGING, OptionalLong.empty()).toCompletableFuture());
    String text =
        log.entries().isEmpty()
            ? text(log.snapshot().orElseThrow().bytes())
            : text(log.entries().get(log.entries().size() - 1));
    Matcher ciphertext = CIPHERTEXT.matcher(text);
    assertThat(ciphertext.find()).isTrue();
    return ciphertext.group(1);
  }

  private static String text(Bytes bytes) {
    return new String(bytes.toArray(), UTF_8);
  }

  @Test
  void theStateIsAsItWasAndWrittenAnewUnderTheNewKey() {
    State before = run(states(), 1);
    String oldKey = lastKey();

    State after = rekey(states(), false).orThrow();

    assertThat(after).isEqualTo(before);
    assertThat(lastKey()).isNotEqualTo(oldKey);
    assertThat(time.result(states().load(STAGING)).orThrow()).isEqualTo(before);
  }

  @Test
  void newWritesAreUnderTheNewKeyAndOldSerialsStayReadable() {
    State first = run(states(), 1);
    rekey(states(), false);
    String newKey = lastKey();
    run(states(), 2);

    assertThat(lastKey()).isEqualTo(newKey);
    assertThat(time.result(states().load(STAGING, 1)).orThrow()).isEqualTo(first);
  }

  @Test
  void fingerprintsOutliveKeysThatAreForgotten() {
    Fingerprints before = time.result(states().fingerprints(STAGING)).orThrow();
    run(states(), 1);
    rekey(states(), true);
    rekey(states(), true);

    Fingerprints after = time.result(states().fingerprints(STAGING)).orThrow();
    assertThat(after.of(Value.of("x"))).isEqualTo(before.of(Value.of("x")));
    assertThat(after.seal("plan".getBytes(UTF_8))).isEqualTo(before.seal("plan".getBytes(UTF_8)));
  }

  @Test
  void whatAForgottenKeyEncryptedIsUnreadableAndSaidSoByCode() {
    run(states(), 1);
    run(states(), 2);
    State now = rekey(states(), true).orThrow();

    assertThat(time.result(states().load(STAGING)).orThrow()).isEqualTo(now);
    assertThat(time.result(states().load(STAGING, 1)).diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly("state.secret-shredded");
    String keyring =
        text(time.result(store.document(STAGING, "keyring").toCompletableFuture()).orElseThrow());
    assertThat(keyring).contains("\"forgotten\":[\"").contains("\"v\":2");
    assertThat(keyring.split("\"wrappedBy\"", -1)).as("one key and the marks").hasSize(3);
  }

  @Test
  void anEngineThatOpenedTheKeysBeforeFollowsAChangeByAnother() {
    States early = states();
    run(early, 1);
    rekey(states(), true);
    String newKey = lastKey();

    run(early, 2);

    assertThat(lastKey()).isEqualTo(newKey);
    assertThat(time.result(states().load(STAGING)).isSound()).isTrue();
  }

  @Test
  void keysAreNotChangedUnderAWriter() {
    States writing = states();
    Journal journal = time.result(writing.open(STAGING, "ada", Duration.ZERO)).orThrow();

    assertThat(rekey(states(), false).diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly("state.locked");
    time.result(journal.close());
  }

  @Test
  void aCiphertextThatIsCutAnywhereIsRefused() {
    run(states(), 1);
    StateStore.Log log =
        time.result(store.load(STAGING, OptionalLong.empty()).toCompletableFuture());
    String whole = text(log.entries().get(1));
    Matcher ciphertext = CIPHERTEXT.matcher(whole);
    assertThat(ciphertext.find()).isTrue();
    for (int end = ciphertext.start() + 4; end < ciphertext.end(); end++) {
      StateStore copy = StateStore.inMemory(time);
      String cut = whole.substring(0, end) + whole.substring(ciphertext.end());
      assertThat(read(copy, log, cut).diagnostics())
          .as("%s characters", end - ciphertext.start())
          .extracting(Diagnostic::code)
          .containsExactly("state.secret-unreadable");
    }
  }

  private Checked<State> read(StateStore copy, StateStore.Log log, String second) {
    time.result(
        copy.createDocument(
                STAGING,
                "keyring",
                time.result(store.document(STAGING, "keyring").toCompletableFuture()).orElseThrow())
            .toCompletableFuture());
    StateStore.Lease lease =
        time.result(
                copy.acquire(new StateStore.AcquireRequest(STAGING, "copy", Duration.ofMinutes(1)))
                    .toCompletableFuture())
            .lease()
            .orElseThrow();
    List<Bytes> entries =
        List.of(log.entries().get(0), Bytes.of(second.getBytes(UTF_8)), log.entries().get(2));
    time.result(copy.append(lease, new StateStore.Batch(1, entries)).toCompletableFuture());
    KeyService keys = new LocalKeyFile(folder.resolve("keys.json"), new Random(1), Runnable::run);
    return time.result(new States(copy, keys, time, time, random, LeaseTerms.USUAL).load(STAGING));
  }
}
