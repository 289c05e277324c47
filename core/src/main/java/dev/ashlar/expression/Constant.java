package dev.ashlar.expression;

import dev.ashlar.value.Value;
import dev.ashlar.value.ValueType;
import java.util.Set;

/** An expression that is a constant; its numbers are exact at any size. */
record Constant(String text, Value value) implements CompiledExpression {
  @Override
  public ValueType type() {
    return value.type();
  }

  @Override
  public boolean secret() {
    return false;
  }

  @Override
  public Set<Reference> references() {
    return Set.of();
  }

  @Override
  public Evaluation evaluate(Bindings bindings) {
    return new Evaluation.Evaluated(value);
  }
}
