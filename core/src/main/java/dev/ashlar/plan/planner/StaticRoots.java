package dev.ashlar.plan.planner;

import dev.ashlar.blueprint.Inputs;
import dev.ashlar.value.Value;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What names stand for that no declaration decides: parameters, flags, the environment. */
final class StaticRoots {
  private final Map<String, Value> roots = new TreeMap<>();

  StaticRoots(Inputs inputs) {
    TreeMap<String, Value> flags = new TreeMap<>();
    inputs.flags().forEach((name, on) -> flags.put(name, Value.of(on)));
    roots.put("params", inputs.parameters());
    roots.put("flags", new Value.MapValue(flags));
    roots.put("env", inputs.env());
  }

  Optional<Value> get(String name) {
    return Optional.ofNullable(roots.get(name));
  }
}
