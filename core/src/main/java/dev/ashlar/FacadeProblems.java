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

  private FacadeProblems() {}

  /** All of them, for explanations. */
  static List<Code> all() {
    return List.of(
        IMPORT_EMPTY,
        BROKEN_SEAL,
        SECRET_WITHHELD,
        SECRET_CHANGED,
        EXECUTOR_REFUSED,
        ENGINE_CLOSED);
  }
}
