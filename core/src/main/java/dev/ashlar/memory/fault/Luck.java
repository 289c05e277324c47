package dev.ashlar.memory.fault;

import java.time.Duration;
import java.util.SplittableRandom;

/** What one call draws for one fault: the same for the same seed, fault and count of calls. */
public final class Luck {
  private final SplittableRandom random;

  Luck(long seed, int fault, long call) {
    // Mixed twice, since neighbours shall have nothing in common.
    long mixed = new SplittableRandom(seed * 31 + fault).nextLong() ^ call;
    random = new SplittableRandom(new SplittableRandom(mixed).nextLong());
  }

  boolean hits(double probability) {
    return random.nextDouble() < probability;
  }

  /** A part of the whole. */
  Duration upTo(Duration most) {
    return Duration.ofNanos((long) (most.toNanos() * random.nextDouble()));
  }
}
