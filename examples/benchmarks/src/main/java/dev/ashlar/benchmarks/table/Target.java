package dev.ashlar.benchmarks.table;

/**
 * What a figure must be.
 *
 * @param direction on which side of the bound it must lie
 * @param bound in the unit of the figure
 */
public record Target(Direction direction, double bound) {
  /** No target. */
  public static final Target NONE = new Target(Direction.ANY, 0);

  /** The side of the bound. */
  public enum Direction {
    ANY,
    AT_MOST,
    AT_LEAST
  }

  public static Target atMost(double bound) {
    return new Target(Direction.AT_MOST, bound);
  }

  public static Target atLeast(double bound) {
    return new Target(Direction.AT_LEAST, bound);
  }

  boolean isMet(double figure) {
    return switch (direction) {
      case ANY -> true;
      case AT_MOST -> figure <= bound;
      case AT_LEAST -> figure >= bound;
    };
  }

  String text(Unit unit) {
    return switch (direction) {
      case ANY -> "";
      case AT_MOST -> "≤ " + unit.text(bound);
      case AT_LEAST -> "≥ " + unit.text(bound);
    };
  }
}
