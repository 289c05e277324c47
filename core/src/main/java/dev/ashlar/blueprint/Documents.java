package dev.ashlar.blueprint;

import dev.ashlar.blueprint.reading.DocumentReader;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Source;

/**
 * Reads documents of which only the document itself says what they are.
 *
 * @since 0.1
 */
public final class Documents {
  private Documents() {}

  /** Reads a Blueprint or an Environment, YAML or JSON, within the standard limits. */
  public static Checked<Document> read(Source source) {
    return read(source, ReadLimits.STANDARD);
  }

  /** Reads a Blueprint or an Environment, YAML or JSON: every structural problem at once. */
  public static Checked<Document> read(Source source, ReadLimits limits) {
    return DocumentReader.read(source, limits);
  }
}
