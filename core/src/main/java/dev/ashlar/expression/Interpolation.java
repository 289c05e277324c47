package dev.ashlar.expression;

import java.util.List;

/**
 * A text with expressions in it, cut into its parts: <code>a-${b}</code>. Quotes and braces inside
 * an expression are balanced; <code>$${</code> stands for a literal <code>${</code>.
 *
 * @param parts the parts in order; no two literals in a row
 */
public record Interpolation(List<Part> parts) {
  /** Copies the list. */
  public Interpolation {
    parts = List.copyOf(parts);
  }

  /** One part. */
  public sealed interface Part {}

  /**
   * Text as it stands, escapes resolved.
   *
   * @param text the text
   */
  public record Literal(String text) implements Part {}

  /**
   * An expression.
   *
   * @param text the text between the braces
   * @param offset where it begins in the whole text, in code points from 0
   */
  public record Code(String text, int offset) implements Part {}

  /** Whether the whole text is one expression, whose type it therefore has. */
  public boolean isSingle() {
    return parts.size() == 1 && parts.get(0) instanceof Code;
  }

  /** Whether there is no expression in it. */
  public boolean isLiteral() {
    return parts.stream().noneMatch(Code.class::isInstance);
  }
}
