package dev.ashlar.testkit.store;

import static dev.ashlar.testkit.store.Records.ORDERS;
import static dev.ashlar.testkit.store.Records.assertLost;
import static dev.ashlar.testkit.store.Records.batch;
import static dev.ashlar.testkit.store.Records.get;
import static dev.ashlar.testkit.store.Records.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.state.StateStore;
import dev.ashlar.testkit.StateStoreContract.Place;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;

/** What a store that outlives the process owes to whoever opens the place again. */
public final class LastingChecks {
  private LastingChecks() {}

  private interface Body {
    void run(Place place) throws Exception;
  }

  /** The checks, as tests of fresh places. */
  public static Stream<DynamicTest> tests(Supplier<? extends Place> places) {
    return Stream.of(
        test("what was acknowledged is there for who opens it next", places, LastingChecks::next),
        test("who has it open sees what another writes", places, LastingChecks::another),
        test("a lease binds whoever opened it", places, LastingChecks::fenced),
        test("a closed store leaves no lease behind", places, LastingChecks::left),
        test("a document is made once, whoever opened it", places, LastingChecks::document),
        torn(places, 1),
        torn(places, 9),
        torn(places, 20));
  }

  private static DynamicTest torn(Supplier<? extends Place> places, int bytes) {
    return test(
        "a write that was torn %d bytes before its end is not seen, and the log goes on"
            .formatted(bytes),
        places,
        place -> torn(place, bytes));
  }

  private static DynamicTest test(String name, Supplier<? extends Place> places, Body body) {
    return DynamicTest.dynamicTest(name, () -> body.run(places.get()));
  }

  private static void next(Place place) {
    try (StateStore first = place.open()) {
      Records records = new Records(first);
      StateStore.Lease lease = records.brief();
      records.append(lease, 1, "a", "b");
      records.compact(lease, 1, "ab");
      records.append(lease, 2, "c");

      try (StateStore second = place.open()) {
        StateStore.Log log = new Records(second).load();
        assertThat(log.snapshot()).contains(new StateStore.Snapshot(1, text("ab")));
        assertThat(log.entries()).containsExactly(text("c"));
        assertThat(get(second.environments())).containsExactly(ORDERS);
      }
    }
  }

  private static void another(Place place) {
    try (StateStore writing = place.open();
        StateStore reading = place.open()) {
      Records writer = new Records(writing);
      Records reader = new Records(reading);
      assertThat(reader.texts()).isEmpty();
      StateStore.Lease lease = writer.acquire();
      for (int i = 1; i <= 5; i++) {
        writer.append(lease, i, "entry" + i);
        assertThat(reader.texts()).hasSize(i).endsWith("entry" + i);
      }
    }
  }

  private static void fenced(Place place) {
    try (StateStore one = place.open();
        StateStore two = place.open()) {
      Records first = new Records(one);
      Records second = new Records(two);
      StateStore.Lease paused = first.brief();
      first.append(paused, 1, "a");

      StateStore.Lease successor = second.acquire();

      assertLost("a write by another process's lost lease", one.append(paused, batch(1, "x")));
      second.append(successor, 1, "b");
      assertThat(first.texts()).containsExactly("a", "b");
      assertThat(first.ask(ORDERS, "bob", Records.LONG).lease()).isEmpty();
    }
  }

  private static void left(Place place) {
    try (StateStore first = place.open()) {
      Records records = new Records(first);
      records.append(records.acquire(), 1, "a");
    }
    try (StateStore second = place.open()) {
      Records records = new Records(second);
      records.append(records.acquire(), 2, "b");
      assertThat(records.texts()).containsExactly("a", "b");
    }
  }

  private static void document(Place place) {
    try (StateStore one = place.open();
        StateStore two = place.open()) {
      assertThat(get(one.createDocument(ORDERS, "keyring", text("mine")))).isEqualTo(text("mine"));
      assertThat(get(two.createDocument(ORDERS, "keyring", text("other")))).isEqualTo(text("mine"));
    }
  }

  /** The writer is cut off: it never closes, and its lease is over. */
  private static void torn(Place place, int bytes) throws IOException {
    try (StateStore cutOff = place.open()) {
      Records writer = new Records(cutOff);
      StateStore.Lease lease = writer.brief();
      writer.append(lease, 1, "before");
      writer.append(lease, 1, "torn one", "torn two");
      String how = tear(place, bytes);
      try (StateStore again = place.open()) {
        Records records = new Records(again);
        assertThat(records.texts())
            .as("a batch is read whole or not at all; torn: %s", how)
            .isIn(List.of("before"), List.of("before", "torn one", "torn two"));
        records.append(records.acquire(), 2, "after");
        assertThat(records.texts())
            .as("the log goes on after a torn write; torn: %s", how)
            .isIn(List.of("before", "after"), List.of("before", "torn one", "torn two", "after"));
      }
    }
  }

  private static String tear(Place place, int bytes) throws IOException {
    Optional<String> torn = place.tear(bytes);
    Assumptions.assumeTrue(
        torn.isPresent(), "not checked: the place says that nothing can be torn");
    return torn.get();
  }
}
