package dev.ashlar.memory;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * What is to be done when, in one fixed order: by time, and then by the order of asking. Time moves
 * only here. Not safe for threads.
 */
final class Agenda {
  private static final Comparator<Entry> ORDER =
      Comparator.comparing(Entry::at).thenComparing(Entry::sequence);

  /**
   * Something to do.
   *
   * @param at not before
   * @param sequence the order of asking
   * @param task what to do
   */
  record Entry(Instant at, long sequence, Runnable task) {}

  private final PriorityQueue<Entry> entries = new PriorityQueue<>(ORDER);
  private Instant now;
  private long asked;

  Agenda(Instant start) {
    this.now = start;
  }

  Instant now() {
    return now;
  }

  Entry add(Instant at, Runnable task) {
    Entry entry = new Entry(at.isBefore(now) ? now : at, asked++, task);
    entries.add(entry);
    return entry;
  }

  void remove(Entry entry) {
    entries.remove(entry);
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  /** Whether there is something to do at or before this time. */
  boolean hasNext(Instant limit) {
    Entry next = entries.peek();
    return next != null && !next.at().isAfter(limit);
  }

  /** The next thing to do at or before this time; time moves there. */
  Optional<Runnable> next(Instant limit) {
    if (!hasNext(limit)) {
      return Optional.empty();
    }
    Entry next = entries.remove();
    now = next.at();
    return Optional.of(next.task());
  }
}
