package dev.ashlar.plan.digest;

import dev.ashlar.value.digest.Sha256;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The digest of a set of digests, whatever the order in which they come: a root over one part for
 * each first byte, and in each part its digests in their order. One that comes or goes costs its
 * part and the root anew. For one thread.
 */
public final class DigestSet {
  private static final int PARTS = 256;

  private final @Nullable Part[] parts = new Part[PARTS];

  /** The digests with one first byte. */
  private static final class Part {
    private final List<byte[]> all = new ArrayList<>(4);
    private byte @Nullable [] digest;

    byte[] digest(MessageDigest sha) {
      byte[] known = digest;
      if (known == null) {
        all.sort(Arrays::compareUnsigned);
        all.forEach(sha::update);
        known = sha.digest();
        digest = known;
      }
      return known;
    }
  }

  /** The empty set. */
  public DigestSet() {}

  /** Adds a digest; whoever gave it does not change it. */
  public void add(byte[] digest) {
    Part part = part(digest);
    part.all.add(digest);
    part.digest = null;
  }

  /** Takes a digest away that was added. */
  public void remove(byte[] digest) {
    Part part = part(digest);
    for (int i = 0; i < part.all.size(); i++) {
      if (Arrays.equals(part.all.get(i), digest)) {
        part.all.remove(i);
        part.digest = null;
        return;
      }
    }
  }

  private Part part(byte[] digest) {
    int first = digest[0] & 0xFF;
    Part part = parts[first];
    if (part == null) {
      part = new Part();
      parts[first] = part;
    }
    return part;
  }

  /** Adds the root to what is digested elsewhere: nothing where the set is empty. */
  void update(MessageDigest root) {
    MessageDigest sha = Sha256.digest();
    for (Part part : parts) {
      if (part != null && !part.all.isEmpty()) {
        root.update(part.digest(sha));
      }
    }
  }
}
