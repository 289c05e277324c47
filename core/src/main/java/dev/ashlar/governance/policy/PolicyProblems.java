package dev.ashlar.governance.policy;

import dev.ashlar.diagnostic.Code;
import dev.ashlar.diagnostic.Diagnostic.Severity;
import java.util.List;

/** What can be wrong with policies, and what they can say. */
public final class PolicyProblems {
  /** Two policies of one id. */
  public static final Code DUPLICATE_POLICY =
      Code.error(
          "policy.duplicate",
          "Two policies of a pack have the same id.",
          "Verdicts and exemptions name a policy by its pack and its id. Give one of them another"
              + " id.");

  /** An assertion that is no condition. */
  public static final Code NOT_A_CONDITION =
      Code.error(
          "policy.not-a-condition",
          "A policy's assertion is no condition.",
          "\"assert\" is an expression that is true where the policy holds and false where it is"
              + " violated. Compare something, or negate it.");

  /** A type that does not exist. */
  public static final Code UNKNOWN_TYPE =
      Code.error(
          "policy.unknown-type",
          "A policy is about a type that does not exist.",
          "The provider that owns the name has no such type, so the policy would never be asked"
              + " and everything would pass. Correct the name; \"*\" in it stands for anything.");

  /** No such pack. */
  public static final Code UNKNOWN_PACK =
      Code.error(
          "policy.unknown-pack",
          "A policy pack is not known.",
          "An environment names a pack that neither comes with the engine nor was given to it."
              + " A pack in a file is named with ./ or ../ in front, relative to the document.");

  /** A parameter of a pack that is wrong. */
  public static final Code BAD_PARAMETER =
      Code.error(
          "policy.bad-parameter",
          "A parameter of a policy pack is not as declared.",
          "The pack declares which parameters it has and what they may be. One that it requires"
              + " must be set where the pack is used: { pack: NAME, parameters: { … } }.");

  /** A violation that denies. */
  public static final Code DENIED =
      Code.error(
          "policy.denied",
          "A policy denies it.",
          "A policy of severity deny is violated, so nothing is applied. Mend what it says, or have"
              + " an exemption written into the environment, with a reason, an owner and an end.");

  /** A violation that needs approval. */
  public static final Code APPROVAL_NEEDED =
      Code.warning(
          "policy.approval-needed",
          "A policy wants an approval.",
          "A policy of severity approve is violated. Somebody who may must approve the plan before"
              + " it is applied: those whom a rule for approvals names for this policy, or else"
              + " anybody but the plan's author.");

  /** A violation that is shown. */
  public static final Code WARNED =
      Code.warning(
          "policy.warned",
          "A policy warns.",
          "A policy of severity warn is violated. Nothing is held up by it.");

  /** Not decided yet. */
  public static final Code UNDECIDED =
      new Code(
          "policy.undecided",
          Severity.INFO,
          "A policy cannot be decided yet.",
          "It reads a value that is only known when the plan is applied. It is decided just before"
              + " the change is made: a violation stops the run before that change.");

  /** Still not decided. */
  public static final Code STILL_UNDECIDED =
      Code.error(
          "policy.still-undecided",
          "A policy cannot be decided.",
          "All that the change depends on is done, and the policy still reads a value that nobody"
              + " knows, such as a secret that can be written and never be read. What cannot be"
              + " decided is not allowed.");

  /** An evaluation that fails. */
  public static final Code EVALUATION_FAILED =
      Code.error(
          "policy.evaluation-failed",
          "A policy cannot be evaluated.",
          "The expression reads a key that is not there, or calculates with a value of another"
              + " type, or takes too long. A policy that cannot be evaluated counts as deny,"
              + " whatever its severity: test with has(), or read with .? and orValue().");

  /** A violation that is allowed. */
  public static final Code EXEMPT =
      new Code(
          "policy.exempt",
          Severity.INFO,
          "An exemption allows what a policy forbids.",
          "The environment says why, who answers for it and until when.");

  /** An exemption that is over. */
  public static final Code EXEMPTION_EXPIRED =
      Code.warning(
          "policy.exemption-expired",
          "An exemption is over.",
          "It does not count any more. Mend what it was for and take it out, or have it renewed.");

  /** An exemption for nothing. */
  public static final Code EXEMPTION_UNUSED =
      Code.warning(
          "policy.exemption-unused",
          "An exemption exempts nothing.",
          "No policy of this name is violated by what it names: it may be misspelt, or no longer"
              + " needed. Take it out, so that it does not hide a violation to come.");

  /** A test that fails. */
  public static final Code TEST_FAILED =
      Code.error(
          "policy.test-failed",
          "A test of a policy fails.",
          "The policy says something else of the case than the test expects. Correct the one or the"
              + " other.");

  /** A test of nothing. */
  public static final Code TEST_OF_NOTHING =
      Code.error(
          "policy.test-of-nothing",
          "A test names a policy that is not there.",
          "The pack of the test has no policy of this id, so the case would prove nothing.");

  private PolicyProblems() {}

  /** All of them, for explanations. */
  public static List<Code> all() {
    return List.of(
        DUPLICATE_POLICY,
        NOT_A_CONDITION,
        UNKNOWN_TYPE,
        UNKNOWN_PACK,
        BAD_PARAMETER,
        DENIED,
        APPROVAL_NEEDED,
        WARNED,
        UNDECIDED,
        STILL_UNDECIDED,
        EVALUATION_FAILED,
        EXEMPT,
        EXEMPTION_EXPIRED,
        EXEMPTION_UNUSED,
        TEST_FAILED,
        TEST_OF_NOTHING);
  }
}
