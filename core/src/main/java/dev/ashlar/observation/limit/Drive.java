package dev.ashlar.observation.limit;

/**
 * Where the pace goes. The one question is whether more calls give more accepted ones; it is
 * answered by the slope through the latest windows, each compared with the one before. The numbers
 * in here were chosen by simulation: see the tests.
 *
 * @param rate the rate that the pace swings around, in calls a second; infinite where nothing
 *     limits
 * @param searching whether it grows until more calls give nothing more
 * @param usual which part of the calls is refused however few there are
 * @param trend how many steps in a row went up; down, where negative
 * @param gain how much more was accepted, weighted; over {@code effort}, the slope
 * @param effort how much more was called, weighted
 * @param best how many were accepted a second when it went well, slowly forgotten
 */
public record Drive(
    double rate,
    boolean searching,
    double usual,
    int trend,
    double gain,
    double effort,
    double best) {
  /** Nothing is ever slower than this, in calls a second. */
  private static final double SLOWEST = 0.2;

  /** How far the pace swings. */
  private static final double SWING = 0.12;

  /** Of one call more, which part must be accepted for the rate to grow. */
  private static final double WORTH = 0.3;

  /** How much more the rate grows where it went better of late. */
  private static final double LOST_GROUND = 0.5;

  /** So many more refused than usual, and the fall is as fast as a rise. */
  private static final double FAR_TOO_MANY = 0.25;

  private static final double STEP = 0.04;
  private static final int FASTEST = 8;
  private static final int FASTEST_FALL = 2;
  private static final double MEMORY = 0.75;

  static Drive at(double rate, boolean searching) {
    return new Drive(Math.max(SLOWEST, rate), searching, 0, 0, 0, 0, 0);
  }

  static Drive free() {
    return at(Double.POSITIVE_INFINITY, false);
  }

  boolean isFree() {
    return Double.isInfinite(rate);
  }

  private boolean isUntaught() {
    return usual == 0 && best == 0;
  }

  /** Nobody had to wait, and much was refused: a little slower, so that somebody has to. */
  Drive slowerThan(double pace) {
    return new Drive(
        Math.max(SLOWEST, Math.min(rate, 0.8 * pace)), false, usual, trend, gain, effort, best);
  }

  Drive upTo(double declared) {
    return rate > declared
        ? new Drive(declared, searching, usual, trend, gain, effort, best)
        : this;
  }

  /** The rate of a window. */
  double swung(int window) {
    return searching || isFree() || isUntaught()
        ? rate
        : rate * (window % 2 == 0 ? 1 - SWING : 1 + SWING);
  }

  /** One call more was made, others wait, and nothing is amiss: doubles within a second. */
  Drive grown() {
    return new Drive(rate + 1, true, usual, trend, gain, effort, best);
  }

  /** Far more than usual is refused: what was accepted shows what may be. */
  Drive cut(double share) {
    double fit = Math.max(0.2, (1 - share) / (1 - usual));
    // If it was not the pace after all, it is usual; if it was, the next windows show it.
    double perhaps = (usual + share) / 2;
    return new Drive(Math.max(SLOWEST, rate * fit), searching, perhaps, 0, 0, 0, 0);
  }

  /** Whether the search goes on after two windows of it. */
  Drive searched(Window late, Window early) {
    if (late.sent() < 30 || early.sent() < 15) {
      return this;
    }
    double more = late.pace() - early.pace();
    if (more <= 0.1 * early.pace()) {
      return late.share() > usual + 0.1 ? new Drive(rate, false, usual, 0, 0, 0, 0) : this;
    }
    if (late.passed() - early.passed() >= WORTH * more) {
      return this;
    }
    double fits = late.passed() / Math.max(0.1, 1 - early.share());
    return new Drive(Math.max(SLOWEST, fits), false, early.share(), 0, 0, 0, late.passed());
  }

  /** Compares two windows of different pace. */
  Drive learned(Window late, Window early) {
    double more = late.pace() - early.pace();
    double yield = late.passed() - early.passed();
    if (more < -0.2 * early.pace() && yield < 0.4 * more) {
      // Fewer calls, and just as large a part of them refused: it was not the pace.
      double before = Math.max(rate, early.pace());
      return new Drive(before, false, late.share(), 0, 0, 0, early.passed());
    }
    double top = Math.max(0.98 * best, (late.passed() + early.passed()) / 2);
    double gained = MEMORY * gain + more * yield;
    double tried = MEMORY * effort + more * more;
    if (tried < 0.001 * early.pace() * early.pace()) {
      return new Drive(rate, false, usual, trend, gained, tried, top);
    }
    boolean wentBetter = late.passed() < 0.85 * top && rate * (1 - usual) < 1.2 * top;
    double worth = gained / tried - WORTH;
    // What is refused beyond the limit is not usual.
    double share = late.share();
    double part = worth > 0 || share < usual ? usual + 0.3 * (share - usual) : usual;
    double wish = Math.max(-0.6, Math.min(1, worth + (wentBetter ? LOST_GROUND : 0)));
    return stepped(wish, part, share - part, gained, tried, top);
  }

  private Drive stepped(
      double wish, double part, double excess, double gained, double tried, double top) {
    int on = wish > 0 ? Math.max(1, trend + 1) : Math.min(-1, trend - 1);
    int fastest = on > 0 || excess > FAR_TOO_MANY ? FASTEST : FASTEST_FALL;
    double change = STEP * wish * Math.min(fastest, Math.abs(on));
    double changed = Math.max(SLOWEST, rate * Math.exp(Math.max(-0.2, Math.min(0.2, change))));
    return new Drive(changed, false, part, on, gained, tried, top);
  }
}
