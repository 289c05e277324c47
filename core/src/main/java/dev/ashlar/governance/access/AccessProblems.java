package dev.ashlar.governance.access;

import dev.ashlar.diagnostic.Code;
import java.util.List;

/** What somebody may not do. */
public final class AccessProblems {
  /** It is not allowed. */
  public static final Code DENIED =
      Code.error(
          "access.denied",
          "This principal may not do that.",
          "The program that embeds the engine says who may do what, and what it does not allow is"
              + " refused. Have the permission granted to one of your roles, for this environment,"
              + " stage, tenant and type; or let somebody do it who has it.");

  /** It is not allowed to objects of a type. */
  public static final Code TYPE_DENIED =
      Code.error(
          "access.type-denied",
          "This principal may not do that to objects of this type.",
          "Roles can be limited to types. The plan has a change that this principal may not make,"
              + " so nothing of it was begun. Leave the change out, with --exclude, or let somebody"
              + " apply the plan who may.");

  private AccessProblems() {}

  /** All of them, for explanations. */
  public static List<Code> all() {
    return List.of(DENIED, TYPE_DENIED);
  }
}
