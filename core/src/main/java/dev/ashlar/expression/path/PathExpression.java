package dev.ashlar.expression.path;

import dev.ashlar.expression.Bindings;
import dev.ashlar.expression.CompiledExpression;
import dev.ashlar.expression.Evaluation;
import dev.ashlar.expression.Reference;
import dev.ashlar.expression.Typed;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValueType;
import java.util.Set;

/**
 * An expression that reads one place and nothing else: the value passes through as it is.
 *
 * @param text the source text
 * @param resolved the place
 * @param references what it reads
 */
public record PathExpression(String text, Resolution.Resolved resolved, Set<Reference> references)
    implements CompiledExpression {
  /** An expression that reads the place. */
  public PathExpression(String text, Resolution.Resolved resolved) {
    this(text, resolved, Set.of(resolved.path().reference(false)));
  }

  @Override
  public ValueType type() {
    return Types.value(resolved.type());
  }

  @Override
  public boolean secret() {
    return Types.isSecret(resolved.type(), false);
  }

  @Override
  public Evaluation evaluate(Bindings bindings) {
    Reading reading = Reading.of(resolved, bindings);
    if (reading instanceof Reading.Missing missing) {
      return new Evaluation.Failed(missing.problem());
    }
    Value value = ((Reading.Found) reading).value();
    if (!(resolved.type() instanceof Typed.Plain)) {
      value = Types.withoutIdentity(value);
    }
    return new Evaluation.Evaluated(secret() ? Value.secret(value) : value);
  }
}
