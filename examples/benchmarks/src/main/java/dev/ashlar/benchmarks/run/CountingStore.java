package dev.ashlar.benchmarks.run;

import dev.ashlar.state.ForwardingStore;
import dev.ashlar.state.StateStore;
import dev.ashlar.value.Bytes;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;

/** A store that counts the bytes of what is appended. */
final class CountingStore extends ForwardingStore {
  private final AtomicLong appended = new AtomicLong();

  CountingStore(StateStore store) {
    super(store);
  }

  long appended() {
    return appended.get();
  }

  @Override
  public CompletionStage<Void> append(Lease lease, Batch batch) {
    appended.addAndGet(batch.entries().stream().mapToLong(Bytes::size).sum());
    return super.append(lease, batch);
  }
}
