package dev.ashlar.state.secret;

import dev.ashlar.blueprint.Environment;
import java.util.Random;

/** Keyrings with keys that everybody knows. */
public final class TestKeyrings {
  private TestKeyrings() {}

  /** The keyring of an environment; equal seeds give equal keys and nonces. */
  public static Keyring of(Environment.Id environment, long seed) {
    byte[] master = new byte[32];
    new Random(seed).nextBytes(master);
    return new Keyring(environment, "k" + seed, master, new Random(seed));
  }
}
