package dev.ashlar.state.store.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.state.StateStore;
import dev.ashlar.testing.disk.DiskOperation;
import dev.ashlar.testing.disk.SimulatedDisk;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The power goes, or the process is killed, after every single operation on the disk. Whatever the
 * disk has of what was not forced: what was acknowledged is there, what was not is there whole or
 * not at all, and writing goes on.
 */
class PowerCutTest {
  private final SimulatedDisk disk = SimulatedDisk.create();
  private final List<String> acknowledged = new ArrayList<>();
  private List<String> underWay = List.of();
  private final Set<DiskOperation.Kind> kinds = new LinkedHashSet<>();
  private String last = "";
  private boolean broken;
  private int cuts;
  private int disks;
  private int hours;

  @Test
  void nothingAcknowledgedIsLostWhereverThePowerGoes() {
    disk.watch(this::cutThePower);
    OnDisk store = new OnDisk(disk, hours);
    StateStore.Lease first = store.acquire();
    append(store, first, 1, "a");
    append(store, first, 1, "b", "c", "d");
    store.renew(first);
    append(store, first, 2, "e");
    store.compact(first, 2);
    append(store, first, 3, "f", "g");
    store.release(first);
    StateStore.Lease second = store.acquire();
    append(store, second, 4, "h");
    store.compact(second, 4);
    store.compact(second, 4);
    store.release(second);
    store.close();

    assertThat(cuts).isGreaterThan(60);
    assertThat(disks).isGreaterThan(300);
    assertThat(kinds).containsAll(EnumSet.complementOf(EnumSet.of(DiskOperation.Kind.TRUNCATE)));
  }

  @Test
  void nothingIsLostThoughEachOwnerDiedWithoutGivingTheLeaseBack() {
    disk.watch(this::cutThePower);
    for (hours = 0; hours < 6; hours++) {
      OnDisk store = new OnDisk(disk, hours);
      StateStore.Lease lease = store.acquire();
      append(store, lease, hours + 1, "w" + hours);
      if (hours % 2 == 1) {
        store.compact(lease, hours + 1);
      }
    }

    assertThat(disks).isGreaterThan(300);
  }

  @Test
  void nothingIsLostWhenOldSerialsAreForgotten() {
    OnDisk store = new OnDisk(disk, hours);
    StateStore.Lease lease = store.acquire();
    for (int serial = 1; serial <= 24; serial++) {
      append(store, lease, serial, "w" + serial);
      if (serial == 22) {
        disk.watch(this::cutThePower);
      }
      store.compact(lease, serial);
    }

    assertThat(kinds).contains(DiskOperation.Kind.DELETE);
  }

  @Test
  void aDocumentIsThereWholeOrNotAtAll() {
    List<String> seen = new ArrayList<>();
    disk.watch(
        operation -> {
          for (SimulatedDisk left : disk.afterPowerCut()) {
            try (OnDisk reopened = new OnDisk(left, 1)) {
              seen.add(reopened.document("lineage", "other"));
            }
          }
        });
    try (OnDisk store = new OnDisk(disk, 0)) {
      store.document("lineage", "mine");
    }
    assertThat(seen).containsOnly("mine", "other");

    seen.clear();
    disk.watch(operation -> {});
    for (SimulatedDisk left : disk.afterPowerCut()) {
      try (OnDisk reopened = new OnDisk(left, 1)) {
        seen.add(reopened.document("lineage", "other"));
      }
    }
    assertThat(seen).as("once it was acknowledged").containsOnly("mine");
  }

  private void append(OnDisk store, StateStore.Lease lease, long serial, String... words) {
    underWay = List.of(words);
    store.append(lease, serial, words);
    acknowledged.addAll(underWay);
    underWay = List.of();
    last = "the answer";
    cutThePower();
  }

  private void cutThePower(DiskOperation operation) {
    last = operation.toString();
    kinds.add(operation.kind());
    cutThePower();
  }

  private void cutThePower() {
    if (broken) {
      return;
    }
    cuts++;
    List<SimulatedDisk> left = new ArrayList<>(disk.afterPowerCut());
    left.add(disk.afterKill());
    broken = true; // what follows a failure would hide it
    left.forEach(this::isSound);
    broken = false;
    disks += left.size();
  }

  private void isSound(SimulatedDisk left) {
    List<String> whole = new ArrayList<>(acknowledged);
    whole.addAll(underWay);
    String files = last + " left\n" + left;
    try (OnDisk reopened = new OnDisk(left, hours + 1)) {
      List<String> words = reopened.words();
      assertThat(words).as("%s", files).isIn(acknowledged, whole);
      StateStore.Lease lease = reopened.acquire();
      reopened.append(lease, 100, "more");
      words.add("more");
      assertThat(reopened.words()).isEqualTo(words);
    } catch (RuntimeException e) {
      throw new AssertionError(files, e);
    }
  }
}
