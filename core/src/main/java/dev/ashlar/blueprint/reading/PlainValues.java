package dev.ashlar.blueprint.reading;

import dev.ashlar.blueprint.source.Node;
import dev.ashlar.blueprint.source.Problems;
import dev.ashlar.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads values that must be known before anything is evaluated: no expression is in them. */
public final class PlainValues {
  private PlainValues() {}

  /** A value; where an expression stands in it, that is told. */
  public static Value of(Node node, Problems problems) {
    if (node instanceof Node.Sequence sequence) {
      List<Value> items = new ArrayList<>();
      sequence.items().forEach(item -> items.add(of(item, problems)));
      return Value.list(items);
    }
    if (node instanceof Node.Mapping mapping) {
      Map<String, Value> entries = new TreeMap<>();
      mapping.entries().forEach(entry -> entries.put(entry.key(), of(entry.value(), problems)));
      return Value.map(entries);
    }
    Value value = ((Node.Scalar) node).value();
    if (!(value instanceof Value.TextValue text)) {
      return value;
    }
    Optional<String> plain = Literals.unescaped(text.text(), node.place(), "a value", problems);
    return plain.<Value>map(Value::of).orElse(Value.NULL);
  }
}
