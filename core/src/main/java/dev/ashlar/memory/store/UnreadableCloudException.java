package dev.ashlar.memory.store;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The file that the simulated cloud lives in cannot be read or written. */
public final class UnreadableCloudException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String why;

  /**
   * A problem.
   *
   * @param why a sentence for a person, without anything of the file's content
   */
  public UnreadableCloudException(String why, @Nullable Throwable cause) {
    super(why, cause);
    this.why = why;
  }

  /** Whether trying again can help: the disk or another process stood in the way. */
  public boolean isTemporary() {
    return getCause() instanceof IOException;
  }

  /** What is wrong, in words for a person. */
  public String why() {
    return why;
  }
}
