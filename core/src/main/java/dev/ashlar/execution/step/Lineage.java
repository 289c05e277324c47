package dev.ashlar.execution.step;

import dev.ashlar.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Binds the symbol that stands for the lineage in names and marks that the engine made: a plan and
 * its digest hold the symbol, the cloud gets the lineage. What the user wrote stays as it is.
 */
final class Lineage {
  /** The symbol. */
  static final String SYMBOL = "{lineage}";

  private Lineage() {}

  /** The planned values with the symbol bound wherever the declared values do not have it. */
  static Value.MapValue bind(Value.MapValue planned, Value.MapValue declared, String lineage) {
    return (Value.MapValue) bind((Value) planned, declared, lineage);
  }

  private static Value bind(Value planned, Value declared, String lineage) {
    if (planned instanceof Value.TextValue text) {
      return text.text().contains(SYMBOL) && !planned.equals(declared)
          ? Value.of(text.text().replace(SYMBOL, lineage))
          : planned;
    }
    if (planned instanceof Value.MapValue map) {
      Map<String, Value> entries = new TreeMap<>();
      map.entries()
          .forEach(
              (key, value) ->
                  entries.put(
                      key,
                      bind(
                          value,
                          declared instanceof Value.MapValue own ? own.get(key) : Value.NULL,
                          lineage)));
      return Value.map(entries);
    }
    if (planned instanceof Value.ListValue list) {
      List<Value> own =
          declared instanceof Value.ListValue items ? items.items() : List.<Value>of();
      List<Value> items = new ArrayList<>();
      for (int i = 0; i < list.items().size(); i++) {
        items.add(bind(list.items().get(i), i < own.size() ? own.get(i) : Value.NULL, lineage));
      }
      return Value.list(items);
    }
    return planned;
  }
}
