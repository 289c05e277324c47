package dev.ashlar.memory.fault;

import dev.ashlar.connector.Failure;
import dev.ashlar.memory.cloud.Course;
import dev.ashlar.memory.simulation.Treatment;
import dev.ashlar.memory.simulation.Twist;
import dev.ashlar.memory.simulation.Twist.Homecoming;
import dev.ashlar.memory.simulation.Weather;
import java.time.Duration;
import java.util.Optional;

/** What can go wrong. */
public final class Mishaps {
  private Mishaps() {}

  /** The call is refused, and nothing is done. */
  public static Mishap refused(Failure why) {
    return (twist, occasion, luck) -> twist.refused(why);
  }

  /** The call is done, and the connection breaks when the answer should come. */
  public static Mishap lostResponse() {
    return (twist, occasion, luck) -> twist.ending(Homecoming.BROKEN);
  }

  /** The call never arrives; the caller's connection breaks after a while. */
  public static Mishap lostRequest(Duration patience) {
    return (twist, occasion, luck) -> twist.astray().patience(patience);
  }

  /** The call is done at once, and the caller's connection breaks after a while. */
  public static Mishap timeoutAfterEffect(Duration patience) {
    return (twist, occasion, luck) -> twist.ending(Homecoming.LOST).patience(patience);
  }

  /** The caller's connection breaks at once, and the call is done later all the same. */
  public static Mishap lateEffect(Duration delay) {
    return (twist, occasion, luck) -> twist.outward(delay).patience(Duration.ZERO);
  }

  /** Nobody ever answers. */
  public static Mishap silence(boolean done) {
    return (twist, occasion, luck) -> done ? twist.ending(Homecoming.LOST) : twist.astray();
  }

  /** The network delivers the call twice. */
  public static Mishap duplicate(Duration later) {
    return (twist, occasion, luck) -> twist.again(later);
  }

  /** The call is done at once, and the answer takes any time up to the most. */
  public static Mishap slowAnswers(Duration most) {
    return (twist, occasion, luck) -> twist.homeward(luck.upTo(most));
  }

  /** Calls and answers take any time up to the most, so that they overtake each other. */
  public static Mishap disorder(Duration most) {
    return (twist, occasion, luck) -> twist.outward(luck.upTo(most)).homeward(luck.upTo(most));
  }

  /** There may be no more objects than this. */
  public static Mishap quota(int most) {
    return (twist, occasion, luck) -> twist.with(twist.treatment().quota(most));
  }

  /** The operation takes so long. */
  public static Mishap longRunning(Duration duration, int looks) {
    return course(new Course(Optional.of(duration), looks, false));
  }

  /** The operation is accepted, and fails after so long, when half of it is done. */
  public static Mishap lateFailure(Duration duration) {
    return course(new Course(Optional.of(duration), 0, true));
  }

  private static Mishap course(Course course) {
    return (twist, occasion, luck) -> twist.with(twist.treatment().course(course));
  }

  /** Reads do not show the effect for a while, within the type's bound. */
  public static Mishap eventualReads(Duration most) {
    return (twist, occasion, luck) -> {
      Duration lag = within(occasion.errand().type().schema().visibilityBound(), luck.upTo(most));
      return lag.isZero() ? twist : twist.with(twist.treatment().readLag(lag));
    };
  }

  /** Lists do not show the effect for a while, within the type's bound. */
  public static Mishap eventualLists(Duration most) {
    return (twist, occasion, luck) -> {
      Duration lag = within(occasion.errand().type().schema().visibilityBound(), luck.upTo(most));
      return lag.isZero() ? twist : twist.with(twist.treatment().listLag(lag));
    };
  }

  /** A question sees what was a while ago, within the type's bound. */
  public static Mishap stale(Duration age) {
    return new Mishap() {
      @Override
      public Twist befall(Twist twist, Weather.Occasion occasion, Luck luck) {
        Duration old = within(occasion.errand().type().schema().visibilityBound(), age);
        Treatment treatment = twist.treatment();
        return old.isZero() ? twist : twist.with(treatment.age(old));
      }

      @Override
      public Duration memory() {
        return age;
      }
    };
  }

  private static Duration within(Duration bound, Duration wanted) {
    return wanted.compareTo(bound) < 0 ? wanted : bound;
  }
}
