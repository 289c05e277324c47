package dev.ashlar.simulation.plant;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.state.ForwardingStore;
import dev.ashlar.state.StateStore;
import dev.ashlar.value.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;

/** A store that says that it did what it did not. */
class LyingStore extends ForwardingStore {
  LyingStore(StateStore store) {
    super(store);
  }

  /** Holds lines of a kind back until the next ones are written, and says that they are durable. */
  static StateStore holdingBack(StateStore store, String kind) {
    List<Bytes> held = new ArrayList<>();
    return new LyingStore(store) {
      @Override
      public CompletionStage<Void> append(Lease lease, Batch batch) {
        List<Bytes> now = new ArrayList<>(held);
        held.clear();
        for (Bytes line : batch.entries()) {
          (text(line).contains(kind) ? held : now).add(line);
        }
        return now.isEmpty()
            ? CompletableFuture.completedFuture(null)
            : store.append(lease, new Batch(batch.serial(), now));
      }
    };
  }

  /** Writes the first half of what it is given to write at once. */
  static StateStore halving(StateStore store) {
    return new LyingStore(store) {
      @Override
      public CompletionStage<Void> append(Lease lease, Batch batch) {
        int half = (batch.entries().size() + 1) / 2;
        return store.append(lease, new Batch(batch.serial(), batch.entries().subList(0, half)));
      }
    };
  }

  /** Writes something else. */
  static StateStore writing(StateStore store, UnaryOperator<String> change) {
    return new LyingStore(store) {
      @Override
      public CompletionStage<Void> append(Lease lease, Batch batch) {
        List<Bytes> lines =
            batch.entries().stream().map(l -> bytes(change.apply(text(l)))).toList();
        return store.append(lease, new Batch(batch.serial(), lines));
      }
    };
  }

  /** Forgets, when it is read, the last begin of which there is no end. */
  static StateStore forgetting(StateStore store) {
    return new LyingStore(store) {
      @Override
      public CompletionStage<Log> load(Environment.Id environment, OptionalLong serial) {
        return store.load(environment, serial).thenApply(LyingStore::withoutTheLastBegin);
      }
    };
  }

  private static Log withoutTheLastBegin(Log log) {
    for (int i = log.entries().size() - 1; i >= 0; i--) {
      String line = text(log.entries().get(i));
      String change = line.replaceAll("(?s).*?(\"change\":\"(?:[^\"\\\\]|\\\\.)*\").*", "$1");
      boolean ended =
          log.entries().subList(i + 1, log.entries().size()).stream()
              .anyMatch(later -> text(later).contains(change));
      if (line.contains("\"entry\":\"operation-began\"") && !ended) {
        List<Bytes> fewer = new ArrayList<>(log.entries());
        fewer.remove(i);
        return new Log(log.snapshot(), fewer);
      }
    }
    return log;
  }

  /** Takes what an earlier holder of the lease writes for what the present one does. */
  static StateStore takingOldLeases(StateStore store) {
    List<Lease> newest = new ArrayList<>();
    return new LyingStore(store) {
      @Override
      public CompletionStage<Acquisition> acquire(AcquireRequest request) {
        return store
            .acquire(request)
            .thenApply(
                answer -> {
                  answer.lease().ifPresent(lease -> newest.add(0, lease));
                  return answer;
                });
      }

      @Override
      public CompletionStage<Lease> renew(Lease lease) {
        return CompletableFuture.completedFuture(lease);
      }

      @Override
      public CompletionStage<Void> append(Lease lease, Batch batch) {
        return store
            .acquire(
                new AcquireRequest(lease.environment(), "liar", java.time.Duration.ofMinutes(1)))
            .thenCompose(
                answer -> {
                  answer.lease().ifPresent(given -> newest.add(0, given));
                  return store.append(newest.get(0), batch);
                });
      }
    };
  }

  static String text(Bytes bytes) {
    return new String(bytes.toArray(), StandardCharsets.UTF_8);
  }

  static Bytes bytes(String text) {
    return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
  }
}
