package dev.ashlar.plan;

import dev.ashlar.diagnostic.Diagnostic.Location;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * What a policy says of a change, or of a whole plan, where it has something to say: that it holds
 * is not recorded.
 *
 * @param pack the pack that the policy is in
 * @param policy the policy's id, unique in the pack
 * @param severity what a violation means
 * @param outcome what this one came to
 * @param code the kind of problem where the policy could not be evaluated
 * @param message what is wrong, in the words of the policy's author; never a secret
 * @param fix what to do about it
 * @param documentation where to read more
 * @param location where the policy is written
 * @param exemption why a violation is allowed here, by whom and until when
 * @since 0.1
 */
public record Verdict(
    String pack,
    String policy,
    Severity severity,
    Outcome outcome,
    Optional<String> code,
    String message,
    Optional<String> fix,
    Optional<String> documentation,
    Optional<Location> location,
    Optional<String> exemption) {

  /** What a violation of a policy means. */
  public enum Severity {
    /** Nothing is applied. */
    DENY,
    /** Nothing is applied until somebody who may has approved it. */
    APPROVE,
    /** It is shown, and the work goes on. */
    WARN;

    /** The word in documents. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What a policy came to. Will grow: a switch needs a default. */
  public enum Outcome {
    /** It is violated, or cannot be evaluated: nothing is applied. */
    DENY,
    /** It is violated, and somebody has to approve that. */
    APPROVE,
    /** It is violated, and that is only shown. */
    WARN,
    /** A value that it reads is not known yet: it is decided just before the change is made. */
    UNDECIDED,
    /** It is violated, and an exemption allows that. */
    EXEMPT;

    /** The word in documents. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Checks that nothing is null. */
  public Verdict {
    Objects.requireNonNull(pack, "pack");
    Objects.requireNonNull(policy, "policy");
    Objects.requireNonNull(severity, "severity");
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(message, "message");
  }

  /** The policy's name in all packs: {@code baseline/encryption-at-rest}. */
  public String name() {
    return pack + "/" + policy;
  }
}
