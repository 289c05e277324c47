package dev.ashlar.blueprint;

/**
 * How much of a document is read before it is refused: a document is input like any other.
 *
 * @param bytes the most bytes of one document
 * @param depth the deepest nesting
 * @param aliasNodes the most nodes that YAML aliases may repeat, all together
 * @param problems the most problems that are told of one document
 * @since 0.1
 */
public record ReadLimits(long bytes, int depth, int aliasNodes, int problems) {
  /** 64 MiB, 200 levels, 100,000 repeated nodes, 1,000 problems. */
  public static final ReadLimits STANDARD = new ReadLimits(64L << 20, 200, 100_000, 1_000);

  /**
   * Checks them.
   *
   * @throws IllegalArgumentException if one is not positive, or the depth is beyond 1,000
   */
  public ReadLimits {
    if (bytes <= 0 || depth <= 0 || aliasNodes < 0 || problems <= 0 || depth > 1_000) {
      throw new IllegalArgumentException("a limit is positive, and a depth at most 1,000");
    }
  }

  /** The same with another size. */
  public ReadLimits withBytes(long most) {
    return new ReadLimits(most, depth, aliasNodes, problems);
  }

  /** The same with another depth. */
  public ReadLimits withDepth(int deepest) {
    return new ReadLimits(bytes, deepest, aliasNodes, problems);
  }

  /** The same with another number of repeated nodes. */
  public ReadLimits withAliasNodes(int most) {
    return new ReadLimits(bytes, depth, most, problems);
  }
}
