package dev.ashlar.testkit.store;

import static dev.ashlar.testkit.store.Records.LONG;
import static dev.ashlar.testkit.store.Records.ORDERS;
import static dev.ashlar.testkit.store.Records.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.state.StateStore;
import dev.ashlar.value.Bytes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What was, stays readable for a while, however it is compacted. */
public final class SerialChecks {
  private static final int LAST = 50;
  private static final int OLDEST_KEPT = LAST - StateStore.KEPT_SERIALS + 1;

  private SerialChecks() {}

  /** The checks. */
  public static Stream<StoreCheck> all() {
    return Stream.of(
        new StoreCheck("a snapshot takes the place of what went before", SerialChecks::compacted),
        new StoreCheck(
            "what is compacted in the middle of a run is not lost", SerialChecks::inTheMiddle),
        new StoreCheck("an old serial is read as it was", SerialChecks::oldSerial),
        new StoreCheck(
            "the last twenty serials stay readable, however compacted", SerialChecks::twenty));
  }

  private static void compacted(Records records) {
    StateStore.Lease lease = records.acquire();
    records.append(lease, 1, "a", "b");

    records.compact(lease, 1, "ab");
    records.append(lease, 2, "c");

    StateStore.Log log = records.load();
    assertThat(log.snapshot()).contains(new StateStore.Snapshot(1, text("ab")));
    assertThat(log.entries()).containsExactly(text("c"));
    records.release(lease);
    assertThat(records.load()).isEqualTo(log);
  }

  private static void inTheMiddle(Records records) {
    StateStore.Lease lease = records.acquire();
    records.append(lease, 1, "begin");
    records.compact(lease, 1, "so far");
    records.append(lease, 1, "end");

    assertThat(records.load().snapshot()).contains(new StateStore.Snapshot(1, text("so far")));
    assertThat(records.texts()).containsExactly("end");
    assertThat(records.load(1).entries()).containsExactly(text("end"));
  }

  private static void oldSerial(Records records) {
    StateStore.Lease lease = records.acquire();
    records.append(lease, 1, "a");
    records.append(lease, 2, "b");
    records.compact(lease, 2, "ab");
    records.append(lease, 3, "c");

    assertThat(records.load(1).entries()).containsExactly(text("a"));
    assertThat(records.load(1).snapshot()).isEmpty();
    assertThat(records.load(2).snapshot()).isPresent();
    assertThat(records.load(2).entries()).isEmpty();
    assertThat(records.load(3).entries()).containsExactly(text("c"));
    assertThat(records.load(0).entries()).isEmpty();
    records.assertNotKept(4);
  }

  private static void twenty(Records records) {
    for (int serial = 1; serial <= LAST; serial++) {
      StateStore.Lease lease = records.acquire(ORDERS, serial % 7 == 0 ? Duration.ZERO : LONG);
      records.append(lease, serial, "run" + serial);
      if (serial % 3 == 0) {
        records.compact(lease, serial, "upto" + serial);
      }
      records.append(lease, serial, "end" + serial);
      if (serial % 7 != 0) {
        records.release(lease);
      }
    }

    for (int serial = OLDEST_KEPT; serial <= LAST; serial++) {
      StateStore.Log log = records.load(serial);
      int base = (int) log.snapshot().orElseThrow().serial();
      List<Bytes> expected = new ArrayList<>(List.of(text("end" + base)));
      for (int later = base + 1; later <= serial; later++) {
        expected.add(text("run" + later));
        expected.add(text("end" + later));
      }
      assertThat(log.entries()).as("serial %d", serial).isEqualTo(expected);
      assertThat(log.snapshot().get().bytes()).isEqualTo(text("upto" + base));
    }
    records.assertNotKept(1);
    records.assertNotKept(LAST + 1);
  }
}
