package dev.ashlar.testkit.store;

import dev.ashlar.state.StateStore;
import java.util.function.Supplier;
import org.junit.jupiter.api.DynamicTest;

/**
 * One promise.
 *
 * @param name the promise, as a sentence
 * @param body what fails where it is not kept
 */
public record StoreCheck(String name, Body body) {

  /** What is tried on an empty store. */
  interface Body {
    void run(Records records) throws Exception;
  }

  /** The check as a test of a fresh store. */
  public DynamicTest test(Supplier<? extends StateStore> stores) {
    return DynamicTest.dynamicTest(
        name,
        () -> {
          try (StateStore store = stores.get()) {
            body.run(new Records(store));
          }
        });
  }
}
