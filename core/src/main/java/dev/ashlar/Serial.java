package dev.ashlar;

import java.time.Instant;
import java.util.Optional;

/**
 * A state of an environment that can still be read, and rolled back to: what the run that led to it
 * did. Immutable.
 *
 * @since 0.1
 */
public sealed interface Serial permits RecordedSerial {
  /** Its number; 0 before the first run. */
  long number();

  /** Whether it is the state that there is now: no rollback leads there. */
  boolean isCurrent();

  /**
   * When its run ended, or began where it has not ended; empty before the first run, and where
   * records of an older version do not tell.
   */
  Optional<Instant> at();

  /** The digest of the plan that was applied; empty where none was. */
  String planDigest();

  /**
   * What became of its run: {@code done}, {@code failed}, {@code cancelled}, {@code recovered},
   * {@code rolled-back}, or {@code unfinished}; empty where it is not known.
   */
  Optional<String> outcome();

  /** How many objects it has. */
  int objects();

  /** What its run did to the records; empty where the state before cannot be read any more. */
  Optional<Counts> counts();

  /**
   * What a run did to the records.
   *
   * @param created objects that were not recorded before
   * @param changed objects that are recorded otherwise than before
   * @param deleted objects that are not recorded any more
   */
  record Counts(int created, int changed, int deleted) {}
}
