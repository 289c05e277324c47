package dev.ashlar.blueprint;

import dev.ashlar.diagnostic.Code;
import java.util.List;

/**
 * The kinds of problems that an environment, its files and its inputs can have.
 *
 * @since 0.1
 */
public final class EnvironmentProblems {
  /** Environments extend each other in a circle. */
  public static final Code EXTENDS_CYCLE =
      Code.error(
          "blueprint.extends-cycle",
          "Environments extend each other in a circle",
          "An environment takes over what its base says, and the base may have a base; the "
              + "chain must end.");

  /** A file reference is not possible. */
  public static final Code BAD_FILE_REFERENCE =
      Code.error(
          "blueprint.bad-file-reference",
          "A file reference is not possible",
          "Other documents are named relative to the document that names them, beginning "
              + "with ./ or ../; no absolute paths, and no links that lead out of the directory.");

  /** This is not available yet. */
  public static final Code NOT_AVAILABLE =
      Code.error(
          "blueprint.not-available",
          "This is not available yet",
          "The document uses something that this version of the engine cannot do yet.");

  /** The environment names no blueprint. */
  public static final Code NO_BLUEPRINT =
      Code.error(
          "blueprint.no-blueprint",
          "The environment names no blueprint",
          "Neither the environment nor what it extends says which blueprint it is of: "
              + "blueprint: ./orders.yaml.");

  /** A parameter is not declared. */
  public static final Code UNKNOWN_PARAMETER =
      Code.error(
          "blueprint.unknown-parameter",
          "A parameter is not declared",
          "The blueprint declares no parameter of this name, so setting it would do " + "nothing.");

  /** A flag is not declared. */
  public static final Code UNKNOWN_FLAG =
      Code.error(
          "blueprint.unknown-flag",
          "A flag is not declared",
          "The blueprint declares no flag of this name, so setting it would do nothing.");

  /** A parameter has no value. */
  public static final Code MISSING_PARAMETER =
      Code.error(
          "blueprint.missing-parameter",
          "A parameter has no value",
          "The parameter is required: it has no default and is not nullable. Set it in the "
              + "environment, or with --param NAME=VALUE.");

  /** A parameter's value is not allowed. */
  public static final Code BAD_VALUE =
      Code.error(
          "blueprint.bad-value",
          "A parameter's value is not allowed",
          "The value does not fit the type or the constraints that the blueprint declares "
              + "for the parameter.");

  /** A secret is given to a parameter that is not sensitive. */
  public static final Code SECRET_NOT_ALLOWED =
      Code.error(
          "blueprint.secret-not-allowed",
          "A secret is given to a parameter that is not sensitive",
          "A value of a parameter that is not declared sensitive appears in plans, states "
              + "and logs. Declare the parameter with sensitive: true, or give it in clear.");

  /** A secret reference is not well formed. */
  public static final Code BAD_SECRET =
      Code.error(
          "blueprint.bad-secret",
          "A secret reference is not well formed",
          "A secret is named as SCHEME:NAME, such as env:ORDERS_TOKEN or file:token.txt.");

  /** An edit is not possible. */
  public static final Code EDIT_REFUSED =
      Code.error(
          "blueprint.edit-refused",
          "An edit is not possible",
          "The edit names something that is not there, or would break the document.");

  private EnvironmentProblems() {}

  /** All of them, for explanations. */
  public static List<Code> all() {
    return List.of(
        EXTENDS_CYCLE,
        BAD_FILE_REFERENCE,
        NOT_AVAILABLE,
        NO_BLUEPRINT,
        UNKNOWN_PARAMETER,
        UNKNOWN_FLAG,
        MISSING_PARAMETER,
        BAD_VALUE,
        SECRET_NOT_ALLOWED,
        BAD_SECRET,
        EDIT_REFUSED);
  }
}
