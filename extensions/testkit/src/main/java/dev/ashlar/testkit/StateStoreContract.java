package dev.ashlar.testkit;

import dev.ashlar.state.StateStore;
import dev.ashlar.testkit.store.LastingChecks;
import dev.ashlar.testkit.store.LeaseChecks;
import dev.ashlar.testkit.store.LogChecks;
import dev.ashlar.testkit.store.NameChecks;
import dev.ashlar.testkit.store.SerialChecks;
import dev.ashlar.testkit.store.StoreCheck;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * What every store of states promises, as tests of any of them. Composed, not extended: a test
 * factory returns {@link #tests}, and a new promise is a new test in every author's build.
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> keepsTheContract() {
 *   return StateStoreContract.tests(AcmeStore::empty);
 * }
 * }</pre>
 *
 * <p>Each test takes a fresh and empty store and closes it. No test waits for time to pass: leases
 * of no length stand for leases that are over.
 *
 * @since 0.1
 */
public final class StateStoreContract {
  private StateStoreContract() {}

  /**
   * The tests of a store that may end with the process.
   *
   * @param stores gives a fresh and empty store at each call
   */
  public static Stream<DynamicTest> tests(Supplier<? extends StateStore> stores) {
    return all().map(check -> check.test(stores));
  }

  /**
   * The tests of a store that outlives the process: the same, and what it owes to whoever opens the
   * place again.
   *
   * @param places gives a fresh and empty place at each call
   */
  public static Stream<DynamicTest> lasting(Supplier<? extends Place> places) {
    Stream<DynamicTest> common = all().map(check -> check.test(() -> places.get().open()));
    return Stream.concat(common, LastingChecks.tests(places));
  }

  private static Stream<StoreCheck> all() {
    return Stream.of(LogChecks.all(), LeaseChecks.all(), SerialChecks.all(), NameChecks.all())
        .flatMap(checks -> checks);
  }

  /**
   * Where states lie, whoever has it open: a directory, a bucket, a database.
   *
   * @since 0.1
   */
  public interface Place {
    /** Opens it, as a process does that knows of no other; it may be open already. */
    StateStore open();

    /**
     * Takes away the last bytes of what was written last, as a power failure may.
     *
     * @param bytes how many bytes
     * @return how it was done, in words; empty where nothing there can be torn
     * @throws IOException if it could not be done
     */
    Optional<String> tear(int bytes) throws IOException;
  }
}
