package dev.ashlar.testkit;

import dev.ashlar.state.ForwardingStore;
import dev.ashlar.state.StateStore;

/** A store that one engine after another uses: it does not end with any of them. */
final class Shared extends ForwardingStore {
  Shared(StateStore store) {
    super(store);
  }

  @Override
  public void close() {
    // The simulation closes it.
  }
}
