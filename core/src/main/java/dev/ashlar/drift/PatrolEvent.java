package dev.ashlar.drift;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Diagnostic;
import java.time.Instant;
import java.util.List;

/**
 * What a patrol has seen. Will grow: match with {@code instanceof}. Immutable. Of one environment,
 * each {@link Started} is followed by exactly one other.
 *
 * @since 0.1
 */
public sealed interface PatrolEvent {
  /** When. */
  Instant at();

  /** Of which environment. */
  Environment.Id environment();

  /** Why an environment was not looked at. Will grow: a switch needs a default. */
  enum SkipReason {
    /** A run has not ended there: it is under way, or was interrupted. */
    RUN_OPEN,
    /** Another patrol of this engine is looking at it. */
    PATROLLED
  }

  /**
   * An environment is looked at.
   *
   * @param at when
   * @param environment which
   */
  record Started(Instant at, Environment.Id environment) implements PatrolEvent {}

  /**
   * There is drift that was not there when this patrol looked last, or other drift.
   *
   * @param at when
   * @param environment where
   * @param report all of it
   */
  record Found(Instant at, Environment.Id environment, DriftReport report) implements PatrolEvent {}

  /**
   * The drift that was found last is gone.
   *
   * @param at when
   * @param environment where
   */
  record Cleared(Instant at, Environment.Id environment) implements PatrolEvent {}

  /**
   * It is as it was when this patrol looked last.
   *
   * @param at when
   * @param environment where
   * @param drifting whether there is drift
   */
  record Unchanged(Instant at, Environment.Id environment, boolean drifting)
      implements PatrolEvent {}

  /**
   * It could not be looked at; it will be tried again at the next time.
   *
   * @param at when
   * @param environment where
   * @param diagnostics why
   */
  record Failed(Instant at, Environment.Id environment, List<Diagnostic> diagnostics)
      implements PatrolEvent {
    /** Copies the list. */
    public Failed {
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /**
   * It was not looked at.
   *
   * @param at when
   * @param environment which
   * @param reason why
   */
  record Skipped(Instant at, Environment.Id environment, SkipReason reason)
      implements PatrolEvent {}
}
