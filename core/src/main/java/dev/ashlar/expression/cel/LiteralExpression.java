package dev.ashlar.expression.cel;

import dev.ashlar.expression.Bindings;
import dev.ashlar.expression.CompiledExpression;
import dev.ashlar.expression.Evaluation;
import dev.ashlar.expression.Reference;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A list or map that an expression spells out. Each part is evaluated by itself, so that one that
 * is unknown or secret does not hide the others.
 *
 * @param whole the same as one expression, for what is asked of it without values
 * @param keys the keys of a map; none for a list
 * @param parts the items, or the values of the keys
 */
record LiteralExpression(
    CompiledExpression whole, List<String> keys, List<CompiledExpression> parts)
    implements CompiledExpression {
  @Override
  public String text() {
    return whole.text();
  }

  @Override
  public ValueType type() {
    return whole.type();
  }

  @Override
  public boolean secret() {
    return whole.secret();
  }

  @Override
  public Set<Reference> references() {
    return whole.references();
  }

  @Override
  public Evaluation evaluate(Bindings bindings) {
    List<Value> items = new ArrayList<>();
    Map<String, Value> entries = new TreeMap<>();
    for (int i = 0; i < parts.size(); i++) {
      Evaluation evaluation = parts.get(i).evaluate(bindings);
      if (evaluation instanceof Evaluation.Failed) {
        return evaluation;
      }
      if (evaluation instanceof Evaluation.Evaluated evaluated) {
        if (keys.isEmpty()) {
          items.add(evaluated.value());
        } else {
          entries.put(keys.get(i), evaluated.value());
        }
      }
    }
    return new Evaluation.Evaluated(keys.isEmpty() ? Value.list(items) : Value.map(entries));
  }
}
