package dev.ashlar.plan;

import dev.ashlar.diagnostic.Diagnostic.Location;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * That a plan must be approved, by whom, and why.
 *
 * @param rule the name of the rule that asks for it, or {@code policy PACK/ID}
 * @param roles whose approval counts; none for anybody's
 * @param count by how many people
 * @param byEach whether there must be somebody in each of the roles
 * @param changes the ids of the changes that are the reason; none where the whole plan is
 * @param expires how long after the request its approvals count, if the rule says so
 * @param location where the rule is written
 * @since 0.1
 */
public record ApprovalNeed(
    String rule,
    List<String> roles,
    int count,
    boolean byEach,
    List<String> changes,
    Optional<Duration> expires,
    Optional<Location> location) {
  /** Copies the lists. */
  public ApprovalNeed {
    Objects.requireNonNull(rule, "rule");
    roles = List.copyOf(roles);
    changes = List.copyOf(changes);
  }

  /** Who, in words: {@code 2 of dba, security}. */
  public String who() {
    if (roles.isEmpty()) {
      return count == 1 ? "anybody but its author" : count + " people, but not its author";
    }
    if (byEach) {
      return String.join(" and ", roles);
    }
    return count + " of " + String.join(", ", roles);
  }
}
