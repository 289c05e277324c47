package dev.ashlar.testing.disk;

/** What becomes of the last write that reached the disk at all. */
enum Cut {
  /** It is there. */
  WHOLE,
  /** Half of it is there. */
  HALF,
  /** The file has its length, and no bytes of it. */
  ZEROS
}
