package dev.ashlar.expression.cel;

import dev.ashlar.cel.runtime.AccumulatedUnknowns;
import dev.ashlar.cel.runtime.CelUnknownSet;
import java.util.List;

/** CEL's marks for what is not known. Which of them says nothing here: types and references do. */
final class Unknowns {
  private Unknowns() {}

  /** Whether this is such a mark. */
  static boolean is(Object made) {
    return made instanceof AccumulatedUnknowns || made instanceof CelUnknownSet;
  }

  /** Such a mark; a new one, for CEL collects into it. */
  static Object some() {
    return AccumulatedUnknowns.create(List.of(), List.of());
  }
}
