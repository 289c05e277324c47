package dev.ashlar.governance.audit;

import dev.ashlar.diagnostic.Code;
import java.util.List;

/** What can be wrong with an audit log. */
public final class AuditProblems {
  /** An entry is not as it was written. */
  public static final Code ALTERED =
      Code.error(
          "audit.altered",
          "An audit log was altered",
          "Each line of an audit log names the digest of the one before it and is signed with a key"
              + " of its environment. A line that was changed, moved, repeated, put in or taken out"
              + " breaks that. Compare the log with a copy or an anchor that was kept elsewhere,"
              + " and find out who could write to it.");

  /** The end is missing. */
  public static final Code SHORTENED =
      Code.error(
          "audit.shortened",
          "The end of an audit log is missing",
          "The head of the log, or an anchor that was kept elsewhere, names an entry that the log"
              + " does not have any more. No crash does that: an entry is on the disk before the"
              + " head is. Compare the log with a copy that was kept elsewhere.");

  /** The head is not what was noted. */
  public static final Code HEAD =
      Code.error(
          "audit.head-altered",
          "The head of an audit log is missing or altered",
          "Beside each audit log there is its head, which says where it ends. Without it nobody can"
              + " tell whether the last entries are missing. It was removed, altered, or taken from"
              + " another log; the engine has never left a log without one.");

  /** Entries behind the head, for somebody without keys. */
  public static final Code UNPROVEN =
      Code.error(
          "audit.unproven",
          "Entries after the head of an audit log are not proven",
          "A crash between an entry and its head leaves that behind, and so does somebody who adds"
              + " an entry. Only the keys of the environment can tell: verify the log with them, by"
              + " --environment and --state.");

  /** A crash was here. */
  public static final Code TORN =
      Code.warning(
          "audit.torn",
          "An entry of an audit log is incomplete",
          "The process was killed, or the disk was full, while an entry was written. It does not"
              + " count: what it was to tell had not been begun, or is told by a recovery. The next"
              + " entry records what was found.");

  /** The head lags behind. */
  public static final Code BEHIND =
      Code.warning(
          "audit.head-behind",
          "The head of an audit log lags behind",
          "The process was killed between an entry and its head. The entries are signed, so they"
              + " are the engine's. The next entry brings the head up to date.");

  /** A key is gone. */
  public static final Code ANCHOR =
      Code.error(
          "audit.anchor",
          "An anchor does not fit its audit log",
          "An anchor says where a log stood, signed with the log's own key. This one is of another"
              + " environment, was altered, or the log is not any more what it was. Trust the"
              + " anchor, if it was kept where nobody could change it.");

  /** What is before the pruning cannot be checked. */
  public static final Code ANCHOR_PRUNED =
      Code.warning(
          "audit.anchor-pruned",
          "An anchor is older than what is left of the log",
          "The entries up to this anchor were pruned. Keep copies of what is pruned if they are to"
              + " be shown later; the copy verifies by itself.");

  /** It cannot be written. */
  public static final Code UNWRITABLE =
      Code.error(
          "audit.unwritable",
          "The audit log cannot be written",
          "What cannot be recorded does not happen: nothing was begun, or what had been begun is"
              + " reported as failed although its changes stand, as the records say. Check the"
              + " disk and its permissions. An engine that is to keep no audit log is built with"
              + " audit(AuditLog.none()).");

  private AuditProblems() {}

  /** All of them, for explanations. */
  public static List<Code> all() {
    return List.of(
        ALTERED, SHORTENED, HEAD, UNPROVEN, TORN, BEHIND, ANCHOR, ANCHOR_PRUNED, UNWRITABLE);
  }
}
