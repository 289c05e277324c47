package dev.ashlar.expression;

import dev.ashlar.value.ValueType;
import java.util.Set;

/** A checked expression. Immutable, safe for every thread, evaluated any number of times. */
public interface CompiledExpression {
  /** The source text. */
  String text();

  /** The type of the result. */
  ValueType type();

  /** Whether the result, or a part of it, is secret whatever the values are. */
  boolean secret();

  /** What it may read. */
  Set<Reference> references();

  /** Evaluates it. Never throws for what the values are. */
  Evaluation evaluate(Bindings bindings);
}
