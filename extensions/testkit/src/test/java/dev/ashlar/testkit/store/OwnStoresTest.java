package dev.ashlar.testkit.store;

import dev.ashlar.state.StateStore;
import dev.ashlar.testkit.StateStoreContract;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The stores of core keep the contract that every store keeps. */
class OwnStoresTest {
  @TempDir Path folder;
  private final AtomicInteger count = new AtomicInteger();

  @TestFactory
  Stream<DynamicTest> statesInMemoryKeepTheContract() {
    return StateStoreContract.tests(StateStore::inMemory);
  }

  @TestFactory
  Stream<DynamicTest> statesInADirectoryKeepTheContract() {
    return StateStoreContract.lasting(
        () -> new Directory(folder.resolve("store" + count.incrementAndGet())));
  }

  private record Directory(Path path) implements StateStoreContract.Place {
    @Override
    public StateStore open() {
      return StateStore.directory(path);
    }

    @Override
    public Optional<String> tear(int bytes) throws IOException {
      try (Stream<Path> files = Files.walk(path)) {
        Path log =
            files
                .filter(file -> file.toString().endsWith(".log"))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "rw")) {
          file.setLength(file.length() - bytes);
        }
        return Optional.of(log.getFileName() + " without its last " + bytes + " bytes");
      }
    }
  }
}
