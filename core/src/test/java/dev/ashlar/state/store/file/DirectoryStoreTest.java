package dev.ashlar.state.store.file;

import dev.ashlar.state.StateStore;
import dev.ashlar.state.store.StateStoreContract;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class DirectoryStoreTest {
  @TempDir Path folder;
  private final AtomicInteger count = new AtomicInteger();

  @TestFactory
  Stream<DynamicTest> keepsTheContract() {
    return StateStoreContract.tests(
        () -> StateStore.directory(folder.resolve("store" + count.incrementAndGet())));
  }
}
