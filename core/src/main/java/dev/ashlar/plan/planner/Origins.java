package dev.ashlar.plan.planner;

import dev.ashlar.plan.PlanMode.Purpose;
import dev.ashlar.state.State;

/** What will be recorded as applied last. */
final class Origins {
  private Origins() {}

  /** What is declared; unless the plan is not about that. */
  static State.Origin of(PlanRequest request, String digest) {
    Purpose purpose = request.mode().purpose();
    State.Origin before = request.former().orElse(request.state()).origin();
    boolean asBefore =
        purpose == Purpose.REPAIR || purpose == Purpose.ACCEPT || purpose == Purpose.ROLLBACK;
    return asBefore
        ? new State.Origin(
            before.blueprint(), before.version(), digest, before.parameters(), before.flags())
        : Parameters.origin(request, digest);
  }
}
