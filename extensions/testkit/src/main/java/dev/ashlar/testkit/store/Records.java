package dev.ashlar.testkit.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.diagnostic.DiagnosticsException;
import dev.ashlar.state.StateStore;
import dev.ashlar.value.Bytes;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/**
 * A store, asked in few words; every answer is waited for.
 *
 * @param store the store
 */
record Records(StateStore store) {
  static final Environment.Id ORDERS = new Environment.Id("acme", "orders");
  static final Duration LONG = Duration.ofMinutes(10);

  StateStore.Acquisition ask(Environment.Id environment, String holder, Duration length) {
    return get(store.acquire(new StateStore.AcquireRequest(environment, holder, length)));
  }

  StateStore.Lease acquire() {
    return acquire(ORDERS, LONG);
  }

  StateStore.Lease acquire(Environment.Id environment) {
    return acquire(environment, LONG);
  }

  StateStore.Lease acquire(Environment.Id environment, Duration length) {
    StateStore.Acquisition answer = ask(environment, "ada", length);
    return answer
        .lease()
        .orElseThrow(
            () -> new AssertionError("a free lease was refused: held by " + answer.holder()));
  }

  /** A lease that is over as soon as another wants it. */
  StateStore.Lease brief() {
    return acquire(ORDERS, Duration.ZERO);
  }

  void release(StateStore.Lease lease) {
    get(store.release(lease));
  }

  void append(StateStore.Lease lease, long serial, String... entries) {
    get(store.append(lease, batch(serial, entries)));
  }

  void compact(StateStore.Lease lease, long serial, String text) {
    get(store.compact(lease, new StateStore.Snapshot(serial, text(text))));
  }

  StateStore.Log load(Environment.Id environment) {
    return get(store.load(environment, OptionalLong.empty()));
  }

  StateStore.Log load() {
    return load(ORDERS);
  }

  StateStore.Log load(long serial) {
    return get(store.load(ORDERS, OptionalLong.of(serial)));
  }

  List<String> texts() {
    return load().entries().stream().map(entry -> new String(entry.toArray(), UTF_8)).toList();
  }

  void assertNotKept(long serial) {
    assertThatThrownBy(() -> load(serial))
        .as("serial %d is not there, and reading it says so", serial)
        .cause()
        .isInstanceOfSatisfying(
            DiagnosticsException.class,
            refused ->
                assertThat(refused.diagnostics())
                    .extracting(Diagnostic::code)
                    .containsExactly("state.serial-not-kept"));
  }

  static void assertLost(String what, CompletionStage<?> stage) {
    assertThatThrownBy(() -> get(stage))
        .as(
            "%s fails with LeaseLostException: two writers that both succeed lose what one of them"
                + " recorded",
            what)
        .hasCauseInstanceOf(StateStore.LeaseLostException.class);
  }

  static StateStore.Batch batch(long serial, String... entries) {
    return new StateStore.Batch(serial, Arrays.stream(entries).map(Records::text).toList());
  }

  static Bytes text(String text) {
    return Bytes.of(text.getBytes(UTF_8));
  }

  static <T> T get(CompletionStage<T> stage) {
    return stage.toCompletableFuture().orTimeout(60, TimeUnit.SECONDS).join();
  }
}
