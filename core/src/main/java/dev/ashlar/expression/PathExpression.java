package dev.ashlar.expression;

import dev.ashlar.expression.path.Reading;
import dev.ashlar.expression.path.Resolution;
import dev.ashlar.expression.path.Types;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValueType;
import java.util.Set;

/** An expression that reads one place and nothing else: the value passes through as it is. */
record PathExpression(String text, Resolution.Resolved resolved) implements CompiledExpression {
  @Override
  public ValueType type() {
    return Types.value(resolved.type());
  }

  @Override
  public boolean secret() {
    return Types.isSecret(resolved.type(), false);
  }

  @Override
  public Set<Reference> references() {
    return Set.of(resolved.path().reference(false));
  }

  @Override
  public Evaluation evaluate(Bindings bindings) {
    Reading reading = Reading.of(resolved, bindings);
    if (reading instanceof Reading.Missing missing) {
      return new Evaluation.Failed(missing.problem());
    }
    Value value = ((Reading.Found) reading).value();
    return new Evaluation.Evaluated(secret() ? Value.secret(value) : value);
  }
}
