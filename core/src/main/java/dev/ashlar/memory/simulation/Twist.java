package dev.ashlar.memory.simulation;

import dev.ashlar.connector.Failure;
import java.time.Duration;
import java.util.Optional;

/**
 * What befalls one call: on its way to the cloud, in the cloud, and on the way home.
 *
 * @param outward how long the call travels
 * @param arrives whether it ever reaches the cloud
 * @param again after how long the network delivers it a second time; empty for never
 * @param treatment what the cloud makes of it
 * @param homeward how long the answer travels
 * @param homecoming what becomes of the answer
 * @param patience after how long the caller's connection breaks, whatever goes on in the cloud;
 *     empty for never
 */
public record Twist(
    Duration outward,
    boolean arrives,
    Optional<Duration> again,
    Treatment treatment,
    Duration homeward,
    Homecoming homecoming,
    Optional<Duration> patience) {
  /** Nothing special. */
  public static final Twist NONE =
      new Twist(
          Duration.ZERO,
          true,
          Optional.empty(),
          Treatment.USUAL,
          Duration.ZERO,
          Homecoming.HEARD,
          Optional.empty());

  /** What becomes of an answer. */
  public enum Homecoming {
    /** The caller gets it. */
    HEARD,
    /** The connection breaks when it should come. */
    BROKEN,
    /** It never comes. */
    LOST
  }

  /** The same, so much longer on its way to the cloud. */
  public Twist outward(Duration more) {
    return new Twist(outward.plus(more), arrives, again, treatment, homeward, homecoming, patience);
  }

  /** The same, and never there. */
  public Twist astray() {
    return new Twist(outward, false, again, treatment, homeward, homecoming, patience);
  }

  /** The same, delivered once more. */
  public Twist again(Duration later) {
    return new Twist(
        outward, arrives, Optional.of(later), treatment, homeward, homecoming, patience);
  }

  /** The same, refused without any effect, if it is not refused already. */
  public Twist refused(Failure why) {
    return treatment.refusal().isPresent() ? this : with(treatment.refused(why));
  }

  /** The same, treated like this. */
  public Twist with(Treatment other) {
    return new Twist(outward, arrives, again, other, homeward, homecoming, patience);
  }

  /** The same, so much longer on its way home. */
  public Twist homeward(Duration more) {
    return new Twist(outward, arrives, again, treatment, homeward.plus(more), homecoming, patience);
  }

  /** The same, with this end. */
  public Twist ending(Homecoming other) {
    return new Twist(outward, arrives, again, treatment, homeward, other, patience);
  }

  /** The same, with a connection that holds no longer than this. */
  public Twist patience(Duration most) {
    return new Twist(outward, arrives, again, treatment, homeward, homecoming, Optional.of(most));
  }
}
