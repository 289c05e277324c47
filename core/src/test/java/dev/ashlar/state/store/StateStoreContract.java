package dev.ashlar.state.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.diagnostic.DiagnosticsException;
import dev.ashlar.state.StateStore;
import dev.ashlar.value.Bytes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * What every store of states promises, as tests of any of them: composed, not extended, so that a
 * new promise is a new test for every author. Each test takes a fresh and empty store.
 */
public final class StateStoreContract {
  private static final Environment.Id ORDERS = new Environment.Id("acme", "orders");
  private static final Duration LONG = Duration.ofMinutes(10);

  private final Supplier<StateStore> stores;

  private StateStoreContract(Supplier<StateStore> stores) {
    this.stores = stores;
  }

  /** The tests; the supplier gives an empty store each time. */
  public static Stream<DynamicTest> tests(Supplier<StateStore> stores) {
    StateStoreContract contract = new StateStoreContract(stores);
    return Stream.of(
        contract.test("an environment that nobody wrote to is empty", contract::empty),
        contract.test("entries come back in order, as they were", contract::order),
        contract.test("entries may hold any bytes", contract::anyBytes),
        contract.test("only one has the lease, and others are told who", contract::oneLease),
        contract.test("a lease that was given back can be had again", contract::released),
        contract.test("environments do not hinder each other", contract::independent),
        contract.test("a lease can be renewed", contract::renewed),
        contract.test(
            "a lease that ended can be had, and its epoch never writes", contract::fenced),
        contract.test(
            "giving back a lost lease takes nothing from the other", contract::lostRelease),
        contract.test("a snapshot takes the place of what went before", contract::compacted),
        contract.test("an old serial is read as it was", contract::oldSerial),
        contract.test("the last twenty serials stay readable, however compacted", contract::twenty),
        contract.test(
            "environments are listed by name once something is recorded", contract::listed),
        contract.test("no two names meet, however odd", contract::oddNames),
        contract.test("a document is made once", contract::documents),
        contract.test("ten megabytes come back as they were", contract::large),
        contract.test("of many that write at once none loses what succeeded", contract::race),
        contract.test("a closed store refuses", contract::closed));
  }

  private interface Body {
    void run(StateStore store) throws Exception;
  }

  private DynamicTest test(String name, Body body) {
    return DynamicTest.dynamicTest(
        name,
        () -> {
          try (StateStore store = stores.get()) {
            body.run(store);
          }
        });
  }

  private void empty(StateStore store) {
    StateStore.Log log = load(store, ORDERS);

    assertThat(log.snapshot()).isEmpty();
    assertThat(log.entries()).isEmpty();
    assertThat(get(store.environments())).isEmpty();
    release(store, acquire(store, ORDERS));
    assertThat(get(store.environments())).isEmpty();
    assertThat(load(store, ORDERS).entries()).isEmpty();
  }

  private void order(StateStore store) {
    StateStore.Lease lease = acquire(store, ORDERS);
    append(store, lease, 1, "a", "b");
    append(store, lease, 1, "c");

    assertThat(texts(store)).containsExactly("a", "b", "c");
    release(store, lease);
    lease = acquire(store, ORDERS);
    append(store, lease, 2, "d");
    assertThat(texts(store)).containsExactly("a", "b", "c", "d");
  }

  private void anyBytes(StateStore store) {
    byte[] all = new byte[512];
    IntStream.range(0, 512).forEach(i -> all[i] = (byte) i);
    StateStore.Lease lease = acquire(store, ORDERS);
    List<Bytes> entries = List.of(Bytes.of(all), Bytes.EMPTY, text("\n\n"), text("batch 1 1 0"));

    get(store.append(lease, new StateStore.Batch(1, entries)));
    release(store, lease);

    assertThat(load(store, ORDERS).entries()).isEqualTo(entries);
  }

  private void oneLease(StateStore store) {
    StateStore.Lease lease = acquire(store, ORDERS);

    StateStore.Acquisition other = get(store.acquire(request(ORDERS, "bob", LONG)));

    assertThat(other.lease()).isEmpty();
    assertThat(other.holder()).isEqualTo("ada");
    assertThat(other.until()).isEqualTo(lease.until());
  }

  private void released(StateStore store) {
    StateStore.Lease first = acquire(store, ORDERS);
    append(store, first, 1, "a");
    release(store, first);

    StateStore.Lease second = acquire(store, ORDERS);

    assertThat(second.epoch()).isGreaterThan(first.epoch());
    assertLost(store.append(first, batch(1, "x")));
    append(store, second, 2, "b");
    assertThat(texts(store)).containsExactly("a", "b");
  }

  private void independent(StateStore store) {
    Environment.Id other = new Environment.Id("acme", "payments");
    StateStore.Lease one = acquire(store, ORDERS);
    StateStore.Lease two = acquire(store, other);

    append(store, one, 1, "a");
    append(store, two, 1, "b");

    assertThat(texts(store)).containsExactly("a");
    assertThat(load(store, other).entries()).containsExactly(text("b"));
  }

  private void renewed(StateStore store) {
    StateStore.Lease lease = acquire(store, ORDERS);

    StateStore.Lease renewed = get(store.renew(lease));

    assertThat(renewed.epoch()).isEqualTo(lease.epoch());
    assertThat(renewed.until()).isAfterOrEqualTo(lease.until());
    append(store, lease, 1, "a");
    append(store, renewed, 1, "b");
    assertThat(texts(store)).containsExactly("a", "b");
  }

  private void fenced(StateStore store) {
    StateStore.Lease paused = acquire(store, ORDERS, Duration.ZERO);
    append(store, paused, 1, "a");

    StateStore.Lease successor = acquire(store, ORDERS);

    assertLost(store.append(paused, batch(1, "x")));
    assertLost(store.compact(paused, new StateStore.Snapshot(1, text("y"))));
    assertLost(store.renew(paused));
    append(store, successor, 1, "b");
    assertThat(texts(store)).containsExactly("a", "b");
    assertThat(load(store, ORDERS).snapshot()).isEmpty();
  }

  private void lostRelease(StateStore store) {
    StateStore.Lease lost = acquire(store, ORDERS, Duration.ZERO);
    StateStore.Lease successor = acquire(store, ORDERS);

    release(store, lost);
    release(store, lost);

    assertThat(get(store.acquire(request(ORDERS, "bob", LONG))).lease()).isEmpty();
    append(store, successor, 1, "a");
    assertThat(texts(store)).containsExactly("a");
  }

  private void compacted(StateStore store) {
    StateStore.Lease lease = acquire(store, ORDERS);
    append(store, lease, 1, "a", "b");

    get(store.compact(lease, new StateStore.Snapshot(1, text("ab"))));
    append(store, lease, 2, "c");

    StateStore.Log log = load(store, ORDERS);
    assertThat(log.snapshot()).contains(new StateStore.Snapshot(1, text("ab")));
    assertThat(log.entries()).containsExactly(text("c"));
    release(store, lease);
    assertThat(load(store, ORDERS)).isEqualTo(log);
  }

  private void oldSerial(StateStore store) {
    StateStore.Lease lease = acquire(store, ORDERS);
    append(store, lease, 1, "a");
    append(store, lease, 2, "b");
    get(store.compact(lease, new StateStore.Snapshot(2, text("ab"))));
    append(store, lease, 3, "c");

    assertThat(load(store, 1).entries()).containsExactly(text("a"));
    assertThat(load(store, 1).snapshot()).isEmpty();
    assertThat(load(store, 2).snapshot()).isPresent();
    assertThat(load(store, 2).entries()).isEmpty();
    assertThat(load(store, 3).entries()).containsExactly(text("c"));
    assertThat(load(store, 0).entries()).isEmpty();
    assertNotKept(store, 4);
  }

  private void twenty(StateStore store) {
    for (int serial = 1; serial <= 50; serial++) {
      StateStore.Lease lease = acquire(store, ORDERS, serial % 7 == 0 ? Duration.ZERO : LONG);
      append(store, lease, serial, "run" + serial);
      if (serial % 3 == 0) {
        get(store.compact(lease, new StateStore.Snapshot(serial, text("upto" + serial))));
      }
      append(store, lease, serial, "end" + serial);
      if (serial % 7 != 0) {
        release(store, lease);
      }
    }

    for (int serial = 31; serial <= 50; serial++) {
      StateStore.Log log = load(store, serial);
      int base = (int) log.snapshot().orElseThrow().serial();
      List<Bytes> expected = new ArrayList<>(List.of(text("end" + base)));
      for (int later = base + 1; later <= serial; later++) {
        expected.add(text("run" + later));
        expected.add(text("end" + later));
      }
      assertThat(log.entries()).as("serial %d", serial).isEqualTo(expected);
      assertThat(log.snapshot().get().bytes()).isEqualTo(text("upto" + base));
    }
    assertNotKept(store, 26);
    assertNotKept(store, 1);
    assertNotKept(store, 51);
  }

  private void listed(StateStore store) {
    List<Environment.Id> ids =
        List.of(
            new Environment.Id("", "b"),
            new Environment.Id("", "z"),
            new Environment.Id("acme", "a"),
            new Environment.Id("zeta", "a"));
    for (Environment.Id id : List.of(ids.get(3), ids.get(0), ids.get(2), ids.get(1))) {
      append(store, acquire(store, id), 1, "x");
    }

    assertThat(get(store.environments())).isEqualTo(ids);
  }

  private void oddNames(StateStore store) {
    List<String> names =
        List.of(
            "",
            ".",
            "..",
            "../x",
            "a/b",
            "a\\b",
            "A",
            "a",
            "ä",
            "con",
            "CON",
            "nul.txt",
            "a b",
            "%",
            "%41",
            "a+b",
            "a~b",
            "x.",
            "\0",
            "\n",
            "🜁",
            "a".repeat(300),
            "a".repeat(301),
            "Ä".repeat(200));
    List<Environment.Id> ids = new ArrayList<>();
    for (String name : names) {
      ids.add(new Environment.Id("", name));
      ids.add(new Environment.Id(name.isEmpty() ? "t" : name, "e"));
    }
    for (Environment.Id id : ids) {
      StateStore.Lease lease = acquire(store, id);
      append(store, lease, 1, id.toString());
      release(store, lease);
    }

    for (Environment.Id id : ids) {
      assertThat(load(store, id).entries()).containsExactly(text(id.toString()));
    }
    assertThat(get(store.environments())).containsExactlyInAnyOrderElementsOf(ids).isSorted();
  }

  private void documents(StateStore store) {
    assertThat(get(store.document(ORDERS, "keyring"))).isEmpty();

    assertThat(get(store.createDocument(ORDERS, "keyring", text("mine")))).isEqualTo(text("mine"));
    assertThat(get(store.createDocument(ORDERS, "keyring", text("other")))).isEqualTo(text("mine"));
    assertThat(get(store.createDocument(ORDERS, "../Key", text("odd")))).isEqualTo(text("odd"));

    assertThat(get(store.document(ORDERS, "keyring"))).contains(text("mine"));
    assertThat(get(store.document(new Environment.Id("", "orders"), "keyring"))).isEmpty();
    assertThat(get(store.environments())).isEmpty();
    assertThat(load(store, ORDERS).entries()).isEmpty();
  }

  private void large(StateStore store) {
    byte[] bytes = new byte[10 << 20];
    new Random(7).nextBytes(bytes);
    StateStore.Lease lease = acquire(store, ORDERS);

    get(store.append(lease, new StateStore.Batch(1, List.of(Bytes.of(bytes)))));
    get(store.compact(lease, new StateStore.Snapshot(1, Bytes.of(bytes))));
    get(store.append(lease, new StateStore.Batch(2, List.of(Bytes.of(bytes), text("end")))));

    StateStore.Log log = load(store, ORDERS);
    assertThat(Arrays.equals(log.snapshot().orElseThrow().bytes().toArray(), bytes)).isTrue();
    assertThat(Arrays.equals(log.entries().get(0).toArray(), bytes)).isTrue();
    assertThat(log.entries().get(1)).isEqualTo(text("end"));
  }

  /** Leases end soon or at once, so that everybody takes from everybody. */
  private void race(StateStore store) throws Exception {
    List<List<String>> succeeded = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    List<Throwable> failures = new ArrayList<>();
    for (int writer = 0; writer < 4; writer++) {
      List<String> mine = new ArrayList<>();
      succeeded.add(mine);
      String name = "w" + writer;
      Thread thread = new Thread(() -> write(store, name, mine));
      thread.setUncaughtExceptionHandler(
          (t, failure) -> {
            synchronized (failures) {
              failures.add(failure);
            }
          });
      threads.add(thread);
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join(TimeUnit.SECONDS.toMillis(60));
      assertThat(thread.isAlive()).isFalse();
    }

    assertThat(failures).isEmpty();
    List<String> recorded = texts(store);
    assertThat(recorded).doesNotHaveDuplicates();
    for (List<String> mine : succeeded) {
      assertThat(mine).isNotEmpty();
      assertThat(recorded).containsSubsequence(mine);
    }
  }

  private static void write(StateStore store, String name, List<String> succeeded) {
    for (int i = 0; succeeded.size() < 5 && i < 20_000; i++) {
      Duration length = i % 4 == 0 ? Duration.ZERO : Duration.ofMillis(10);
      Optional<StateStore.Lease> lease = get(store.acquire(request(ORDERS, name, length))).lease();
      if (lease.isEmpty()) {
        Thread.yield();
        continue;
      }
      String entry = name + "-" + i;
      try {
        append(store, lease.get(), 1, entry);
        succeeded.add(entry);
      } catch (CompletionException e) {
        assertThat(e).hasCauseInstanceOf(StateStore.LeaseLostException.class);
      }
      if (i % 3 == 0) {
        release(store, lease.get());
      }
    }
  }

  private void closed(StateStore store) {
    StateStore.Lease lease = acquire(store, ORDERS);
    store.close();

    assertThatThrownBy(() -> get(store.append(lease, batch(1, "x"))))
        .hasCauseInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> load(store, ORDERS)).hasCauseInstanceOf(IllegalStateException.class);
  }

  private static void assertLost(CompletionStage<?> stage) {
    assertThatThrownBy(() -> get(stage)).hasCauseInstanceOf(StateStore.LeaseLostException.class);
  }

  private static void assertNotKept(StateStore store, long serial) {
    assertThatThrownBy(() -> load(store, serial))
        .cause()
        .isInstanceOfSatisfying(
            DiagnosticsException.class,
            refused ->
                assertThat(refused.diagnostics())
                    .extracting(Diagnostic::code)
                    .containsExactly("state.serial-not-kept"));
  }

  private static StateStore.AcquireRequest request(
      Environment.Id environment, String holder, Duration length) {
    return new StateStore.AcquireRequest(environment, holder, length);
  }

  private static StateStore.Lease acquire(StateStore store, Environment.Id environment) {
    return acquire(store, environment, LONG);
  }

  private static StateStore.Lease acquire(
      StateStore store, Environment.Id environment, Duration length) {
    StateStore.Acquisition answer = get(store.acquire(request(environment, "ada", length)));
    return answer.lease().orElseThrow(() -> new AssertionError("held by " + answer.holder()));
  }

  private static void release(StateStore store, StateStore.Lease lease) {
    get(store.release(lease));
  }

  private static StateStore.Batch batch(long serial, String... entries) {
    return new StateStore.Batch(
        serial, Arrays.stream(entries).map(StateStoreContract::text).toList());
  }

  private static void append(
      StateStore store, StateStore.Lease lease, long serial, String... entries) {
    get(store.append(lease, batch(serial, entries)));
  }

  private static StateStore.Log load(StateStore store, Environment.Id environment) {
    return get(store.load(environment, OptionalLong.empty()));
  }

  private static StateStore.Log load(StateStore store, long serial) {
    return get(store.load(ORDERS, OptionalLong.of(serial)));
  }

  private static List<String> texts(StateStore store) {
    return load(store, ORDERS).entries().stream()
        .map(entry -> new String(entry.toArray(), UTF_8))
        .toList();
  }

  private static Bytes text(String text) {
    return Bytes.of(text.getBytes(UTF_8));
  }

  private static <T> T get(CompletionStage<T> stage) {
    return stage.toCompletableFuture().orTimeout(60, TimeUnit.SECONDS).join();
  }
}
