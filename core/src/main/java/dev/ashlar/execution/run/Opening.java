package dev.ashlar.execution.run;

/** What a run finds open, and makes of it. */
public enum Opening {
  /** Nothing is open. */
  FRESH,
  /** An interrupted run of the same plan: it goes on with what is left. */
  GOING_ON,
  /** A run that failed, or another rollback: it ends where this rollback begins. */
  INSTEAD
}
