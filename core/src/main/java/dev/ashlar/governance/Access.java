package dev.ashlar.governance;

/**
 * Who may do what where. An SPI, asked by every entry point of the engine; once one is set, what it
 * does not allow is refused. Asked on the thread of who calls and on the engine's, often: it must
 * answer at once, from memory. An exception means no. Safe for every thread.
 *
 * @since 0.1
 */
public interface Access {

  /** Whether it is allowed. */
  boolean allows(AccessRequest request);

  /** Roles that grant nothing yet: everything is refused. */
  static Roles roles() {
    return Roles.NONE;
  }
}
