package dev.ashlar.state.journal;

import static dev.ashlar.state.Samples.STAGING;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.state.JournalEntry;
import dev.ashlar.state.KeyService;
import dev.ashlar.state.ManualTime;
import dev.ashlar.state.Samples;
import dev.ashlar.state.State;
import dev.ashlar.state.StateObject;
import dev.ashlar.state.StateStore;
import dev.ashlar.state.secret.LocalKeyFile;
import dev.ashlar.state.store.SlowStore;
import dev.ashlar.value.Address;
import dev.ashlar.value.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  @TempDir Path folder;
  private final ManualTime time = new ManualTime();
  private final SlowStore store = new SlowStore(StateStore.inMemory(time));
  private States states;
  private Journal journal;

  @BeforeEach
  void open() {
    KeyService keys = new LocalKeyFile(folder.resolve("keys.json"), new Random(1), Runnable::run);
    states = new States(store, keys, time, time, new Random(2), LeaseTerms.USUAL);
    journal = time.result(states.open(STAGING, "ada", Duration.ZERO)).orThrow();
    time.result(journal.append(List.of(Samples.runBegan(1))));
    store.batches().clear();
  }

  private static JournalEntry entry(String name) {
    return Samples.created(Samples.queue(name));
  }

  private CompletableFuture<Void> append(String name) {
    return journal.append(List.of(entry(name)));
  }

  @Test
  void whatIsAppendedWhileAFlushIsUnderWaySharesTheNextOne() {
    store.hold();
    CompletableFuture<Void> first = append("a");
    time.settle();
    CompletableFuture<Void> second = append("b");
    CompletableFuture<Void> third = append("c");
    time.settle();
    assertThat(store.batches()).hasSize(1);

    store.letOneThrough();
    time.settle();
    assertThat(first).isCompleted();
    assertThat(second).isNotDone();
    assertThat(store.batches()).extracting(batch -> batch.entries().size()).containsExactly(1, 2);

    store.letOneThrough();
    time.settle();
    assertThat(second).isCompleted();
    assertThat(third).isCompleted();
  }

  @Test
  void theStateTellsOnlyWhatIsDurable() {
    store.hold();
    CompletableFuture<Void> appended = append("a");
    time.settle();
    assertThat(journal.state().objects()).isEmpty();

    store.letOneThrough();
    time.result(appended);
    assertThat(journal.state().at(Address.of("a"))).isPresent();
  }

  @Test
  void entriesBecomeDurableInTheOrderOfTheCalls() {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      int number = i;
      append("q" + i).thenRun(() -> order.add(number));
    }
    time.settle();

    assertThat(order).isSorted().hasSize(20);
    time.result(journal.close());
    assertThat(time.result(states.load(STAGING)).orThrow().objects()).hasSize(20);
  }

  @Test
  void runsOfDifferentSerialsDoNotShareABatch() {
    store.hold();
    append("a");
    time.settle();
    append("b");
    journal.append(List.of(Samples.runEnded()));
    journal.append(List.of(Samples.runBegan(2)));
    append("c");
    for (int i = 0; i < 3; i++) {
      store.letOneThrough();
      time.settle();
    }

    assertThat(store.batches()).extracting(StateStore.Batch::serial).containsExactly(1L, 1L, 2L);
    assertThat(time.result(states.load(STAGING, 1)).orThrow().at(Address.of("c"))).isEmpty();
    assertThat(time.result(states.load(STAGING, 2)).orThrow().at(Address.of("c"))).isPresent();
  }

  @Test
  void afterAFailureNothingIsAppendedAnyMore() {
    store.hold();
    time.settle();
    CompletableFuture<Void> first = append("a");
    time.settle();
    store.fail(new UncheckedIOException(new IOException("canary")));
    CompletableFuture<Void> second = append("b");
    store.letOneThrough();
    time.settle();
    CompletableFuture<Void> third = append("c");

    assertThat(first).isCompleted();
    assertRefused(second, "state.store-unreachable");
    assertRefused(third, "state.store-unreachable");
    assertThat(journal.leaseLeft()).isZero();
    assertThat(journal.state().objects()).hasSize(1);
    time.result(journal.close());
  }

  @Test
  void aLeaseThatAnotherTookEndsEverything() {
    store.fail(new StateStore.LeaseLostException("bob"));

    assertRefused(append("a"), "state.lease-lost");
  }

  @Test
  void afterTheCloseNothingIsAppended() {
    CompletableFuture<Void> before = append("a");
    CompletableFuture<Void> closed = journal.close();
    CompletableFuture<Void> after = append("b");

    time.result(closed);
    assertThat(before).isCompleted();
    assertRefused(after, "state.journal-closed");
    assertThat(time.timers()).isZero();
  }

  @Test
  void theLeaseIsRenewedByTimerForAsLongAsTheJournalIsOpen() {
    assertThat(journal.leaseLeft()).isEqualTo(Duration.ofMinutes(10));

    time.pass(Duration.ofHours(3));

    assertThat(store.renewals()).isEqualTo(180);
    assertThat(journal.leaseLeft()).isEqualTo(Duration.ofMinutes(10));
    time.result(append("a"));
    time.result(journal.close());
    time.pass(Duration.ofHours(1));
    assertThat(store.renewals()).isEqualTo(180);
  }

  @Test
  void aRenewalThatFailsIsTriedAgainSoon() {
    store.failRenewals(Optional.of(new UncheckedIOException(new IOException("away"))));
    time.pass(Duration.ofMinutes(5));
    assertThat(journal.leaseLeft()).isEqualTo(Duration.ofMinutes(5));

    store.failRenewals(Optional.empty());
    time.pass(Duration.ofSeconds(10));
    assertThat(journal.leaseLeft()).isGreaterThan(Duration.ofMinutes(9));
  }

  @Test
  void aLeaseThatCannotBeRenewedRunsOut() {
    store.failRenewals(Optional.of(new UncheckedIOException(new IOException("away"))));

    time.pass(Duration.ofMinutes(11));

    assertThat(journal.leaseLeft()).isZero();
  }

  @Test
  void aLeaseThatIsFoundLostWhileRenewingEndsTheJournal() {
    store.failRenewals(Optional.of(new StateStore.LeaseLostException("bob")));

    time.pass(Duration.ofMinutes(2));

    assertRefused(append("a"), "state.lease-lost");
  }

  @Test
  void aSmallLogIsNotCompacted() {
    time.result(append("a"));
    time.result(journal.close());

    assertThat(store.snapshots()).isEmpty();
  }

  @Test
  void aLogThatOutgrewTheStateIsCompactedWhenTheJournalCloses() {
    for (int i = 0; i < 300; i++) {
      append("a");
    }
    time.settle();
    State before = journal.state();
    time.result(journal.close());

    assertThat(store.snapshots()).hasSize(1);
    assertThat(time.result(states.load(STAGING)).orThrow()).isEqualTo(before);
  }

  @Test
  void aCompactionThatFailsLosesNothing() {
    for (int i = 0; i < 300; i++) {
      append("a");
    }
    time.settle();
    State before = journal.state();
    CompletableFuture<Void> closed = journal.close();
    store.fail(new UncheckedIOException(new IOException("full")));
    time.result(closed);

    assertThat(time.result(states.load(STAGING)).orThrow()).isEqualTo(before);
    assertThat(time.result(states.open(STAGING, "bob", Duration.ZERO)).isSound()).isTrue();
  }

  @Test
  void theBytesOfAChangeDoNotGrowWithTheState() {
    time.result(append("first"));
    time.result(append("again"));
    int small = size(store.batches().get(1));
    List<JournalEntry> many = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      many.add(entry("q" + i));
    }
    time.result(journal.append(many));
    time.result(append("later"));

    assertThat(size(store.batches().get(store.batches().size() - 1))).isEqualTo(small);
  }

  @Test
  void noSecretIsReadableInAnyByteThatWasWritten() {
    StateObject database = Samples.database();
    time.result(
        journal.append(
            List.of(
                Samples.creating(database),
                new JournalEntry.OperationProgressed(
                    database.id() + "/create", "canary", Optional.empty(), Samples.AT),
                Samples.created(database),
                Samples.runEnded())));
    for (int i = 0; i < 300; i++) {
      append("a");
    }
    time.result(journal.close());

    assertThat(store.snapshots()).isNotEmpty();
    assertThat(store.batches()).isNotEmpty();
    store.batches().forEach(batch -> batch.entries().forEach(JournalTest::assertNoSecret));
    store.snapshots().forEach(snapshot -> assertNoSecret(snapshot.bytes()));
  }

  private static void assertNoSecret(Bytes bytes) {
    assertThat(new String(bytes.toArray(), UTF_8))
        .doesNotContain("canary")
        .doesNotContain("hunter2");
  }

  private static int size(StateStore.Batch batch) {
    return batch.entries().stream().mapToInt(Bytes::size).sum();
  }

  private void assertRefused(CompletableFuture<Void> append, String code) {
    time.settle();
    assertThatThrownBy(append::join)
        .cause()
        .isInstanceOfSatisfying(
            JournalException.class,
            refused -> {
              assertThat(refused.diagnostic().code()).isEqualTo(code);
              assertThat(refused).hasMessageNotContaining("canary");
            });
  }
}
