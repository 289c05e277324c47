package dev.ashlar.observation.limit;

/**
 * A bucket that fills steadily, and gives one call for each token.
 *
 * @param rate tokens a second; infinite where nothing limits
 * @param size how many it holds, at least one
 * @param tokens how many were in it
 * @param at when that was, in nanoseconds
 */
public record Bucket(double rate, double size, double tokens, long at) {
  private static final double SECOND = 1e9;

  /** One without limits. */
  static Bucket bottomless(long now) {
    return new Bucket(Double.POSITIVE_INFINITY, 1, 1, now);
  }

  boolean isBottomless() {
    return Double.isInfinite(rate);
  }

  private double filled(long now) {
    return Math.min(size, tokens + Math.max(0, now - at) / SECOND * rate);
  }

  /** When there is a token, now at the earliest. */
  long ready(long now) {
    if (isBottomless()) {
      return now;
    }
    double lacking = 1 - filled(now);
    return lacking <= 1e-9 ? now : now + (long) Math.ceil(lacking / rate * SECOND);
  }

  Bucket take(long now) {
    return isBottomless() ? this : new Bucket(rate, size, Math.max(0, filled(now) - 1), now);
  }

  /** The same, filling otherwise from now on. */
  Bucket at(double newRate, double newSize, long now) {
    double kept = isBottomless() ? 0 : Math.min(newSize, filled(now));
    return new Bucket(newRate, newSize, kept, now);
  }
}
