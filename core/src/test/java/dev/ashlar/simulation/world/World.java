package dev.ashlar.simulation.world;

import dev.ashlar.connector.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One time for clouds, stores and processes, on the thread of the caller: what is due first happens
 * first, and what is due at once happens in an order that the seed decides. For one thread.
 */
public final class World implements TimeSource {
  private static final Instant BEGINNING = Instant.parse("2030-01-01T00:00:00Z");

  private final PriorityQueue<Entry> agenda = new PriorityQueue<>();
  private final @Nullable Random order;
  private Instant now = BEGINNING;
  private long asked;

  /** A world in which what is due at once happens in the order of asking. */
  public World() {
    this.order = null;
  }

  /** A world in which what is due at once happens in any order. */
  public World(Random order) {
    this.order = order;
  }

  private record Entry(Instant at, int draw, long number, Runnable task, boolean[] cancelled)
      implements Comparable<Entry> {
    @Override
    public int compareTo(Entry other) {
      int first = at.compareTo(other.at);
      first = first == 0 ? Integer.compare(draw, other.draw) : first;
      return first == 0 ? Long.compare(number, other.number) : first;
    }
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public Timer schedule(Duration delay, Runnable action) {
    boolean[] cancelled = new boolean[1];
    int draw = order == null ? 0 : order.nextInt(4);
    agenda.add(new Entry(now.plus(delay), draw, asked++, action, cancelled));
    return () -> cancelled[0] = true;
  }

  /** Does the next thing, if there is one before a time. */
  private boolean step(Instant until) {
    Entry next = agenda.peek();
    while (next != null && next.cancelled[0]) {
      agenda.poll();
      next = agenda.peek();
    }
    if (next == null || next.at.isAfter(until)) {
      return false;
    }
    agenda.poll();
    now = next.at.isAfter(now) ? next.at : now;
    next.task.run();
    return true;
  }

  /** Goes on until something is so, or nothing is left to do; whether it is so. */
  public boolean runUntil(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      if (!step(Instant.MAX)) {
        return condition.getAsBoolean();
      }
    }
    return true;
  }

  /** Lets time pass, with all that falls into it. */
  public void advance(Duration duration) {
    Instant until = now.plus(duration);
    while (step(until)) {
      continue;
    }
    now = until;
  }
}
