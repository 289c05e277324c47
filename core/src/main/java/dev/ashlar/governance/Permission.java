package dev.ashlar.governance;

import java.util.Locale;

/**
 * What somebody may do. Will grow: a switch needs a default.
 *
 * @since 0.1
 */
public enum Permission {
  /** Check, draw, plan, look for drift, hold against policies, request an approval. */
  PLAN,
  /** Carry out a plan; each of its changes must be of a type that is allowed as well. */
  APPLY,
  /** Delete an object for good, also where the blueprint just leaves it out. */
  DESTROY,
  /** Approve and reject what others have planned. */
  APPROVE,
  /** Carry out a plan that leads back to an earlier state. */
  ROLLBACK,
  /** End what an interrupted run had begun, and answer its questions. */
  RECOVER,
  /** Move an object from one environment to another; needed in both. */
  MOVE,
  /** Take over an object that exists. */
  IMPORT,
  /** Carry out what an exemption allows in spite of a policy. */
  EXEMPT,
  /** Read what is recorded. */
  READ_STATE,
  /** See the secrets in what is recorded; without it they are withheld. */
  READ_SECRET,
  /** Change the key of an environment, and forget former ones. */
  REKEY,
  /** Read the audit log, and sign where it stands. */
  READ_AUDIT,
  /** Take old entries out of the audit log. */
  PRUNE_AUDIT;

  private final String text = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** The word in documents: {@code read-state}. */
  public String text() {
    return text;
  }
}
