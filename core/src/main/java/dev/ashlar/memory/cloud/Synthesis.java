package dev.ashlar.memory.cloud;

import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.Stability;
import dev.ashlar.schema.equivalence.Differences;
import dev.ashlar.schema.equivalence.Scope;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Makes an object's outputs, and says which of them a change leaves alone. */
final class Synthesis {
  private Synthesis() {}

  /** The outputs of a new object. */
  static Value.MapValue outputs(
      SimulatedType type, long seed, String id, Value.MapValue properties, Instant now) {
    Plausible plausible = new Plausible(type, seed, id, 1, now);
    Map<String, Value> outputs = new TreeMap<>();
    for (Attribute output : type.schema().outputs().values()) {
      outputs.put(output.name(), make(type, plausible, output, id, properties));
    }
    return Value.map(outputs);
  }

  /** The outputs of a changed object: the stable ones are as before. */
  static Value.MapValue changed(
      SimulatedType type,
      long seed,
      StoredObject object,
      Value.MapValue properties,
      long revision,
      Instant now) {
    Plausible plausible = new Plausible(type, seed, object.name().id(), revision, now);
    Map<String, Value> outputs = new TreeMap<>();
    for (Attribute output : type.schema().outputs().values()) {
      Value before = object.outputs().get(output.name());
      boolean same =
          stays(type, output.stability(), object.properties(), properties)
              && !before.equals(Value.NULL);
      outputs.put(
          output.name(),
          same ? before : make(type, plausible, output, object.name().id(), properties));
    }
    return Value.map(outputs);
  }

  private static Value make(
      SimulatedType type,
      Plausible plausible,
      Attribute output,
      String id,
      Value.MapValue properties) {
    OutputRule rule = type.traits().minting().get(output.name());
    Value value = rule != null ? rule.of(id, properties) : plausible.value(output);
    return output.sensitive() ? Value.secret(value) : value;
  }

  private static boolean stays(
      SimulatedType type, Stability stability, Value.MapValue before, Value.MapValue after) {
    if (stability instanceof Stability.ChangedBy changedBy) {
      return changedBy.inputs().stream()
          .allMatch(
              in -> in.in(before).equals(in.in(after)) || meansTheSame(type, in, before, after));
    }
    return stability == Stability.STABLE;
  }

  /** Whether a part is only put in other words. */
  private static boolean meansTheSame(
      SimulatedType type, ValuePath part, Value.MapValue before, Value.MapValue after) {
    return Differences.properties(type.schema(), before, after, Scope.WHOLE).stream()
        .noneMatch(other -> part.contains(other.path()) || other.path().contains(part));
  }
}
