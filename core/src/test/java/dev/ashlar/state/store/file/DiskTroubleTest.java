package dev.ashlar.state.store.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.state.StateStore;
import dev.ashlar.testing.disk.DiskOperation;
import dev.ashlar.testing.disk.DiskOperation.Kind;
import dev.ashlar.testing.disk.SimulatedDisk;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** The disk is full, or does not flush: whoever writes hears of it, and nothing else is lost. */
class DiskTroubleTest {
  private static final int MANY = 200;

  private final List<String> acknowledged = new ArrayList<>();
  private final List<String> refused = new ArrayList<>();
  private SimulatedDisk disk = SimulatedDisk.create();
  private int operations;
  private int struck;

  @Test
  void anOperationThatFailsOnceIsToldAndTheNextOneGoesOn() {
    int at = 1;
    do {
      begin();
      failAt(at, at + 1, Set.of(Kind.values()));
      workOn();
      holds();
    } while (struck > 0 && at++ < MANY);
    assertThat(at).isBetween(40, MANY);
  }

  @Test
  void aDiskThatIsFullFromSomewhereOnKeepsWhatItHas() {
    int at = 1;
    do {
      begin();
      failAt(at, Integer.MAX_VALUE, Set.of(Kind.WRITE, Kind.MAKE, Kind.LINK));
      workOn();
      holds();
    } while (struck > 0 && at++ < MANY);
    assertThat(at).isBetween(15, MANY);
  }

  /** After a flush that failed the system forgets what it held: writing it again is what helps. */
  @Test
  void aFlushThatFailsLosesNothingThatWasAcknowledged() {
    int at = 1;
    do {
      begin();
      failAt(at, at + 1, Set.of(Kind.FORCE, Kind.FORCE_FOLDER));
      workOn();
      holds();
    } while (struck > 0 && at++ < MANY);
    assertThat(at).isBetween(10, MANY);
  }

  @Test
  void whoWritesHearsWhy() {
    OnDisk store = new OnDisk(disk, 0);
    StateStore.Lease lease = store.acquire();
    failAt(1, 2, Set.of(Kind.WRITE));

    assertThatThrownBy(() -> store.append(lease, 1, "a"))
        .isInstanceOf(CompletionException.class)
        .hasRootCauseInstanceOf(IOException.class)
        .hasStackTraceContaining("No space left on device");
    store.append(lease, 1, "b");

    assertThat(store.words()).containsExactly("b");
  }

  private void begin() {
    disk = SimulatedDisk.create();
    acknowledged.clear();
    refused.clear();
  }

  private void failAt(int from, int until, Set<Kind> kinds) {
    operations = 0;
    struck = 0;
    disk.trouble(operation -> fail(operation, from, until, kinds));
  }

  private void fail(DiskOperation operation, int from, int until, Set<Kind> kinds)
      throws IOException {
    if (kinds.contains(operation.kind())) {
      operations++;
      if (operations >= from && operations < until) {
        struck++;
        throw new IOException("No space left on device");
      }
    }
  }

  /** Two owners, one after the other, each of whom goes on as long as there is a lease. */
  private void workOn() {
    for (int owner = 0; owner < 2; owner++) {
      OnDisk store = new OnDisk(disk, owner);
      try {
        StateStore.Lease lease = store.acquire();
        append(store, lease, owner, "a", "b");
        append(store, lease, owner, "c");
        long serial = owner + 1;
        tried(() -> store.compact(lease, serial));
        append(store, lease, owner, "d");
        tried(() -> store.release(lease));
      } catch (CompletionException e) {
        assertThat(e).hasRootCauseInstanceOf(IOException.class);
      }
    }
  }

  private void append(OnDisk store, StateStore.Lease lease, int owner, String... letters) {
    String[] words = new String[letters.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = letters[i] + owner;
    }
    boolean done = tried(() -> store.append(lease, owner + 1, words));
    (done ? acknowledged : refused).addAll(List.of(words));
  }

  private static boolean tried(Runnable action) {
    try {
      action.run();
      return true;
    } catch (CompletionException e) {
      assertThat(e.getCause())
          .isInstanceOfAny(IOException.class, StateStore.LeaseLostException.class);
      return false;
    }
  }

  /** Now the power goes, too: the worst of both. */
  private void holds() {
    disk.trouble(operation -> {});
    List<SimulatedDisk> left = new ArrayList<>(disk.afterPowerCut());
    left.add(disk.afterKill());
    for (SimulatedDisk each : left) {
      try (OnDisk reopened = new OnDisk(each, 10)) {
        List<String> words = reopened.words();
        assertThat(words).as("%s", each).containsSubsequence(acknowledged);
        words.removeAll(acknowledged);
        assertThat(refused).containsAll(words);
        reopened.append(reopened.acquire(), 100, "more");
      }
    }
  }
}
