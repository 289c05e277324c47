package dev.ashlar.expression;

import java.time.Duration;

/**
 * How much one expression may take. What goes beyond ends in a {@link Problem}. All but the time
 * give the same answer on every machine; the time is the last line of defence.
 *
 * @param length the longest expression, in code points
 * @param depth how deep an expression may nest
 * @param iterations how often the bodies of all its loops may run together
 * @param memory how many characters and items it may make, and its result may hold
 * @param time how long one evaluation may take
 */
public record Limits(int length, int depth, int iterations, int memory, Duration time) {
  /** Ample for any honest expression. */
  public static final Limits STANDARD =
      new Limits(50_000, 200, 1_000_000, 4_000_000, Duration.ofSeconds(10));
}
