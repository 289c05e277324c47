package dev.ashlar.execution.step;

import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.equivalence.Equality;
import dev.ashlar.schema.equivalence.Equivalences;
import dev.ashlar.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Holds the outputs that a connector gave against those that were planned. */
final class Promises {
  private Promises() {}

  /** The names of outputs that were planned known and are otherwise now. */
  static List<String> broken(ResourceSchema schema, Value.MapValue planned, Value.MapValue given) {
    List<String> broken = new ArrayList<>();
    planned
        .entries()
        .forEach(
            (name, value) -> {
              Attribute attribute = schema.outputs().get(name);
              if (attribute != null
                  && Equivalences.compare(schema, attribute, value, given.get(name))
                      == Equality.DIFFERENT) {
                broken.add(name);
              }
            });
    return broken;
  }

  /** The given outputs; what was planned as secret stays secret. */
  static Value.MapValue marked(Value.MapValue planned, Value.MapValue given) {
    Map<String, Value> marked = new TreeMap<>();
    given.entries().forEach((name, value) -> marked.put(name, marked(planned.get(name), value)));
    return Value.map(marked);
  }

  private static Value marked(Value planned, Value given) {
    if (planned instanceof Value.SecretValue && !given.equals(Value.NULL)) {
      return Value.secret(given);
    }
    return planned instanceof Value.MapValue map && given instanceof Value.MapValue entries
        ? marked(map, entries)
        : given;
  }
}
