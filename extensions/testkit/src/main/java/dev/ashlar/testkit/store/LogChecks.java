package dev.ashlar.testkit.store;

import static dev.ashlar.testkit.store.Records.get;
import static dev.ashlar.testkit.store.Records.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.state.StateStore;
import dev.ashlar.value.Bytes;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What is written comes back. */
public final class LogChecks {
  private LogChecks() {}

  /** The checks. */
  public static Stream<StoreCheck> all() {
    return Stream.of(
        new StoreCheck("an environment that nobody wrote to is empty", LogChecks::empty),
        new StoreCheck("entries come back in order, as they were", LogChecks::order),
        new StoreCheck("entries may hold any bytes", LogChecks::anyBytes),
        new StoreCheck("a batch without entries changes nothing", LogChecks::nothing),
        new StoreCheck("two hundred batches come back in order", LogChecks::many),
        new StoreCheck("ten megabytes come back as they were", LogChecks::large),
        new StoreCheck("a closed store refuses", LogChecks::closed));
  }

  private static void empty(Records records) {
    assertThat(records.load()).isEqualTo(none());
    assertThat(get(records.store().environments())).isEmpty();
    records.release(records.acquire());
    assertThat(get(records.store().environments()))
        .as("an environment with a lease and nothing written is not listed")
        .isEmpty();
    assertThat(records.load()).isEqualTo(none());
  }

  private static StateStore.Log none() {
    return new StateStore.Log(java.util.Optional.empty(), List.of());
  }

  private static void order(Records records) {
    StateStore.Lease lease = records.acquire();
    records.append(lease, 1, "a", "b");
    records.append(lease, 1, "c");

    assertThat(records.texts()).containsExactly("a", "b", "c");
    records.release(lease);
    lease = records.acquire();
    records.append(lease, 2, "d");
    assertThat(records.texts()).containsExactly("a", "b", "c", "d");
  }

  private static void anyBytes(Records records) {
    byte[] all = new byte[512];
    IntStream.range(0, 512).forEach(i -> all[i] = (byte) i);
    StateStore.Lease lease = records.acquire();
    List<Bytes> entries = List.of(Bytes.of(all), Bytes.EMPTY, text("\n\n"), text("batch 1 1 0"));

    get(records.store().append(lease, new StateStore.Batch(1, entries)));
    records.release(lease);

    assertThat(records.load().entries()).isEqualTo(entries);
  }

  private static void nothing(Records records) {
    StateStore.Lease lease = records.acquire();
    records.append(lease, 1, "a");
    records.append(lease, 1);
    records.append(lease, 1, "b");

    assertThat(records.texts()).containsExactly("a", "b");
  }

  private static void many(Records records) {
    StateStore.Lease lease = records.acquire();
    List<String> all = IntStream.range(0, 200).mapToObj(i -> "entry " + i).toList();
    all.forEach(entry -> records.append(lease, 1, entry));

    assertThat(records.texts()).isEqualTo(all);
  }

  private static void large(Records records) {
    byte[] bytes = new byte[10 << 20];
    new Random(7).nextBytes(bytes);
    StateStore.Lease lease = records.acquire();
    StateStore store = records.store();

    get(store.append(lease, new StateStore.Batch(1, List.of(Bytes.of(bytes)))));
    get(store.compact(lease, new StateStore.Snapshot(1, Bytes.of(bytes))));
    get(store.append(lease, new StateStore.Batch(2, List.of(Bytes.of(bytes), text("end")))));

    StateStore.Log log = records.load();
    assertThat(Arrays.equals(log.snapshot().orElseThrow().bytes().toArray(), bytes))
        .as("the snapshot is as it was")
        .isTrue();
    assertThat(Arrays.equals(log.entries().get(0).toArray(), bytes))
        .as("the entry is as it was")
        .isTrue();
    assertThat(log.entries().get(1)).isEqualTo(text("end"));
  }

  private static void closed(Records records) {
    StateStore.Lease lease = records.acquire();
    records.store().close();

    assertThatThrownBy(() -> records.append(lease, 1, "x"))
        .as("a closed store writes nothing")
        .hasCauseInstanceOf(IllegalStateException.class);
    assertThatThrownBy(records::load)
        .as("a closed store reads nothing")
        .hasCauseInstanceOf(IllegalStateException.class);
  }
}
