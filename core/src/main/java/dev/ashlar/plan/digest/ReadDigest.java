package dev.ashlar.plan.digest;

import dev.ashlar.value.Value;
import java.util.Map;

/** Digests what expressions read of declarations, one after the other. For one thread. */
public final class ReadDigest {
  private final Digesting digesting = new Digesting();

  /** Nothing is digested yet. */
  public ReadDigest() {}

  /**
   * The digest of what is read of one declaration.
   *
   * @param name the declaration's name
   * @param read by the path in it
   */
  public byte[] of(String name, Map<String, Value> read) {
    return digesting.of(Value.list(Value.of(name), Value.map(read)));
  }
}
