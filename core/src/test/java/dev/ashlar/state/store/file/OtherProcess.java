package dev.ashlar.state.store.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.state.StateStore;
import dev.ashlar.value.Bytes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;

/** What another process does with a store, for tests: started by them with a command. */
public final class OtherProcess {
  static final Environment.Id ORDERS = new Environment.Id("", "orders");

  private OtherProcess() {}

  /** {@code DIRECTORY hold}, or {@code DIRECTORY write NAME COUNT}. */
  public static void main(String[] args) throws Exception {
    try (StateStore store = StateStore.directory(Path.of(args[0]))) {
      if (args[1].equals("hold")) {
        StateStore.Lease lease = acquire(store, "other", Duration.ofHours(1));
        append(store, lease, "held");
        System.out.println("holding");
        System.in.read();
      } else {
        write(store, args[2], Integer.parseInt(args[3]));
      }
    }
  }

  static void write(StateStore store, String name, int count) {
    for (int i = 0; i < count; i++) {
      StateStore.Lease lease = acquire(store, name, Duration.ofHours(1));
      append(store, lease, name + "-" + i);
      store.release(lease).toCompletableFuture().join();
    }
  }

  private static StateStore.Lease acquire(StateStore store, String holder, Duration length) {
    while (true) {
      StateStore.Acquisition answer =
          store
              .acquire(new StateStore.AcquireRequest(ORDERS, holder, length))
              .toCompletableFuture()
              .join();
      if (answer.lease().isPresent()) {
        return answer.lease().get();
      }
      Thread.yield();
    }
  }

  private static void append(StateStore store, StateStore.Lease lease, String entry)
      throws CompletionException {
    store
        .append(lease, new StateStore.Batch(1, List.of(Bytes.of(entry.getBytes(UTF_8)))))
        .toCompletableFuture()
        .join();
  }
}
