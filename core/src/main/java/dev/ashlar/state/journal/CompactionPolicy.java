package dev.ashlar.state.journal;

/**
 * When a snapshot is worth its bytes: only when the log has outgrown the state, so that what is
 * written per change does not grow with the state.
 */
final class CompactionPolicy {
  /** Below this a log is read in no time. */
  static final long SMALL = 64 * 1024;

  private CompactionPolicy() {}

  /**
   * Whether to write a snapshot.
   *
   * @param snapshot the bytes of the last one, 0 where there is none
   * @param log the bytes appended since
   */
  static boolean isDue(long snapshot, long log) {
    return log > Math.max(SMALL, snapshot);
  }
}
