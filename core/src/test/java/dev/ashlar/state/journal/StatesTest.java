package dev.ashlar.state.journal;

import static dev.ashlar.state.Samples.STAGING;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.state.JournalEntry;
import dev.ashlar.state.KeyService;
import dev.ashlar.state.ManualTime;
import dev.ashlar.state.Samples;
import dev.ashlar.state.State;
import dev.ashlar.state.StateObject;
import dev.ashlar.state.StateStore;
import dev.ashlar.state.secret.LocalKeyFile;
import dev.ashlar.value.Bytes;
import dev.ashlar.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatesTest {
  private static final Duration NO_WAIT = Duration.ZERO;

  @TempDir Path folder;
  private final ManualTime time = new ManualTime();
  private final StateStore store = StateStore.inMemory(time);

  private final Random random = new Random(2);

  private States states() {
    KeyService keys = new LocalKeyFile(folder.resolve("keys.json"), new Random(1), Runnable::run);
    return new States(store, keys, time, time, random, LeaseTerms.USUAL);
  }

  private Journal open(States states) {
    return time.result(states.open(STAGING, "ada", NO_WAIT)).orThrow();
  }

  @Test
  void anEnvironmentOfWhichNothingIsRecordedIsEmpty() {
    State state = time.result(states().load(STAGING)).orThrow();

    assertThat(state.serial()).isZero();
    assertThat(state.lineage()).isEmpty();
    assertThat(state.objects()).isEmpty();
    assertThat(time.result(states().environments())).isEmpty();
  }

  @Test
  void whatWasAppendedIsThereForTheNextEngine() {
    StateObject queue = Samples.queue("queue");
    StateObject database = Samples.database();
    Journal journal = open(states());
    String lineage = journal.state().lineage();

    time.result(
        journal.append(
            List.of(
                Samples.runBegan(1),
                Samples.created(queue),
                Samples.created(database),
                Samples.runEnded())));
    time.result(journal.close());

    State state = time.result(states().load(STAGING)).orThrow();
    assertThat(lineage).hasSize(20);
    assertThat(state.serial()).isEqualTo(1);
    assertThat(state.objects()).containsExactly(database, queue);
    assertThat(time.result(states().environments())).containsExactly(STAGING);
  }

  @Test
  void aSecondOneIsToldWhoHoldsTheEnvironment() {
    open(states());

    Checked<Journal> second = time.result(states().open(STAGING, "bob", NO_WAIT));

    assertThat(second.diagnostics()).extracting(Diagnostic::code).containsExactly("state.locked");
    assertThat(second.diagnostics().get(0).detail()).contains("ada");
  }

  @Test
  void whoHoldsTheEnvironmentIsToldWithoutTakingIt() {
    assertThat(time.result(states().locked(STAGING))).isEmpty();
    Journal journal = open(states());
    assertThat(time.result(states().locked(STAGING)).orElseThrow().detail()).contains("ada");
    time.result(journal.close());
    assertThat(time.result(states().locked(STAGING))).isEmpty();
  }

  @Test
  void aSecondOneWaitsByTimerUntilTheFirstIsDone() {
    Journal first = open(states());
    var second = states().open(STAGING, "bob", Duration.ofMinutes(1));
    time.pass(Duration.ofSeconds(20));
    assertThat(second).isNotDone();

    time.result(first.close());
    time.pass(Duration.ofSeconds(5));

    assertThat(time.result(second).isSound()).isTrue();
  }

  @Test
  void theWaitEndsWithWordOfWhoHoldsIt() {
    open(states());
    var second = states().open(STAGING, "bob", Duration.ofSeconds(30));

    time.pass(Duration.ofSeconds(29));
    assertThat(second).isNotDone();
    time.pass(Duration.ofSeconds(2));

    assertThat(time.result(second).diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly("state.locked");
  }

  @Test
  void whoeverWaitsLongerThanALeaseThatIsNotRenewedGetsIt() {
    time.result(
        store
            .acquire(new StateStore.AcquireRequest(STAGING, "dead", Duration.ofMinutes(10)))
            .toCompletableFuture());
    var second = states().open(STAGING, "bob", Duration.ofMinutes(11));

    time.pass(Duration.ofMinutes(11));

    assertThat(time.result(second).isSound()).isTrue();
  }

  @Test
  void aMissingKeyFileRefusesTheState() throws IOException {
    write(Samples.runBegan(1));
    Files.delete(folder.resolve("keys.json"));

    assertRefused("state.key-missing");
    assertThat(folder.resolve("keys.json")).doesNotExist();
  }

  @Test
  void recordsWithoutTheirKeyringAreRefusedAndNoneIsMade() {
    StateStore.Lease lease =
        store
            .acquire(new StateStore.AcquireRequest(STAGING, "x", Duration.ZERO))
            .toCompletableFuture()
            .join()
            .lease()
            .orElseThrow();
    Bytes line = Bytes.of("{}".getBytes(UTF_8));
    time.result(store.append(lease, new StateStore.Batch(1, List.of(line))).toCompletableFuture());

    assertRefused("state.key-missing");
    assertThat(time.result(store.document(STAGING, "keyring").toCompletableFuture())).isEmpty();
  }

  @Test
  void aRecordThatIsNotUnderstoodIsNamedByItsNumber() {
    write(Samples.runBegan(1), Samples.runEnded());
    appendRaw("{\"v\":1,\"entry\":\"canary\"}");

    Checked<State> loaded = time.result(states().load(STAGING));

    assertThat(loaded.diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly("state.unreadable");
    assertThat(loaded.diagnostics().get(0).detail())
        .contains("Entry 3")
        .contains("acme/orders-staging")
        .doesNotContain("canary");
  }

  @Test
  void recordsOfALaterEngineAreRefusedAsSuch() {
    write(Samples.runBegan(1));
    appendRaw("{\"v\":9,\"entry\":\"run-ended\"}");

    assertRefused("state.newer-format");
  }

  @Test
  void aStateThatBreaksAnInvariantIsRefused() {
    StateObject queue = Samples.queue("queue");
    write(
        Samples.runBegan(1),
        Samples.created(Samples.queue(queue.id().address(), 2).asDeposed()),
        Samples.created(queue));

    assertRefused("state.invariant-1");
  }

  @Test
  void aRefusedOpeningGivesTheLeaseBack() {
    write(Samples.runBegan(1));
    appendRaw("{}");

    assertRefused("state.unreadable");

    StateStore.Acquisition free =
        time.result(
            store
                .acquire(new StateStore.AcquireRequest(STAGING, "x", Duration.ZERO))
                .toCompletableFuture());
    assertThat(free.lease()).isPresent();
  }

  @Test
  void theLineageStaysFromRunToRun() {
    Journal first = open(states());
    String lineage = first.state().lineage();
    time.result(
        first.append(
            List.of(
                new JournalEntry.RunBegan(
                    "r", lineage, 1, State.Origin.NONE, "ada", "stop", Samples.AT))));
    time.result(first.close());

    assertThat(open(states()).state().lineage()).isEqualTo(lineage);
  }

  @Test
  void oldSerialsAreReadAsTheyWere() {
    for (int serial = 1; serial <= 3; serial++) {
      write(
          Samples.runBegan(serial),
          Samples.created(Samples.queue("q" + serial)),
          Samples.runEnded());
    }

    for (int serial = 0; serial <= 3; serial++) {
      State state = time.result(states().load(STAGING, serial)).orThrow();
      assertThat(state.serial()).isEqualTo(serial);
      assertThat(state.objects()).hasSize(serial);
    }
    assertThat(time.result(states().load(STAGING, 4)).diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly("state.serial-not-kept");
  }

  @Test
  void fingerprintsAreTheSameBeforeTheFirstRunAndForEveryLaterEngine() {
    Value secret = Value.secret(Value.of("hunter2"));
    String before = time.result(states().fingerprints(STAGING)).orThrow().of(secret);
    assertThat(time.result(states().environments())).isEmpty();

    write(Samples.runBegan(1));

    assertThat(time.result(states().fingerprints(STAGING)).orThrow().of(secret)).isEqualTo(before);
    assertThat(
            time.result(states().fingerprints(new Environment.Id("", "other")))
                .orThrow()
                .of(secret))
        .isNotEqualTo(before);
  }

  @Test
  void aKeyServiceThatFailsIsNotQuoted() {
    KeyService failing =
        new KeyService() {
          @Override
          public CompletionStage<WrappedKey> wrap(WrapRequest request) {
            return CompletableFuture.failedFuture(new IllegalStateException("canary"));
          }

          @Override
          public CompletionStage<Bytes> unwrap(UnwrapRequest request) {
            throw new IllegalStateException("canary");
          }
        };
    States states = new States(store, failing, time, time, random, LeaseTerms.USUAL);

    Checked<Journal> opened = time.result(states.open(STAGING, "ada", NO_WAIT));

    assertThat(opened.diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly("state.key-refused");
    assertThat(opened.diagnostics().get(0).detail())
        .contains("IllegalStateException")
        .doesNotContain("canary");
    write(Samples.runBegan(1));
    assertThat(time.result(states.load(STAGING)).diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly("state.key-refused");
  }

  private void write(JournalEntry... entries) {
    Journal journal = open(states());
    time.result(journal.append(List.of(entries)));
    time.result(journal.close());
  }

  private void appendRaw(String line) {
    StateStore.Lease lease =
        store
            .acquire(new StateStore.AcquireRequest(STAGING, "x", Duration.ZERO))
            .toCompletableFuture()
            .join()
            .lease()
            .orElseThrow();
    time.result(
        store
            .append(lease, new StateStore.Batch(1, List.of(Bytes.of(line.getBytes(UTF_8)))))
            .toCompletableFuture());
    time.result(store.release(lease).toCompletableFuture());
  }

  private void assertRefused(String code) {
    assertThat(time.result(states().load(STAGING)).diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly(code);
    assertThat(time.result(states().open(STAGING, "ada", NO_WAIT)).diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly(code);
  }
}
