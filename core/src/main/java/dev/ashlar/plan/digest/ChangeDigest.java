package dev.ashlar.plan.digest;

import dev.ashlar.plan.Change;

/** Digests changes, one after the other, with one set of buffers. For one thread. */
public final class ChangeDigest {
  private final Digesting digesting = new Digesting();

  /** Nothing is digested yet. */
  public ChangeDigest() {}

  /** The digest of one change, for a {@link DigestSet}. */
  public byte[] of(Change change) {
    return digesting.of(change);
  }
}
