package dev.ashlar.state.store.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.state.StateStore;
import dev.ashlar.testing.disk.SimulatedDisk;
import dev.ashlar.value.Bytes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;

/** A store on a simulated disk, whose entries are words; a snapshot is all words before it. */
final class OnDisk implements AutoCloseable {
  private static final Environment.Id ORDERS = new Environment.Id("", "orders");
  private static final Instant START = Instant.parse("2030-01-01T00:00:00Z");

  private final StateStore store;

  /**
   * A store.
   *
   * @param hours how many hours after the beginning it is opened
   */
  OnDisk(SimulatedDisk disk, int hours) {
    Instant now = START.plus(Duration.ofHours(hours));
    store = DirectoryStore.at(disk.root().resolve("states"), () -> now, Runnable::run);
  }

  StateStore.Lease acquire() {
    return get(store.acquire(new StateStore.AcquireRequest(ORDERS, "ada", Duration.ofMinutes(5))))
        .lease()
        .orElseThrow();
  }

  void append(StateStore.Lease lease, long serial, String... words) {
    List<Bytes> entries = Arrays.stream(words).map(word -> Bytes.of(word.getBytes(UTF_8))).toList();
    get(store.append(lease, new StateStore.Batch(serial, entries)));
  }

  void compact(StateStore.Lease lease, long serial) {
    Bytes all = Bytes.of(String.join(" ", words()).getBytes(UTF_8));
    get(store.compact(lease, new StateStore.Snapshot(serial, all)));
  }

  void renew(StateStore.Lease lease) {
    get(store.renew(lease));
  }

  void release(StateStore.Lease lease) {
    get(store.release(lease));
  }

  String document(String name, String text) {
    return text(get(store.createDocument(ORDERS, name, Bytes.of(text.getBytes(UTF_8)))));
  }

  List<String> words() {
    StateStore.Log log = get(store.load(ORDERS, OptionalLong.empty()));
    List<String> words = new ArrayList<>();
    log.snapshot()
        .map(snapshot -> text(snapshot.bytes()))
        .ifPresent(text -> words.addAll(List.of(text.split(" ", -1))));
    log.entries().forEach(entry -> words.add(text(entry)));
    return words;
  }

  private static String text(Bytes bytes) {
    return new String(bytes.toArray(), UTF_8);
  }

  private static <T> T get(CompletionStage<T> stage) {
    return stage.toCompletableFuture().join();
  }

  @Override
  public void close() {
    store.close();
  }
}
