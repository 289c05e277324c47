package dev.ashlar.execution.event;

import dev.ashlar.execution.Event;
import org.jspecify.annotations.Nullable;

/** One event in the chain; without an event it is the chain's beginning, or with others its end. */
final class Link {
  final long index;
  final @Nullable Event event;
  volatile @Nullable Link next;

  Link(long index, @Nullable Event event) {
    this.index = index;
    this.event = event;
  }
}
