package dev.ashlar.benchmarks.table;

import java.util.OptionalDouble;

/**
 * One figure.
 *
 * @param what what was measured
 * @param figure how much it was; empty where it was not measured
 * @param unit what the figure counts
 * @param target how it must compare
 * @param note what one should know of it, such as why it was not measured
 */
public record Row(String what, OptionalDouble figure, Unit unit, Target target, String note) {

  /** A figure without a target. */
  public static Row of(String what, double figure, Unit unit) {
    return new Row(what, OptionalDouble.of(figure), unit, Target.NONE, "");
  }

  /** What was not measured, and why. */
  public static Row without(String what, Unit unit, Target target, String why) {
    return new Row(what, OptionalDouble.empty(), unit, target, why);
  }

  /** The same, with what it must be. */
  public Row target(Target wanted) {
    return new Row(what, figure, unit, wanted, note);
  }

  /** The same, with something to know. */
  public Row note(String text) {
    return new Row(what, figure, unit, target, text);
  }

  /** For a person who waits. */
  public String text() {
    return what + ": " + measured();
  }

  String measured() {
    return figure.isPresent() ? unit.text(figure.getAsDouble()) : "not measured";
  }

  String verdict() {
    if (target.direction() == Target.Direction.ANY || figure.isEmpty()) {
      return "";
    }
    return target.isMet(figure.getAsDouble()) ? "met" : "not met";
  }
}
