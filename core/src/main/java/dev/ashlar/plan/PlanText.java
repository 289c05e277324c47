package dev.ashlar.plan;

import dev.ashlar.diagnostic.text.Palette;
import dev.ashlar.plan.format.PlanLines;

/**
 * A plan for a person's eyes.
 *
 * @since 0.1
 */
public final class PlanText {
  private final PlanLines lines;

  private PlanText(Palette palette) {
    this.lines = new PlanLines(palette);
  }

  /** With the colours of a terminal. */
  public static PlanText coloured() {
    return new PlanText(Palette.COLOURED);
  }

  /** Text only. */
  public static PlanText plain() {
    return new PlanText(Palette.PLAIN);
  }

  /** The whole plan, or what is wrong with it; ends in a line break. */
  public String render(Plan plan) {
    return lines.render(plan);
  }

  /** One of its changes, with all that becomes of it; ends in a line break. */
  public String render(Change change) {
    return lines.render(change);
  }

  /** One line: what the plan does, in numbers. */
  public static String summary(Plan plan) {
    return PlanLines.summary(plan);
  }
}
