package dev.ashlar.governance.approval;

import dev.ashlar.governance.Approval;
import dev.ashlar.plan.ApprovalNeed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts approvals: each person once, and never the one who made the plan or asks. Pure. */
public final class Count {
  private final Approval.Request request;
  private final Map<String, Set<String>> rolesOf = new LinkedHashMap<>();
  private final boolean rejected;

  /** Of the decisions on a request. */
  public Count(Approval.Request request, List<Approval.Decision> decisions) {
    this.request = request;
    boolean anyAgainst = false;
    for (Approval.Decision decision : decisions) {
      anyAgainst |= !decision.approved();
      if (decision.approved() && !isOwn(request, decision.by())) {
        rolesOf.computeIfAbsent(decision.by(), by -> new HashSet<>()).addAll(decision.roles());
      }
    }
    this.rejected = anyAgainst;
  }

  /** Whether a person may not decide, as it is this one's own plan or request. */
  public static boolean isOwn(Approval.Request request, String person) {
    return person.equals(request.author()) || person.equals(request.by());
  }

  /** What is not satisfied yet. */
  public List<ApprovalNeed> missing(List<ApprovalNeed> needs) {
    List<ApprovalNeed> missing = new ArrayList<>();
    for (ApprovalNeed need : needs) {
      if (!isMet(need)) {
        missing.add(need);
      }
    }
    return missing;
  }

  private boolean isMet(ApprovalNeed need) {
    if (!need.byEach()) {
      long people =
          rolesOf.values().stream()
              .filter(
                  roles ->
                      need.roles().isEmpty() || need.roles().stream().anyMatch(roles::contains))
              .count();
      return people >= need.count();
    }
    Map<String, String> taken = new HashMap<>();
    for (String role : need.roles()) {
      if (!isFilled(role, taken, new HashSet<>())) {
        return false;
      }
    }
    return true;
  }

  /** Whether a role can have somebody of its own, where others may change places for it. */
  private boolean isFilled(String role, Map<String, String> taken, Set<String> asked) {
    for (Map.Entry<String, Set<String>> person : rolesOf.entrySet()) {
      String name = person.getKey();
      if (person.getValue().contains(role) && asked.add(name)) {
        String other = taken.get(name);
        if (other == null || isFilled(other, taken, asked)) {
          taken.put(name, role);
          return true;
        }
      }
    }
    return false;
  }

  /**
   * How it stands.
   *
   * @param now the moment
   * @param outdated whether the plan cannot be applied any more
   */
  public Approval.Status status(Instant now, boolean outdated) {
    if (rejected) {
      return Approval.Status.REJECTED;
    }
    if (outdated) {
      return Approval.Status.OUTDATED;
    }
    if (!now.isBefore(request.expires())) {
      return Approval.Status.EXPIRED;
    }
    return missing(request.needs()).isEmpty() ? Approval.Status.APPROVED : Approval.Status.PENDING;
  }
}
