package dev.ashlar.governance.approval;

import dev.ashlar.diagnostic.Code;
import java.util.List;

/** What stands between a plan and its approval. */
public final class ApprovalProblems {
  /** Not all that are needed are there. */
  public static final Code NEEDED =
      Code.error(
          "approval.needed",
          "The plan has not been approved.",
          "The environment, the program or a policy says that somebody must approve this plan"
              + " before it is applied, and not all of them have. Have the approval requested, and"
              + " let those approve who may: neither who made the plan nor who asks. Saying yes to"
              + " a question, or --yes, is no approval.");

  /** It counts no more. */
  public static final Code EXPIRED =
      Code.error(
          "approval.expired",
          "The approval has expired.",
          "An approval counts for a time after it was requested. Request it again.");

  /** Somebody said no. */
  public static final Code REJECTED =
      Code.error(
          "approval.rejected",
          "The plan was rejected.",
          "Somebody who may approve it has rejected it. Mend what was said, and plan again; or"
              + " request the approval once more, with a better reason.");

  /** It is the own one. */
  public static final Code OWN =
      Code.error(
          "approval.own",
          "Nobody approves what is their own.",
          "Whoever has made a plan, or requests its approval, cannot approve it: four eyes must"
              + " have seen it. Somebody else has to decide.");

  /** Not one of those who are asked. */
  public static final Code NOT_ENTITLED =
      Code.error(
          "approval.not-entitled",
          "Who decides is not asked.",
          "The rules say whose approval counts, and this principal is in none of these roles. The"
              + " roles come from the program that embeds the engine.");

  /** There is none of that name. */
  public static final Code UNKNOWN =
      Code.error(
          "approval.unknown",
          "There is no such request.",
          "No approval was requested under this name in this environment, or a newer request for"
              + " the same plan has taken its place.");

  /** Nobody has to. */
  public static final Code NOT_NEEDED =
      Code.error(
          "approval.not-needed",
          "The plan needs no approval.",
          "No rule asks for one. Apply the plan.");

  /** The rules are others. */
  public static final Code RULES_CHANGED =
      Code.error(
          "approval.rules-changed",
          "The plan was made under other rules.",
          "The rules for approvals, or what policies say of the plan, have changed since it was"
              + " made, and the plan does not say who must approve it by the rules of today. Plan"
              + " again.");

  /** A record is not as it was signed. */
  public static final Code ALTERED =
      Code.error(
          "approval.altered",
          "A record of an approval was altered.",
          "Requests and decisions are signed with a key of the environment, each with the one"
              + " before. One that was altered, forged, moved or taken out of the middle spoils all"
              + " that were recorded about the plan, so that none of them counts.");

  /** The plan cannot be applied any more. */
  public static final Code OUTDATED =
      Code.error(
          "approval.outdated",
          "The plan is outdated.",
          "The environment was changed since the plan was made, so it cannot be applied any more,"
              + " and an approval would be worth nothing: it holds for this very plan and for no"
              + " other. Plan again.");

  private ApprovalProblems() {}

  /** All of them, for explanations. */
  public static List<Code> all() {
    return List.of(
        NEEDED,
        EXPIRED,
        REJECTED,
        OWN,
        NOT_ENTITLED,
        UNKNOWN,
        NOT_NEEDED,
        RULES_CHANGED,
        ALTERED,
        OUTDATED);
  }
}
