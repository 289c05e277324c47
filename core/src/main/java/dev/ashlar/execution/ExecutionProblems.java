package dev.ashlar.execution;

import dev.ashlar.diagnostic.Code;
import java.util.List;

/**
 * The kinds of problems with applying a plan.
 *
 * @since 0.1
 */
public final class ExecutionProblems {
  /** The plan has errors. */
  public static final Code PLAN_WITH_ERRORS =
      Code.error(
          "execution.plan-with-errors",
          "The plan has errors",
          "A plan with an error in it can be shown, but never applied. Mend what its diagnostics"
              + " name, and plan again.");

  /** The plan starts from another state. */
  public static final Code OUTDATED_PLAN =
      Code.error(
          "execution.outdated-plan",
          "The plan starts from another state",
          "Something was applied after this plan was made, so it says no longer what would happen."
              + " Plan again.");

  /** The plan is not what it was. */
  public static final Code ALTERED_PLAN =
      Code.error(
          "execution.altered-plan",
          "The plan was altered",
          "The plan's digest does not fit its content: it was changed after it was made. Plan"
              + " again.");

  /** The plan is for another environment. */
  public static final Code OTHER_ENVIRONMENT =
      Code.error(
          "execution.other-environment",
          "The plan is for another environment",
          "A plan is applied to the environment that it was made for. Open that one, or plan for"
              + " this one.");

  /** An earlier run has not ended. */
  public static final Code RECOVER_FIRST =
      Code.error(
          "execution.recover-first",
          "An earlier run has not ended",
          "A run was cut off, and operations of it may be under way. Recover first: what was begun"
              + " is ended, adopted or asked about, so that nothing is made twice or lost.");

  /** Records could not be made durable. */
  public static final Code JOURNAL_FAILED =
      Code.error(
          "execution.journal-failed",
          "The journal cannot be written",
          "Nothing is begun whose record is not durable, so the run stops here. Make room or mend"
              + " the store, then recover.");

  /** Something happened in the cloud and is not recorded. */
  public static final Code NOT_RECORDED =
      Code.error(
          "execution.not-recorded",
          "A result could not be recorded",
          "The cloud did what was asked, and the journal could not be written any more. Its begin"
              + " is recorded: recover once the store works again, and the object is found.");

  /** An object is not as the plan found it. */
  public static final Code CONFLICT =
      Code.error(
          "execution.conflict",
          "The object is not as planned from",
          "Somebody else changed what this change is about to overwrite, after the plan was made."
              + " Nothing was written. Plan again to see how it is now.");

  /** An object is gone. */
  public static final Code GONE =
      Code.error(
          "execution.gone",
          "The object is not there any more",
          "The object was in the cloud when the plan was made, and is not any more. Plan again: it"
              + " is then created.");

  /** What a person named as the object of an operation is another's. */
  public static final Code TAKEN =
      Code.error(
          "execution.taken",
          "The object belongs to another address",
          "An object belongs to one address. The one that was named as the result of this operation"
              + " is recorded elsewhere, or was named twice. Look up which object the operation"
              + " made, or answer that it made none.");

  /** A value is not known. */
  public static final Code VALUE_UNKNOWN =
      Code.error(
          "execution.value-unknown",
          "A value is still not known",
          "All that the value depends on is done, and it is not known. An output was promised that"
              + " the cloud did not give, or a secret was not supplied.");

  /** What is looked for is not there, or too often. */
  public static final Code LOOKUP_MISMATCH =
      Code.error(
          "execution.lookup-mismatch",
          "A lookup found another number of objects than expected",
          "The lookup says how many objects it expects. Make its where more exact, or expect many"
              + " or optional.");

  /** The cloud refused. */
  public static final Code REFUSED =
      Code.error(
          "execution.refused",
          "The cloud refuses the operation",
          "The cloud gave a reason for which trying again does not help. Mend what the detail"
              + " names, and apply again.");

  /** The cloud does not know who asks. */
  public static final Code NO_CREDENTIALS =
      Code.error(
          "execution.no-credentials",
          "There are no credentials that the cloud accepts",
          "The provider found no credentials, or the cloud does not accept those that it found:"
              + " they are mistyped, or have expired. Nothing was changed. Do what the detail says,"
              + " and apply again.");

  /** A permission is missing. */
  public static final Code DENIED =
      Code.error(
          "execution.denied",
          "A permission is missing",
          "The credentials that the provider was opened with do not allow the operation. Grant the"
              + " permission that the detail names.");

  /** The name is taken. */
  public static final Code ALREADY_EXISTS =
      Code.error(
          "execution.already-exists",
          "Such an object exists already",
          "The cloud has an object of this identity that is not recorded here. Adopt it, or choose"
              + " another name.");

  /** A limit is reached. */
  public static final Code QUOTA =
      Code.error(
          "execution.quota",
          "A limit of the cloud is reached",
          "There are as many such objects as the account may have. Remove some, or ask for a higher"
              + " limit.");

  /** The cloud cannot change it in place. */
  public static final Code NEEDS_REPLACEMENT =
      Code.error(
          "execution.needs-replacement",
          "The object can only be replaced",
          "The cloud does not change this in place, which its schema did not say. Plan again, and"
              + " ask for the replacement of this object.");

  /** It was tried until the time was over. */
  public static final Code GAVE_UP =
      Code.error(
          "execution.gave-up",
          "The cloud did not take the operation in time",
          "The operation failed again and again in a way that usually passes: too many calls, or"
              + " the cloud was not available. Nothing was changed. Apply again later.");

  /** Nobody knows whether it happened. */
  public static final Code IN_DOUBT =
      Code.error(
          "execution.in-doubt",
          "Nobody knows whether the operation took effect",
          "The call ended without an answer that can be used, and the object cannot be found out"
              + " about. It is recorded as in doubt. Look in the cloud, then recover and say what"
              + " is so.");

  /** An answer that fits no question. */
  public static final Code NOT_AN_ANSWER =
      Code.error(
          "execution.not-an-answer",
          "The answer fits no question",
          "Each answer names an operation that is open and says one of its choices. Recover without"
              + " an answer to see the questions.");

  /** It exists and is not as asked for. */
  public static final Code INCOMPLETE =
      Code.error(
          "execution.incomplete",
          "The object was made, but not completely",
          "The operation failed after the cloud had made the object. It is recorded as tainted: the"
              + " next plan replaces it.");

  /** A connector does otherwise than planned. */
  public static final Code PROMISE_BROKEN =
      Code.error(
          "execution.promise-broken",
          "A connector gave another value than was planned",
          "The plan said what an output would be, by what the connector's schema says of it, and"
              + " others were planned with that. The object is recorded as it is. This is a defect"
              + " of the connector: report it to its author; then plan again.");

  /** A connector is missing or the engine cannot go on with a change. */
  public static final Code DEFECT =
      Code.error(
          "execution.defect",
          "The engine failed",
          "Something happened that must not happen. What is recorded is sound. Please report it.");

  /** A run that was cut off had failed before, and was undone. */
  public static final Code FAILED_BEFORE =
      Code.error(
          "execution.failed-before",
          "The run had failed before it was cut off",
          "The run was to be undone where it fails (onFailure: rollback). It had failed, or was"
              + " being undone already, when its process ended; the recovery has gone on with that."
              + " What is not as before is named. Mend why it failed, and plan again.");

  /** The outputs cannot be evaluated. */
  public static final Code OUTPUTS_FAILED =
      Code.error(
          "execution.outputs-failed",
          "The outputs cannot be evaluated",
          "Everything is applied, and the blueprint's outputs are not what they should be. Mend"
              + " what the other diagnostics name, and plan again.");

  /** A listener threw. */
  public static final Code LISTENER_FAILED =
      Code.warning(
          "execution.listener-failed",
          "A listener failed and is not called any more",
          "A listener of the run's events threw an exception. The run goes on without it.");

  private ExecutionProblems() {}

  /** All of them. */
  public static List<Code> all() {
    return List.of(
        PLAN_WITH_ERRORS,
        OUTDATED_PLAN,
        ALTERED_PLAN,
        OTHER_ENVIRONMENT,
        RECOVER_FIRST,
        JOURNAL_FAILED,
        NOT_RECORDED,
        CONFLICT,
        GONE,
        TAKEN,
        VALUE_UNKNOWN,
        LOOKUP_MISMATCH,
        REFUSED,
        NO_CREDENTIALS,
        DENIED,
        ALREADY_EXISTS,
        QUOTA,
        NEEDS_REPLACEMENT,
        GAVE_UP,
        IN_DOUBT,
        NOT_AN_ANSWER,
        INCOMPLETE,
        PROMISE_BROKEN,
        FAILED_BEFORE,
        DEFECT,
        OUTPUTS_FAILED,
        LISTENER_FAILED);
  }
}
