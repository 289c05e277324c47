package dev.ashlar.testkit.store;

import dev.ashlar.state.ForwardingStore;
import dev.ashlar.state.StateStore;

/** A sound store, to be broken at one place. */
class BrokenStore extends ForwardingStore {
  BrokenStore() {
    this(StateStore.inMemory());
  }

  BrokenStore(StateStore sound) {
    super(sound);
  }
}
