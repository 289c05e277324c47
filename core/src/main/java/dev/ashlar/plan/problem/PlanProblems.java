package dev.ashlar.plan.problem;

import dev.ashlar.diagnostic.Code;
import java.util.List;

/** What can be wrong with a plan. */
public final class PlanProblems {
  /** Deleting or replacing is refused. */
  public static final Code PREVENTED =
      Code.error(
          "plan.prevent-destroy",
          "The object is protected",
          "The resource says lifecycle.preventDestroy, and the plan would delete or replace the"
              + " object. Take the protection away first, or leave the object as it is.");

  /** Another provider or scope. */
  public static final Code PROVIDER_CHANGE =
      Code.error(
          "plan.provider-change",
          "The object would move to another provider or scope",
          "An object lives where its provider's configuration says: account, region. It cannot be"
              + " moved; it would be deleted there and made anew elsewhere. That must be allowed"
              + " for each address, with --allow-provider-change ADDRESS.");

  /** A parameter changed that must not. */
  public static final Code PARAMETER_CHANGED =
      Code.error(
          "plan.parameter-changed",
          "The parameter may not change",
          "The blueprint declares the parameter immutable: within one version of the blueprint"
              + " (release), or for as long as the environment exists (always). Set it back to its"
              + " former value, or raise the blueprint's version.");

  /** An instance's key is no text. */
  public static final Code BAD_KEYS =
      Code.error(
          "plan.for-each",
          "The instances cannot be told apart",
          "forEach takes a list of texts, or a map. Each text, or key of the map, names one"
              + " instance; it stands in addresses and must therefore be no secret and unique.");

  /** A condition is no boolean. */
  public static final Code BAD_CONDITION =
      Code.error(
          "plan.condition",
          "The condition is neither true nor false",
          "when and preventDestroy take true or false, and no secret: it would show.");

  /** Something is unknown where it must be known. */
  public static final Code UNKNOWN =
      Code.error(
          "plan.unknown-value",
          "The value must be known before anything is applied",
          "The value depends on something that only applying will tell, and it is needed to make"
              + " the plan. Use a parameter, or a value that does not depend on what is yet to be"
              + " made.");

  /** A lookup found another number of objects. */
  public static final Code EXPECTATION =
      Code.error(
          "plan.lookup-expectation",
          "The lookup found another number of objects",
          "A lookup says how many objects it expects: one, optional or many. Make the conditions"
              + " narrower or wider, or change what is expected.");

  /** What is observed is not there. */
  public static final Code OBSERVED_ABSENT =
      Code.error(
          "plan.observed-absent",
          "The observed object does not exist",
          "ownership: observe only looks at an object that somebody else makes. There is none with"
              + " these properties. Make it first, or let this environment manage it.");

  /** What is to be adopted is not there. */
  public static final Code ADOPTED_ABSENT =
      Code.error(
          "plan.adopted-absent",
          "The object to be adopted does not exist",
          "An object was to be taken over by its identifier, and there is none. Check the"
              + " identifier and the provider's configuration.");

  /** What is to be adopted belongs to another address, or the address to another object. */
  public static final Code ADOPTED_TAKEN =
      Code.error(
          "plan.adopted-taken",
          "The object or the address is taken",
          "An object belongs to one address, and an address has one object. To give an object"
              + " another address, use a moved entry. To give an address another object, let its"
              + " own one go first: take it out of the blueprint with onRemove: retain and apply.");

  /** What is adopted was made by somebody else's engine. */
  public static final Code ADOPTED_MARKED =
      Code.warning(
          "plan.adopted-marked",
          "The object carries another owner's mark",
          "Objects that an environment makes carry a tag of it, ashlar-object. One that is taken"
              + " over and has such a tag already was made by another environment, or at another"
              + " address of this one. If it is still recorded there, two own one object: each"
              + " undoes what the other does, and either may delete it. Move it with ashlar move"
              + " ADDRESS --to ENVIRONMENT, or let the other one go first, with onRemove: retain."
              + " Where nobody else has it any more, nothing is to be done.");

  /** An address that nothing has. */
  public static final Code UNKNOWN_ADDRESS =
      Code.error(
          "plan.unknown-address",
          "There is no such address",
          "Addresses in the options of a plan must be declared in the blueprint or recorded in the"
              + " state.");

  /** Both addresses of a move are taken. */
  public static final Code MOVE_BLOCKED =
      Code.error(
          "plan.move-blocked",
          "Both addresses have an object",
          "An object cannot move to an address that another object has. Delete or forget one of"
              + " them, or take the moved entry away.");

  /** A replacement made first would clash with the object it replaces. */
  public static final Code CLASH =
      Code.error(
          "plan.replacement-clash",
          "The replacement would have the identity of what it replaces",
          "createBeforeDestroy makes the new object while the old one still exists, and fixed"
              + " inputs give both the same identity. Leave the name out so that the engine makes"
              + " one, change it with the replacement, or take createBeforeDestroy away.");

  /** What is deleted first is still used. */
  public static final Code REPLACED_IN_USE =
      Code.warning(
          "plan.replaced-in-use",
          "An object that goes first is still used",
          "A replacement deletes the old object before it makes the new one, unless the resource"
              + " says lifecycle.createBeforeDestroy. Here another object that is not replaced"
              + " holds the old one's identifier until the new one is there, and most clouds refuse"
              + " to delete what is in use. Make the new one first, with createBeforeDestroy: true,"
              + " or replace the object that uses it, too, with --replace ADDRESS.");

  /** A secret in a plain output. */
  public static final Code SECRET_OUTPUT =
      Code.error(
          "plan.secret-output",
          "The output would show a secret",
          "A secret may only be in an output that says sensitive: true.");

  /** A secret in an identity. */
  public static final Code SECRET_IDENTITY =
      Code.error(
          "plan.secret-identity",
          "A secret would become part of an identity",
          "What identifies an object stands in states, plans and logs, and must be no secret.");

  /** A connector's refinement breaks the contract. */
  public static final Code REFINEMENT =
      Code.error(
          "plan.refinement",
          "The connector changed what was planned",
          "A connector that completes plans may make an unknown value known, and replace a known"
              + " value only by an equivalent one. This is a mistake in the connector; tell its"
              + " author.");

  /** An operation's end is not known. */
  public static final Code IN_DOUBT =
      Code.error(
          "plan.in-doubt",
          "Nobody knows how an earlier operation ended",
          "An operation on the object was interrupted. Recover first; then plan again.");

  /** Everything waits. */
  public static final Code NO_PROGRESS =
      Code.error(
          "plan.no-progress",
          "Everything waits, and nothing can be done first",
          "What is deferred is planned again when this plan is applied; but there is nothing in it"
              + " that could be applied. Objects that something deferred still uses are not"
              + " deleted: say createBeforeDestroy where one of them is replaced, or take the"
              + " dependants away in a plan of their own.");

  /** Nothing tells in which order to do it. */
  public static final Code ORDER =
      Code.error(
          "plan.order",
          "The changes wait for each other",
          "No order of the changes keeps every dependency. Do it in two steps: first take the"
              + " dependency away, then change the rest.");

  /** A value at apply is not the planned one. */
  public static final Code NOT_AS_PLANNED =
      Code.error(
          "plan.not-as-planned",
          "The value is not the planned one",
          "What was planned is what happens. The value that the expression has now is another one"
              + " than the plan says. Plan again.");

  /** A rollback does not bring something back. */
  public static final Code NOT_RESTORED =
      Code.warning(
          "plan.not-restored",
          "The rollback leaves something as it is",
          "Not everything can be undone: an object of a type that cannot be created or deleted, one"
              + " that its life cycle protects, one whose type nobody knows any more. The rollback"
              + " restores the rest, and says of each address why it is not as before.");

  /** A value cannot be supplied again. */
  public static final Code ROLLBACK_SECRET =
      Code.error(
          "plan.rollback-secret",
          "The rollback needs a secret that is not recorded",
          "Of values that can be set and never read back only fingerprints are kept. A rollback"
              + " takes them from the parameters, or from where the blueprint declares them today,"
              + " and takes only the very same value. Supply the former value with --param, or"
              + " leave the object out with --exclude.");

  /** A rollback does not lead back. */
  public static final Code ROLLBACK_SERIAL =
      Code.error(
          "plan.rollback-serial",
          "The rollback does not lead back",
          "A rollback leads to a state before this one, and not into the middle of a run that was"
              + " undone. Name an earlier serial; ashlar state serials lists those that can still"
              + " be read.");

  /** Nothing to undo. */
  public static final Code NOTHING_TO_UNDO =
      Code.warning(
          "plan.nothing-to-undo",
          "There is nothing to undo",
          "No run has changed anything, as far back as states are kept. A rollback without a serial"
              + " undoes the last run that changed something.");

  private PlanProblems() {}

  /** All of them, for explanations. */
  public static List<Code> all() {
    return List.of(
        PREVENTED,
        PROVIDER_CHANGE,
        PARAMETER_CHANGED,
        BAD_KEYS,
        BAD_CONDITION,
        UNKNOWN,
        EXPECTATION,
        OBSERVED_ABSENT,
        ADOPTED_ABSENT,
        ADOPTED_TAKEN,
        ADOPTED_MARKED,
        UNKNOWN_ADDRESS,
        MOVE_BLOCKED,
        CLASH,
        REPLACED_IN_USE,
        SECRET_OUTPUT,
        SECRET_IDENTITY,
        REFINEMENT,
        IN_DOUBT,
        NO_PROGRESS,
        ORDER,
        NOT_AS_PLANNED,
        NOT_RESTORED,
        ROLLBACK_SECRET,
        ROLLBACK_SERIAL,
        NOTHING_TO_UNDO);
  }
}
