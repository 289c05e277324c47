package dev.ashlar.graph.term;

import dev.ashlar.graph.CompiledTerm;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValueType;
import dev.ashlar.value.keyed.Keyed;

/** What is known of a term before it is evaluated. */
public final class TermTypes {
  private TermTypes() {}

  /**
   * The value with an unknown for every expression, of its type, and secret where the expression
   * is: what can be checked against a schema before anything is planned.
   */
  public static Value sketch(CompiledTerm term) {
    if (term instanceof CompiledTerm.Constant constant) {
      return constant.value();
    }
    if (term instanceof CompiledTerm.Single single) {
      return unknown(single.expression().type(), single.expression().secret());
    }
    if (term instanceof CompiledTerm.Text) {
      return unknown(ValueType.STRING, isSecret(term));
    }
    if (term instanceof CompiledTerm.Items items) {
      Value[] sketches = new Value[items.items().size()];
      for (int i = 0; i < sketches.length; i++) {
        sketches[i] = sketch(items.items().get(i));
      }
      return Value.list(sketches);
    }
    Keyed<CompiledTerm> fields = Keyed.copyOf(((CompiledTerm.Fields) term).fields());
    Value[] sketches = new Value[fields.size()];
    for (int i = 0; i < sketches.length; i++) {
      sketches[i] = sketch(fields.value(i));
    }
    return Value.map(fields.with(sketches));
  }

  private static Value unknown(ValueType type, boolean secret) {
    Value unknown = Value.unknown(type);
    return secret ? Value.secret(unknown) : unknown;
  }

  /** The type of the value. */
  public static ValueType type(CompiledTerm term) {
    return term instanceof CompiledTerm.Single single
        ? single.expression().type()
        : sketch(term).type();
  }

  /** Whether anything in the value is secret, whatever the values of the expressions are. */
  public static boolean isSecret(CompiledTerm term) {
    if (term instanceof CompiledTerm.Constant constant) {
      return constant.value().hasSecret();
    }
    if (term instanceof CompiledTerm.Single single) {
      return single.expression().secret();
    }
    if (term instanceof CompiledTerm.Text text) {
      return text.parts().stream().anyMatch(TermTypes::isSecret);
    }
    if (term instanceof CompiledTerm.Items items) {
      return items.items().stream().anyMatch(TermTypes::isSecret);
    }
    return ((CompiledTerm.Fields) term).fields().values().stream().anyMatch(TermTypes::isSecret);
  }
}
