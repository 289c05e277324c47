package dev.ashlar.testkit.store;

import static dev.ashlar.testkit.store.Records.LONG;
import static dev.ashlar.testkit.store.Records.ORDERS;
import static dev.ashlar.testkit.store.Records.assertLost;
import static dev.ashlar.testkit.store.Records.batch;
import static dev.ashlar.testkit.store.Records.get;
import static dev.ashlar.testkit.store.Records.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.state.StateStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One writes, and a lost lease never does. */
public final class LeaseChecks {
  private static final int WRITERS = 4;

  private LeaseChecks() {}

  /** The checks. */
  public static Stream<StoreCheck> all() {
    return Stream.of(
        new StoreCheck("only one has the lease, and others are told who", LeaseChecks::oneLease),
        new StoreCheck("who has the lease is told truly, if at all", LeaseChecks::holder),
        new StoreCheck("a lease that was given back can be had again", LeaseChecks::released),
        new StoreCheck("environments do not hinder each other", LeaseChecks::independent),
        new StoreCheck("a lease can be renewed", LeaseChecks::renewed),
        new StoreCheck("a renewed lease does not end when it would have", LeaseChecks::prolonged),
        new StoreCheck(
            "a lease that ended can be had, and its epoch never writes", LeaseChecks::fenced),
        new StoreCheck("epochs grow, whoever comes and goes", LeaseChecks::epochs),
        new StoreCheck(
            "giving back a lost lease takes nothing from the other", LeaseChecks::lostRelease),
        new StoreCheck("of many that write at once none loses what succeeded", LeaseChecks::race));
  }

  private static void oneLease(Records records) {
    StateStore.Lease lease = records.acquire();

    StateStore.Acquisition other = records.ask(ORDERS, "bob", LONG);

    assertThat(other.lease()).as("a second lease while the first one lasts").isEmpty();
    assertThat(other.holder()).isEqualTo("ada");
    assertThat(other.until()).isEqualTo(lease.until());
  }

  private static void holder(Records records) {
    assertThat(get(records.store().holder(ORDERS))).as("who has a free lease").isEmpty();
    StateStore.Lease lease = records.acquire();

    Optional<StateStore.Holder> told = get(records.store().holder(ORDERS));

    if (told.isPresent()) {
      assertThat(told).contains(new StateStore.Holder("ada", lease.until()));
    }
    records.release(lease);
    assertThat(get(records.store().holder(ORDERS))).as("who has it once given back").isEmpty();
    assertThat(records.acquire().epoch()).isGreaterThan(lease.epoch());
  }

  private static void released(Records records) {
    StateStore.Lease first = records.acquire();
    records.append(first, 1, "a");
    records.release(first);

    StateStore.Lease second = records.acquire();

    assertThat(second.epoch()).isGreaterThan(first.epoch());
    assertLost(
        "a write after the lease was given back", records.store().append(first, batch(1, "x")));
    records.append(second, 2, "b");
    assertThat(records.texts()).containsExactly("a", "b");
  }

  private static void independent(Records records) {
    Environment.Id other = new Environment.Id("acme", "payments");
    StateStore.Lease one = records.acquire();
    StateStore.Lease two = records.acquire(other);

    records.append(one, 1, "a");
    records.append(two, 1, "b");

    assertThat(records.texts()).containsExactly("a");
    assertThat(records.load(other).entries()).containsExactly(text("b"));
  }

  private static void renewed(Records records) {
    StateStore.Lease lease = records.acquire();

    StateStore.Lease renewed = get(records.store().renew(lease));

    assertThat(renewed.epoch()).isEqualTo(lease.epoch());
    assertThat(renewed.until()).isAfterOrEqualTo(lease.until());
    records.append(lease, 1, "a");
    records.append(renewed, 1, "b");
    assertThat(records.texts()).containsExactly("a", "b");
  }

  private static void prolonged(Records records) {
    StateStore.Lease lease = records.acquire();
    StateStore.Lease renewed = get(records.store().renew(lease));

    StateStore.Acquisition other = records.ask(ORDERS, "bob", LONG);

    assertThat(other.lease()).isEmpty();
    assertThat(other.until()).as("others are told the new end").isEqualTo(renewed.until());
  }

  private static void fenced(Records records) {
    StateStore.Lease paused = records.brief();
    records.append(paused, 1, "a");

    StateStore.Lease successor = records.acquire();

    StateStore store = records.store();
    assertLost("a write with an older epoch", store.append(paused, batch(1, "x")));
    assertLost(
        "a compaction with an older epoch",
        store.compact(paused, new StateStore.Snapshot(1, text("y"))));
    assertLost("a renewal of an older epoch", store.renew(paused));
    records.append(successor, 1, "b");
    assertThat(records.texts()).containsExactly("a", "b");
    assertThat(records.load().snapshot()).isEmpty();
  }

  private static void epochs(Records records) {
    long last = records.brief().epoch();
    for (int i = 0; i < 30; i++) {
      StateStore.Lease next = records.brief();
      assertThat(next.epoch()).isGreaterThan(last);
      last = next.epoch();
      if (i % 3 == 0) {
        records.append(next, 1, "entry");
      }
      if (i % 4 == 0) {
        records.release(next);
      }
    }
  }

  private static void lostRelease(Records records) {
    StateStore.Lease lost = records.brief();
    StateStore.Lease successor = records.acquire();

    records.release(lost);
    records.release(lost);

    assertThat(records.ask(ORDERS, "bob", LONG).lease())
        .as("the successor still has its lease")
        .isEmpty();
    records.append(successor, 1, "a");
    assertThat(records.texts()).containsExactly("a");
  }

  /** Leases end soon or at once, so that everybody takes from everybody. */
  private static void race(Records records) throws Exception {
    List<List<String>> succeeded = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();
    for (int writer = 0; writer < WRITERS; writer++) {
      List<String> mine = new ArrayList<>();
      succeeded.add(mine);
      String name = "w" + writer;
      Thread thread = new Thread(() -> write(records, name, mine));
      thread.setUncaughtExceptionHandler((t, failure) -> failures.add(failure));
      threads.add(thread);
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join(TimeUnit.SECONDS.toMillis(60));
      assertThat(thread.isAlive()).as("a writer still waits after a minute").isFalse();
    }

    assertThat(failures).isEmpty();
    List<String> recorded = records.texts();
    assertThat(recorded).doesNotHaveDuplicates();
    for (List<String> mine : succeeded) {
      assertThat(mine).isNotEmpty();
      assertThat(recorded).as("what was acknowledged is recorded").containsSubsequence(mine);
    }
  }

  /** There is nothing to wait for but the others: each gets its turn. */
  @SuppressWarnings("ThreadPriorityCheck")
  private static void write(Records records, String name, List<String> succeeded) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(45);
    for (int i = 0; succeeded.size() < 5 && System.nanoTime() < end; i++) {
      Duration length = i % 4 == 0 ? Duration.ZERO : Duration.ofMillis(10);
      Optional<StateStore.Lease> lease = records.ask(ORDERS, name, length).lease();
      if (lease.isEmpty()) {
        Thread.yield();
        continue;
      }
      String entry = name + "-" + i;
      try {
        records.append(lease.get(), 1, entry);
        succeeded.add(entry);
      } catch (CompletionException e) {
        assertThat(e).hasCauseInstanceOf(StateStore.LeaseLostException.class);
      }
      if (i % 3 == 0) {
        records.release(lease.get());
      }
    }
  }
}
