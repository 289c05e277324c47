package dev.ashlar.blueprint;

import dev.ashlar.blueprint.reading.DocumentReader;
import dev.ashlar.blueprint.reading.Header;
import dev.ashlar.blueprint.source.Problems;
import dev.ashlar.blueprint.source.Tree;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Source;
import java.util.Optional;

/**
 * Reads documents of which only the document itself says what they are.
 *
 * @since 0.1
 */
public final class Documents {
  private Documents() {}

  /**
   * The kind of document that a source says it is, among all kinds that there are; empty where it
   * cannot be told.
   */
  public static Optional<String> kind(Source source) {
    Problems problems = new Problems(1);
    return Tree.read(source, ReadLimits.STANDARD, problems)
        .flatMap(root -> Header.kind(root, problems));
  }

  /** Reads a Blueprint or an Environment, YAML or JSON, within the standard limits. */
  public static Checked<Document> read(Source source) {
    return read(source, ReadLimits.STANDARD);
  }

  /**
   * Reads a Blueprint or an Environment with the mistakes that are in it: for checking it further,
   * so that mistakes against its types and missing parameters are told in the same go. What is
   * wrong so far is in {@link Environment#problems}; as long as an error is, every plan is refused.
   *
   * @return refused only where it cannot be told what the document is
   */
  public static Checked<Document> draft(Source source) {
    return DocumentReader.draft(source, ReadLimits.STANDARD);
  }

  /** Reads a Blueprint or an Environment, YAML or JSON: every structural problem at once. */
  public static Checked<Document> read(Source source, ReadLimits limits) {
    return DocumentReader.read(source, limits);
  }
}
