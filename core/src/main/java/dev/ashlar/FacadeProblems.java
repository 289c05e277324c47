package dev.ashlar;

import dev.ashlar.diagnostic.Code;
import java.util.List;

/** What can be wrong between documents, records and engine. */
final class FacadeProblems {
  static final Code IMPORT_EMPTY =
      Code.error(
          "environment.import-empty",
          "An imported environment was never applied",
          "imports names another environment of the same tenant, and uses the outputs that its last"
              + " apply recorded. Where nothing was applied there are no outputs. Apply the other"
              + " environment first.");

  static final Code BROKEN_SEAL =
      Code.error(
          "execution.broken-seal",
          "The plan's seal does not fit",
          "A plan is sealed with a key of the environment when it is made, and the seal is checked"
              + " before anything is applied: what was shown and approved is what happens. A plan"
              + " that was edited, or made by an engine with other keys, is refused.");

  static final Code SECRET_WITHHELD =
      Code.error(
          "execution.secret-withheld",
          "A secret is not in the plan file",
          "A plan file never holds a secret. Parameters that are secret are fetched again when the"
              + " plan is applied; a secret that stands in the blueprint in clear cannot be."
              + " Nothing was begun. Apply the blueprint instead of the file, or make the secret a"
              + " sensitive parameter, which is the better place for it anyway.");

  static final Code SECRET_CHANGED =
      Code.error(
          "execution.secret-changed",
          "A secret is not the one that was planned with",
          "A plan holds only fingerprints of secrets; the secrets are fetched again when it is"
              + " applied. The one that was found now has another fingerprint. Plan again with the"
              + " new one, or supply the old one.");

  static final Code EXECUTOR_REFUSED =
      Code.error(
          "engine.executor-refused",
          "The engine's executor refuses to work",
          "The executor that the engine was built with was shut down. Nothing more was begun; what"
              + " was under way has been ended and recorded, on a thread of the engine's own. Close"
              + " the engine before its executor.");

  static final Code ENGINE_CLOSED =
      Code.error(
          "engine.closed",
          "The engine was closed meanwhile",
          "The engine was closed before it could answer. Nothing was changed by what was asked."
              + " Ask an engine that is open.");

  static final Code MOVE_NOTHING =
      Code.error(
          "move.nothing-recorded",
          "There is no object to move",
          "Only an object that is recorded at the address, and ready, can be moved to another"
              + " environment. The records list what there is.");

  static final Code MOVE_OCCUPIED =
      Code.error(
          "move.occupied",
          "The other environment has an object there",
          "The environment that an object is to be moved to must not record one at its address."
              + " Move that one away first, or rename one of them with moved.");

  static final Code MOVE_DANGLING =
      Code.error(
          "move.dangling",
          "What belongs together would be torn apart",
          "An object that others in its environment depend on, or that depends on others which the"
              + " new environment does not have, cannot be moved alone: a reference would lead"
              + " nowhere. Move those on which it depends first, and change the blueprint, and"
              + " apply it, so that nothing refers to it.");

  static final Code MOVE_OUTDATED =
      Code.error(
          "move.outdated",
          "The records have changed since the move was planned",
          "One of the two environments was applied in the meantime. Nothing was moved. Plan the"
              + " move again.");

  static final Code MOVE_UNFINISHED =
      Code.error(
          "move.unfinished",
          "The move could not be brought to its end",
          "An object is on its way between two environments, and the other one cannot be written"
              + " just now, or has an object of its own there. Both wait. Recover either of them as"
              + " soon as the other can be written; a recovery that finds the place taken leaves"
              + " the object where it was.");

  private FacadeProblems() {}

  /** All of them, for explanations. */
  static List<Code> all() {
    return List.of(
        IMPORT_EMPTY,
        BROKEN_SEAL,
        SECRET_WITHHELD,
        SECRET_CHANGED,
        EXECUTOR_REFUSED,
        ENGINE_CLOSED,
        MOVE_NOTHING,
        MOVE_OCCUPIED,
        MOVE_DANGLING,
        MOVE_OUTDATED,
        MOVE_UNFINISHED);
  }
}
