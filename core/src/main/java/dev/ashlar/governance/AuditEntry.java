package dev.ashlar.governance;

import dev.ashlar.value.Value;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * One line of an audit log. Never holds a secret.
 *
 * @param number its number in the log, from 1
 * @param at when
 * @param principal who
 * @param kind what was done
 * @param subject the digest of the plan that it is about; empty where it is about none
 * @param data the details, which depend on the kind
 * @param text the line as it is kept: JSON with the attributes of a CloudEvent
 * @since 0.1
 */
public record AuditEntry(
    long number,
    Instant at,
    String principal,
    Kind kind,
    Optional<String> subject,
    Value.MapValue data,
    String text) {

  /** What is kept. Will grow: a switch needs a default. */
  public enum Kind {
    /** A plan was made, or refused. */
    PLAN_MADE,
    /** The approval of a plan was asked for. */
    APPROVAL_REQUESTED,
    /** A plan was approved. */
    APPROVAL_GIVEN,
    /** A plan was rejected. */
    APPROVAL_REFUSED,
    /** A plan is to be applied: written before anything is done. */
    APPLY_BEGAN,
    /** An apply has ended, with what became of each change. */
    APPLY_ENDED,
    /** An interrupted run is to be ended, with these answers. */
    RECOVERY_BEGAN,
    /** A recovery has ended, with what became of each change. */
    RECOVERY_ENDED,
    /** An object is to be moved to or from another environment. */
    MOVE_BEGAN,
    /** A move has ended. */
    MOVE_ENDED,
    /** Secrets are encrypted under another key, or a key was forgotten. */
    KEYS_CHANGED,
    /** Something was tried that was refused beforehand. */
    ATTEMPT_REFUSED,
    /** What came before was taken out of the log. */
    LOG_PRUNED,
    /** The log was not found as it was left; the data say how. */
    LOG_RESUMED;

    private static final String PREFIX = "dev.ashlar.";

    /** The type of the CloudEvent: {@code dev.ashlar.plan.made}. */
    public String type() {
      return PREFIX + name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    /** The kind of a CloudEvent's type. */
    public static Optional<Kind> of(String type) {
      return Arrays.stream(values()).filter(kind -> kind.type().equals(type)).findFirst();
    }
  }
}
