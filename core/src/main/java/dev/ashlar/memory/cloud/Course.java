package dev.ashlar.memory.cloud;

import java.time.Duration;
import java.util.Optional;

/**
 * The course that one operation takes, where it is not the usual one.
 *
 * @param duration how long it takes; empty for as long as usual
 * @param looks how often it is looked at until it is over; 0 for as usual
 * @param fails whether it fails in the end, when half of it is done
 */
public record Course(Optional<Duration> duration, int looks, boolean fails) {
  /** As it goes every day. */
  public static final Course USUAL = new Course(Optional.empty(), 0, false);
}
