package dev.ashlar.connector;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of how many calls a cloud takes. The engine makes no more than that, and fewer
 * where the cloud refuses them all the same. Immutable.
 *
 * @since 0.1
 */
public final class RateLimit {
  private final double perSecond;
  private final int burst;
  private final @Nullable String group;

  private RateLimit(double perSecond, int burst, @Nullable String group) {
    this.perSecond = perSecond;
    this.burst = burst;
    this.group = group;
  }

  /**
   * So many calls a second, with as many at once as come in a second, at least one.
   *
   * @throws IllegalArgumentException if that is not more than nothing
   */
  public static RateLimit perSecond(double calls) {
    if (!(calls > 0) || Double.isInfinite(calls)) {
      throw new IllegalArgumentException("a limit lets something pass: " + calls);
    }
    return new RateLimit(calls, (int) Math.max(1, Math.min(calls, Integer.MAX_VALUE)), null);
  }

  /**
   * The same, and so many calls may come at once after a rest.
   *
   * @throws IllegalArgumentException if that is less than one
   */
  public RateLimit withBurst(int calls) {
    if (calls < 1) {
      throw new IllegalArgumentException("at least one call: " + calls);
    }
    return new RateLimit(perSecond, calls, group);
  }

  /**
   * The same, for all types and operations of the provider that name this group together. Without
   * one, a limit is for one operation of a service: of all types whose names are equal before the
   * last part.
   */
  public RateLimit sharedAs(String name) {
    return new RateLimit(perSecond, burst, Objects.requireNonNull(name, "name"));
  }

  /** Calls a second. */
  public double perSecond() {
    return perSecond;
  }

  /** How many calls may come at once after a rest. */
  public int burst() {
    return burst;
  }

  /** The group that it is for. */
  public Optional<String> sharedAs() {
    return Optional.ofNullable(group);
  }

  @Override
  public String toString() {
    return perSecond + " calls a second" + (group == null ? "" : " as " + group);
  }
}
