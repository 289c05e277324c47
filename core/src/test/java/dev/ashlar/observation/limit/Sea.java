package dev.ashlar.observation.limit;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/** A cloud that limits calls, and callers that never run out of work; nothing but numbers. */
final class Sea {
  private static final double SECOND = 1e9;

  /** Calls a second, at a time in seconds. */
  DoubleUnaryOperator limit = seconds -> 50;

  /** From when to when nothing works, in seconds. */
  double downFrom = Double.MAX_VALUE;

  double downUntil = Double.MAX_VALUE;

  /** How many calls may come at once after a rest. */
  double burst = 50;

  /** Which part of the calls is refused whatever their number. */
  double chance;

  /** Whether such calls count for the limit. */
  boolean chanceCosts;

  /** How long an answer takes, in seconds; a refusal takes 20 ms. */
  double latency = 0.05;

  int callers = 64;
  Pace pace = Pace.free(0);
  final List<Double> calls = new ArrayList<>();
  private final List<Double> accepted = new ArrayList<>();
  private final Random random;
  private final PriorityQueue<Event> queue = new PriorityQueue<>();
  private long order;
  private long now;
  private double tokens;
  private long filled;
  private int waiting;
  private boolean timed;

  Sea(long seed) {
    random = new Random(seed);
  }

  private record Event(long at, long order, Runnable what) implements Comparable<Event> {
    @Override
    public int compareTo(Event other) {
      return at != other.at ? Long.compare(at, other.at) : Long.compare(order, other.order);
    }
  }

  private void after(double seconds, Runnable what) {
    queue.add(new Event(now + (long) (seconds * SECOND), order++, what));
  }

  /** Lets time pass. */
  Sea run(double seconds) {
    tokens = burst;
    for (int i = 0; i < callers; i++) {
      after(0, this::again);
    }
    while (!queue.isEmpty() && queue.peek().at() <= seconds * SECOND) {
      Event next = queue.poll();
      now = next.at();
      next.what().run();
    }
    return this;
  }

  private void again() {
    waiting++;
    pump();
  }

  private void pump() {
    while (waiting > 0 && pace.ready(now) <= now) {
      waiting--;
      pace = pace.sent(waiting > 0, now);
      call(pace.number());
    }
    if (waiting > 0 && !timed) {
      timed = true;
      after(
          (pace.ready(now) - now) / SECOND,
          () -> {
            timed = false;
            pump();
          });
    }
  }

  private void call(int number) {
    double at = now / SECOND;
    calls.add(at);
    tokens = Math.min(burst, tokens + (now - filled) / SECOND * limit.applyAsDouble(at));
    filled = now;
    boolean unlucky = random.nextDouble() < chance;
    boolean full = tokens < 1;
    boolean down = at >= downFrom && at < downUntil;
    if (!down && !full && (!unlucky || chanceCosts)) {
      tokens--;
    }
    if (down) {
      answer(number, 0.02, Pace.End.UNABLE, random.nextDouble() * 5);
    } else if (full || unlucky) {
      answer(number, 0.02, Pace.End.REFUSED, random.nextDouble());
    } else {
      accepted.add(at);
      answer(number, latency, Pace.End.ACCEPTED, 0);
    }
  }

  private void answer(int number, double delay, Pace.End end, double pause) {
    after(
        delay,
        () -> {
          pace = pace.ended(number, end, OptionalLong.empty(), now);
          after(pause, this::again);
        });
  }

  /** How many calls were accepted a second, from one time to another. */
  double accepted(double from, double to) {
    return rate(accepted, from, to);
  }

  /** How many calls were made a second, from one time to another. */
  double called(double from, double to) {
    return rate(calls, from, to);
  }

  private static double rate(List<Double> times, double from, double to) {
    return times.stream().filter(at -> at >= from && at < to).count() / (to - from);
  }
}
