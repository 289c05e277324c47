package dev.ashlar.testing.disk;

import java.io.IOException;

/** What goes wrong with a disk. */
@FunctionalInterface
public interface Trouble {
  /** Nothing. */
  Trouble NONE = operation -> {};

  /**
   * Asked before every operation.
   *
   * @throws IOException if the operation fails, and nothing of it is done
   */
  void before(DiskOperation operation) throws IOException;
}
