package dev.ashlar.state.format;

import dev.ashlar.diagnostic.Code;
import java.io.IOException;

/** A text that is not one of ours, or not one that this engine reads. */
public final class FormatException extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient Code code;

  /**
   * A problem of a kind.
   *
   * @param detail what is wrong, as the end of a sentence about the record; never content, which
   *     could be secret
   */
  public FormatException(Code code, String detail) {
    super(detail);
    this.code = code;
  }

  /** The kind of problem. */
  public Code code() {
    return code;
  }
}
