package dev.ashlar.state.store;

import dev.ashlar.state.StateStore;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class MemoryStoreTest {
  @TestFactory
  Stream<DynamicTest> keepsTheContract() {
    return StateStoreContract.tests(StateStore::inMemory);
  }
}
