package dev.ashlar.execution.turn;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The operations that all runs of an engine may have under way together, and whose turn it is: they
 * are shared equally between tenants, and within a tenant between its runs, whatever each of them
 * would like to have. Nothing is taken away from anybody: who comes gets what becomes free. Takes
 * time in the logarithm of those who wait. Safe for every thread.
 */
public final class Turns {
  private final int total;
  private final Party all = new Party(null, 0);
  private final Map<String, Party> tenants = new HashMap<>();
  private long turn;

  /** So many operations at once, of all runs together. */
  public Turns(int total) {
    if (total < 1) {
      throw new IllegalArgumentException("at least one operation at once: " + total);
    }
    this.total = total;
  }

  /**
   * A run takes its place.
   *
   * @param tenant the tenant whose environment it is of
   * @param wake called, on any thread, when its turn has come after it had to wait
   */
  public synchronized Line join(String tenant, Runnable wake) {
    Party shared = tenants.computeIfAbsent(tenant, name -> new Party(all, turn++));
    return new Line(this, new Party(shared, turn++), tenant, wake);
  }

  /** How many operations are under way. */
  public synchronized int underWay() {
    return all.underWay();
  }

  synchronized boolean take(Line line, int wish) {
    if (line.reserved > 0) {
      line.reserved--;
      return true;
    }
    if (all.underWay() < total && all.first() == null) {
      line.party.take(turn++);
      return true;
    }
    line.wish = wish;
    line.party.await();
    if (all.underWay() < total && line.party.isFirst()) {
      serve(line);
      line.reserved--;
      return true;
    }
    return false;
  }

  void ended(Line line) {
    Set<Runnable> woken;
    synchronized (this) {
      line.party.giveBack();
      woken = serve();
    }
    woken.forEach(Runnable::run);
  }

  void pass(Line line) {
    Set<Runnable> woken;
    synchronized (this) {
      line.party.withdraw();
      for (; line.reserved > 0; line.reserved--) {
        line.party.giveBack();
      }
      woken = serve();
    }
    woken.forEach(Runnable::run);
  }

  void leave(Line line) {
    Set<Runnable> woken;
    synchronized (this) {
      line.party.withdraw();
      line.reserved = 0;
      while (line.party.underWay() > 0) {
        line.party.giveBack();
      }
      Party shared = line.party.parent();
      if (shared != null && shared.isLeft()) {
        tenants.remove(line.tenant);
      }
      woken = serve();
    }
    woken.forEach(Runnable::run);
  }

  /** Keeps what is free for those whose turn it is; they are to be woken without the lock. */
  private Set<Runnable> serve() {
    Set<Runnable> woken = new LinkedHashSet<>();
    for (Line next = next(); next != null; next = next()) {
      serve(next);
      woken.add(next.wake);
    }
    return woken;
  }

  private void serve(Line next) {
    next.wish--;
    next.reserved++;
    if (next.wish <= 0) {
      next.party.withdraw();
    }
    next.party.take(turn++);
  }

  private @Nullable Line next() {
    return all.underWay() < total ? all.first() : null;
  }
}
