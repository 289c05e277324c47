package dev.ashlar.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.state.StateStore;
import dev.ashlar.testkit.StateStoreContract;
import dev.ashlar.testkit.Verdicts;
import dev.ashlar.value.Bytes;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A store that breaks one promise is caught by the check that is meant for it. */
class BrokenStoresTest {

  @Test
  void aStaleEpochThatWrites() {
    Map<Environment.Id, StateStore.Lease> latest = new ConcurrentHashMap<>();
    caught(
        "a lease that ended can be had, and its epoch never writes",
        () ->
            new BrokenStore() {
              @Override
              public CompletionStage<Acquisition> acquire(AcquireRequest request) {
                return store
                    .acquire(request)
                    .thenApply(
                        answer -> {
                          answer.lease().ifPresent(it -> latest.put(it.environment(), it));
                          return answer;
                        });
              }

              @Override
              public CompletionStage<Void> append(Lease lease, Batch batch) {
                return store.append(latest.getOrDefault(lease.environment(), lease), batch);
              }
            });
  }

  @Test
  void twoLeasesAtOnce() {
    caught(
        "only one has the lease, and others are told who",
        () ->
            new BrokenStore() {
              @Override
              public CompletionStage<Acquisition> acquire(AcquireRequest request) {
                return store.acquire(
                    new AcquireRequest(
                        request.environment(), request.holder(), java.time.Duration.ZERO));
              }
            });
  }

  @Test
  void halfABatch() {
    caught(
        "entries come back in order, as they were",
        () ->
            new BrokenStore() {
              @Override
              public CompletionStage<Void> append(Lease lease, Batch batch) {
                int most = Math.min(1, batch.entries().size());
                return store.append(
                    lease, new Batch(batch.serial(), batch.entries().subList(0, most)));
              }
            });
  }

  @Test
  void entriesInAnotherOrder() {
    caught(
        "two hundred batches come back in order",
        () ->
            new BrokenStore() {
              @Override
              public CompletionStage<Log> load(Environment.Id id, OptionalLong serial) {
                return store
                    .load(id, serial)
                    .thenApply(
                        log -> {
                          List<Bytes> entries = new java.util.ArrayList<>(log.entries());
                          Collections.reverse(entries);
                          return new Log(log.snapshot(), entries);
                        });
              }
            });
  }

  @Test
  void compactionThatForgetsTheSerialsBefore() {
    Map<Environment.Id, Long> compacted = new HashMap<>();
    caught(
        "the last twenty serials stay readable, however compacted",
        () ->
            new BrokenStore() {
              @Override
              public CompletionStage<Void> compact(Lease lease, Snapshot snapshot) {
                compacted.put(lease.environment(), snapshot.serial());
                return store.compact(lease, snapshot);
              }

              @Override
              public CompletionStage<Log> load(Environment.Id id, OptionalLong serial) {
                boolean gone =
                    serial.isPresent() && serial.getAsLong() < compacted.getOrDefault(id, 0L);
                return gone
                    ? CompletableFuture.completedFuture(new Log(Optional.empty(), List.of()))
                    : store.load(id, serial);
              }
            });
  }

  @Test
  void aReleaseThatFreesAnybodysLease() {
    Map<Environment.Id, StateStore.Lease> latest = new ConcurrentHashMap<>();
    caught(
        "giving back a lost lease takes nothing from the other",
        () ->
            new BrokenStore() {
              @Override
              public CompletionStage<Acquisition> acquire(AcquireRequest request) {
                return store
                    .acquire(request)
                    .thenApply(
                        answer -> {
                          answer.lease().ifPresent(it -> latest.put(it.environment(), it));
                          return answer;
                        });
              }

              @Override
              public CompletionStage<Void> release(Lease lease) {
                return store.release(latest.getOrDefault(lease.environment(), lease));
              }
            });
  }

  @Test
  void tenantsThatShareNames() {
    caught(
        "no two names meet, however odd",
        () ->
            new BrokenStore() {
              @Override
              public CompletionStage<Acquisition> acquire(AcquireRequest request) {
                return store.acquire(
                    new AcquireRequest(
                        untenanted(request.environment()), request.holder(), request.length()));
              }

              @Override
              public CompletionStage<Log> load(Environment.Id id, OptionalLong serial) {
                return store.load(untenanted(id), serial);
              }

              private Environment.Id untenanted(Environment.Id id) {
                return new Environment.Id("", id.name());
              }
            });
  }

  @Test
  void aDocumentThatIsOverwritten() {
    Map<String, Bytes> documents = new HashMap<>();
    caught(
        "a document is made once",
        () ->
            new BrokenStore() {
              @Override
              public CompletionStage<Bytes> createDocument(
                  Environment.Id id, String name, Bytes bytes) {
                documents.put(id + name, bytes);
                return CompletableFuture.completedFuture(bytes);
              }

              @Override
              public CompletionStage<Optional<Bytes>> document(Environment.Id id, String name) {
                return CompletableFuture.completedFuture(
                    Optional.ofNullable(documents.get(id + name)));
              }
            });
  }

  @Test
  void aTornBatchThatIsSeenInPart() {
    Verdicts verdicts = Verdicts.of(StateStoreContract.lasting(HalfTorn::new));
    assertThat(verdicts.failed())
        .containsKey(
            "a write that was torn 9 bytes before its end is not seen, and the log goes on");
  }

  /** Where a torn write leaves the first entry of a batch. */
  private static final class HalfTorn implements StateStoreContract.Place {
    private final StateStore shared = StateStore.inMemory();
    private boolean torn;

    @Override
    public StateStore open() {
      return new BrokenStore(shared) {
        @Override
        public CompletionStage<Log> load(Environment.Id id, OptionalLong serial) {
          return store.load(id, serial).thenApply(log -> torn ? half(log) : log);
        }

        @Override
        public void close() {
          // Who has it open besides goes on.
        }
      };
    }

    private static StateStore.Log half(StateStore.Log log) {
      return new StateStore.Log(
          log.snapshot(),
          log.entries().stream().filter(entry -> !entry.equals(Records.text("torn two"))).toList());
    }

    @Override
    public Optional<String> tear(int bytes) {
      torn = true;
      return Optional.of("the second entry of the last batch is gone");
    }
  }

  private static void caught(String by, Supplier<StateStore> stores) {
    Stream<org.junit.jupiter.api.DynamicTest> tests = StateStoreContract.tests(stores);
    assertThat(Verdicts.of(tests).failed()).containsKey(by);
  }
}
