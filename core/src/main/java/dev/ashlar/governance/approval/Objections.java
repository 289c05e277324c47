package dev.ashlar.governance.approval;

import dev.ashlar.diagnostic.Code;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.governance.Approval;
import dev.ashlar.governance.Principal;
import dev.ashlar.plan.ApprovalNeed;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Why somebody cannot decide on a request. Pure. */
public final class Objections {
  private Objections() {}

  /**
   * The objection, if there is one.
   *
   * @param found the request, with what was decided
   * @param status how it stands
   */
  public static Optional<Diagnostic> to(
      Principal principal, Docket.Case found, Approval.Status status) {
    Approval.Request request = found.request();
    switch (status) {
      case REJECTED -> {
        return because(ApprovalProblems.REJECTED, "The request " + request.id() + " was rejected.");
      }
      case EXPIRED -> {
        return because(
            ApprovalProblems.EXPIRED,
            "The request " + request.id() + " counted until " + request.expires() + ".");
      }
      case OUTDATED -> {
        return because(
            ApprovalProblems.OUTDATED,
            "The plan starts from serial "
                + request.serial()
                + " of \""
                + request.environment()
                + "\", and the records are at another one by now.");
      }
      default -> {
        return person(principal, request);
      }
    }
  }

  private static Optional<Diagnostic> person(Principal principal, Approval.Request request) {
    if (Count.isOwn(request, principal.name())) {
      return because(
          ApprovalProblems.OWN,
          principal.name()
              + (principal.name().equals(request.author())
                  ? " has made the plan."
                  : " has requested the approval."));
    }
    Set<String> asked = new TreeSet<>();
    for (ApprovalNeed need : request.needs()) {
      if (need.roles().isEmpty()) {
        return Optional.empty();
      }
      asked.addAll(need.roles());
    }
    return asked.stream().anyMatch(principal.roles()::contains)
        ? Optional.empty()
        : because(
            ApprovalProblems.NOT_ENTITLED,
            "Asked are "
                + String.join(", ", asked)
                + "; "
                + principal.name()
                + (principal.roles().isEmpty()
                    ? " has no role."
                    : " is " + String.join(", ", new TreeSet<>(principal.roles())) + "."));
  }

  private static Optional<Diagnostic> because(Code code, String detail) {
    return Optional.of(Diagnostic.of(code, detail));
  }
}
