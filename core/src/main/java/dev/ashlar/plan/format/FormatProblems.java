package dev.ashlar.plan.format;

import dev.ashlar.diagnostic.Code;
import java.util.List;

/** What can be wrong with a plan file. */
public final class FormatProblems {
  /** The file is no plan, or not the one that was written. */
  public static final Code PLAN_UNREADABLE =
      Code.error(
          "plan.unreadable",
          "The plan cannot be read",
          "A plan file is written by planning and read by applying, as it is. One that was cut off"
              + " or edited by hand is refused, because what was shown and approved would not be"
              + " what happens. Plan again.");

  /** The file comes from another version of the engine. */
  public static final Code PLAN_FORMAT =
      Code.error(
          "plan.format",
          "The plan comes from another version of the engine",
          "Plan files carry the version of their format. This engine does not know the one in the"
              + " file. Plan again with the engine that is to apply it.");

  private FormatProblems() {}

  /** All of them, for explanations. */
  public static List<Code> all() {
    return List.of(PLAN_UNREADABLE, PLAN_FORMAT);
  }
}
