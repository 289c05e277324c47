package dev.ashlar.memory.store;

/** What the file of a cloud keeps. */
public enum Keeping {
  /** What there is: a line for each object, after some time. */
  OBJECTS,

  /** What was ever done: a line for each change, which is on the disk before it counts. */
  RECORDS
}
