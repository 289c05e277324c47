package dev.ashlar.observation.limit;

import java.util.OptionalLong;

/**
 * How fast calls of one kind are made, and what was learnt from how they ended. Immutable data; the
 * time is given, in nanoseconds since the epoch.
 *
 * <p>While the cloud has refused nothing, and nothing is declared, nothing is limited. After that
 * the pace swings a little around a rate, and each swing asks one question: do more calls give more
 * accepted ones? If so the rate grows, if not it shrinks. So it rests where the limit is, whatever
 * part of the calls is refused for other reasons. Where nothing is accepted any more, it falls
 * fast, and searches its way up from below.
 *
 * @param declared the most that is ever tried, in calls a second; infinite where nothing is known
 * @param drive where the pace goes
 * @param bucket gives the calls
 * @param windows what became of the latest calls
 * @param notBefore when the next call may be made at the earliest
 * @param row how many calls in a row were not accepted
 */
public record Pace(
    double declared, Drive drive, Bucket bucket, Windows windows, long notBefore, int row) {
  private static final long SECOND = 1_000_000_000L;

  /** So many calls in a row that were not accepted are no chance. */
  private static final int NO_CHANCE = 6;

  /** How long what was learnt is kept while nobody calls. */
  private static final long KEPT = 600 * SECOND;

  /** And where nothing was learnt. */
  private static final long FREE = 10 * SECOND;

  /** How a call ended. */
  public enum End {
    /** The cloud took it, whatever came of it. */
    ACCEPTED,
    /** It was one too many. */
    REFUSED,
    /** The cloud could not. */
    UNABLE
  }

  /** Nothing is known of a limit. */
  public static Pace free(long now) {
    return new Pace(
        Double.POSITIVE_INFINITY, Drive.free(), Bucket.bottomless(now), Windows.begin(now), now, 0);
  }

  /** A limit is declared. */
  public static Pace declared(double perSecond, double burst, long now) {
    return new Pace(
        perSecond,
        Drive.at(perSecond, false),
        new Bucket(perSecond, Math.max(1, burst), Math.max(1, burst), now),
        Windows.begin(now),
        now,
        0);
  }

  /** When the next call may be made, now at the earliest. */
  public long ready(long now) {
    return bucket.ready(Math.max(now, notBefore));
  }

  /** About how long the last of so many who wait has to wait, in nanoseconds. */
  long wait(int waiting, long now) {
    double rate = bucket.isBottomless() ? 1_000 : bucket.rate();
    return ready(now) - now + (long) ((waiting - 1) / rate * SECOND);
  }

  /** Whether nothing worth keeping is known, the last call being asked for then. */
  boolean isForgettable(long lastAsk, long now) {
    return now - lastAsk > (drive.isFree() || !isAdapted() ? FREE : KEPT) && notBefore <= now;
  }

  private boolean isAdapted() {
    return drive.rate() != declared;
  }

  /** The number that the next call's end is to be told with. */
  public int number() {
    return windows.now().number();
  }

  /**
   * A call is made.
   *
   * @param others whether others have to wait
   */
  public Pace sent(boolean others, long now) {
    Pace rolled = rolled(now);
    Drive drive = rolled.drive;
    boolean grows = drive.searching() && others && row == 0;
    return rolled
        .with(rolled.windows.sent(others))
        .taken(now)
        .to(grows ? drive.grown() : drive, now);
  }

  private Pace taken(long now) {
    return new Pace(declared, drive, bucket.take(now), windows, notBefore, row);
  }

  private Pace with(Windows changed) {
    return new Pace(declared, drive, bucket, changed, notBefore, row);
  }

  private Pace to(Drive wanted, long now) {
    Drive changed = wanted.upTo(declared);
    double rate = Math.min(declared, changed.swung(windows.now().number()));
    if (rate == bucket.rate()) {
      return new Pace(declared, changed, bucket, windows, notBefore, row);
    }
    Bucket filled = bucket.at(rate, Math.max(1, rate / 200), now);
    return new Pace(declared, changed, filled, windows, notBefore, row);
  }

  private long length() {
    double seconds = drive.isFree() ? 1 : Math.max(1, Math.min(60, 30 / drive.rate()));
    return (long) (seconds * SECOND);
  }

  /** Begins the next window where this one is over, and learns from those before. */
  private Pace rolled(long now) {
    if (now - windows.now().began() < length()) {
      return this;
    }
    Windows next = windows.next(now);
    return with(next).to(drive.searching() ? searched(next) : learned(), now);
  }

  private Drive searched(Windows next) {
    Window late = next.last();
    Window early = next.older();
    if (comparable(late, early)) {
      return drive.searched(late, early);
    }
    return windows.teaches(late) && late.isTooMuch(drive.usual())
        ? drive.slowerThan(late.pace())
        : drive;
  }

  /** Learns from the two before the one that just ended: their calls have mostly been answered. */
  private Drive learned() {
    Window late = windows.last();
    Window early = windows.older();
    boolean known = windows.teaches(early) && early.number() < late.number();
    if (drive.isFree() || !known) {
      return drive;
    }
    if (drive.rate() >= declared && late.refused() + early.refused() == 0) {
      return Drive.at(declared, false);
    }
    if (late.isPressed() && early.isPressed()) {
      return drive.learned(late, early);
    }
    if (late.share() < 0.1) {
      return drive;
    }
    // Nobody had to wait: nothing speaks for a higher rate, but much may speak for a lower one.
    Drive taught = drive.learned(late, early);
    Drive lower = taught.rate() < drive.rate() ? taught : drive;
    return late.isTooMuch(drive.usual()) ? lower.slowerThan(late.pace()) : lower;
  }

  private boolean comparable(Window late, Window early) {
    return windows.teaches(early)
        && early.number() < late.number()
        && late.isPressed()
        && early.isPressed();
  }

  /**
   * A call ended.
   *
   * @param number the number it was made under
   * @param retryAfter how long the cloud asks to wait, in nanoseconds
   */
  public Pace ended(int number, End end, OptionalLong retryAfter, long now) {
    int inRow = end == End.ACCEPTED ? 0 : row + 1;
    long pause = inRow >= NO_CHANCE ? now + Math.min(120 * SECOND, retryAfter.orElse(0)) : now;
    Pace heard =
        new Pace(
            declared,
            drive,
            bucket,
            windows.heard(number, end != End.REFUSED),
            Math.max(notBefore, pause),
            inRow);
    if (number < windows.since()) {
      return heard;
    }
    if (end == End.REFUSED) {
      return heard.refused(now);
    }
    return end == End.UNABLE && inRow >= NO_CHANCE ? heard.halved(now) : heard;
  }

  private Pace refused(long now) {
    if (drive.isFree()) {
      return anew(Drive.at(Math.max(5, windows.accepted(now)), true), now);
    }
    Window current = windows.now();
    boolean tooMany = current.refused() >= 10 && current.share() - drive.usual() > 0.4;
    return tooMany ? with(windows.next(now)).to(drive.cut(current.share()), now) : this;
  }

  private Pace halved(long now) {
    double rate = drive.isFree() ? Math.max(2, windows.accepted(now)) : drive.rate() / 2;
    return new Pace(declared, drive, bucket, windows, notBefore, 0).anew(Drive.at(rate, true), now);
  }

  private Pace anew(Drive changed, long now) {
    return with(windows.anew(now)).to(changed, now);
  }
}
