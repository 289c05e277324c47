package dev.ashlar.memory.fault;

import dev.ashlar.memory.simulation.Twist;
import dev.ashlar.memory.simulation.Weather;
import java.time.Duration;

/** Something that can go wrong with a call. */
public interface Mishap {

  /**
   * Lets it happen.
   *
   * @param twist what befalls the call already
   * @param occasion the call
   * @param luck what the call draws
   * @return what befalls the call now; the same where nothing happens
   */
  Twist befall(Twist twist, Weather.Occasion occasion, Luck luck);

  /** How far back it lets a call see. */
  default Duration memory() {
    return Duration.ZERO;
  }
}
