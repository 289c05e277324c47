package dev.ashlar.graph.compile;

import dev.ashlar.expression.Scope;
import dev.ashlar.graph.CompiledTerm;
import dev.ashlar.graph.scope.ScopeRecord;
import dev.ashlar.graph.term.SecretParts;
import dev.ashlar.graph.term.TermTypes;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValueType;
import java.util.Map;
import java.util.TreeMap;

/** What {@code each} is inside the instances of a {@code forEach}. */
final class Each {
  private Each() {}

  /** The key, always a text, and the value: the text of a list, or the entry of a map. */
  static ScopeRecord.Group of(CompiledTerm forEach, Scope scope) {
    ValueType value = value(TermTypes.sketch(forEach));
    return new ScopeRecord.Group(
        new TreeMap<>(
            Map.of(
                "key",
                new ScopeRecord.Plain(ValueType.STRING, false),
                "value",
                new ScopeRecord.Plain(value, SecretParts.in(forEach, scope)))));
  }

  private static ValueType value(Value sketch) {
    if (sketch instanceof Value.SecretValue hidden) {
      return value(hidden.content());
    }
    if (sketch instanceof Value.MapValue map) {
      return ValueType.common(map.entries().values());
    }
    if (sketch instanceof Value.ListValue) {
      return ValueType.STRING;
    }
    ValueType type = sketch.type();
    if (type instanceof ValueType.ListType) {
      return ValueType.STRING;
    }
    if (type instanceof ValueType.MapType map) {
      return map.values();
    }
    return type instanceof ValueType.ObjectType object
        ? ValueType.common(object.fields().values().stream().map(Value::unknown).toList())
        : ValueType.ANY;
  }
}
