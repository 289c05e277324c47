package dev.ashlar.governance.policy.language;

import dev.ashlar.expression.Bindings;
import dev.ashlar.expression.CompiledExpression;
import dev.ashlar.expression.Evaluation;
import dev.ashlar.value.Value;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a policy says, with values in it. A secret is never among them, and what cannot be evaluated
 * leaves a gap: the verdict is clear without it.
 *
 * @param parts in order
 */
public record Message(List<Part> parts) {
  /** Copies the list. */
  public Message {
    parts = List.copyOf(parts);
  }

  /** A part of a message. */
  public sealed interface Part {}

  /**
   * Text as it stands.
   *
   * @param text the text
   */
  public record Fixed(String text) implements Part {}

  /**
   * A value.
   *
   * @param expression what it comes from
   */
  public record Computed(CompiledExpression expression) implements Part {}

  /** The message of one violation. */
  public String of(Bindings bindings) {
    if (parts.size() == 1 && parts.get(0) instanceof Fixed fixed) {
      return fixed.text();
    }
    StringBuilder text = new StringBuilder();
    for (Part part : parts) {
      text.append(
          part instanceof Fixed fixed
              ? fixed.text()
              : shown(((Computed) part).expression().evaluate(bindings)));
    }
    return text.toString();
  }

  private static String shown(Evaluation evaluation) {
    return evaluation instanceof Evaluation.Evaluated evaluated ? shown(evaluated.value()) : "(?)";
  }

  private static String shown(Value value) {
    if (value.hasSecret()) {
      return "(secret)";
    }
    if (value instanceof Value.UnknownValue) {
      return "(not known yet)";
    }
    if (value instanceof Value.NullValue) {
      return "(not set)";
    }
    return value instanceof Value.ListValue list
        ? list.items().stream().map(Message::shown).collect(Collectors.joining(", "))
        : value.toString();
  }
}
