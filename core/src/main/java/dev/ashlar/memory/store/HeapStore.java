package dev.ashlar.memory.store;

import dev.ashlar.memory.cloud.CloudState;
import dev.ashlar.memory.cloud.Decision;
import java.util.function.Function;

/** Keeps the objects in memory and nowhere else. */
public final class HeapStore implements CloudStore {
  private final CloudState state = new CloudState();

  /** An empty cloud. */
  public HeapStore() {}

  @Override
  public synchronized <T> T decide(Function<CloudState, Decision<T>> request) {
    Decision<T> decision = request.apply(state);
    decision.changes().forEach(state::apply);
    return decision.reply();
  }

  @Override
  public void check() {
    // Nothing is kept that could be something else.
  }

  @Override
  public void tidy() {
    // There is nothing that could be untidy.
  }
}
