package dev.ashlar.plan.planner;

/** How far a declaration is planned. */
enum Standing {
  /** All that can be said is said. */
  SETTLED,
  /** The plan is not about it. */
  OUTSIDE,
  /** It is planned in the next round. */
  DEFERRED,
  /** An answer is missing. */
  WAITING
}
