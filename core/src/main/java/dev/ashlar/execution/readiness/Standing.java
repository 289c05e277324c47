package dev.ashlar.execution.readiness;

import dev.ashlar.value.Value;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How far a walk over a plan is: with the plan, all that another driver needs to go on.
 *
 * @param changes ids of the changes that were begun or skipped, and how each stands
 * @param cancelled whether nothing more is to be begun
 */
public record Standing(SortedMap<String, Stage> changes, boolean cancelled) {
  /** Nothing was begun yet. */
  public static final Standing NONE = new Standing(new TreeMap<>(), false);

  /** How one change stands. */
  public enum Stage {
    /** Begun and not ended. */
    STARTED,
    /** Made. */
    DONE,
    /** Ended without success. */
    FAILED,
    /** Not to be begun. */
    SKIPPED
  }

  /** Copies the map. */
  public Standing {
    changes = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(changes));
  }

  /** As a value that {@link dev.ashlar.value.json.ValueJson} writes. */
  public Value.MapValue toValue() {
    Map<Stage, Collection<String>> byStage = new TreeMap<>();
    changes.forEach((id, stage) -> byStage.computeIfAbsent(stage, any -> new TreeSet<>()).add(id));
    Map<String, Value> fields = new LinkedHashMap<>();
    byStage.forEach(
        (stage, ids) ->
            fields.put(
                stage.name().toLowerCase(Locale.ROOT),
                Value.list(ids.stream().map(Value::of).toList())));
    if (cancelled) {
      fields.put("cancelled", Value.of(true));
    }
    return Value.map(fields);
  }

  /**
   * Reads what {@link #toValue} wrote.
   *
   * @throws IllegalArgumentException if it is something else
   */
  public static Standing of(Value.MapValue value) {
    SortedMap<String, Stage> changes = new TreeMap<>();
    for (Stage stage : Stage.values()) {
      Value ids = value.get(stage.name().toLowerCase(Locale.ROOT));
      if (ids instanceof Value.ListValue list) {
        for (Value id : list.items()) {
          if (!(id instanceof Value.TextValue text)) {
            throw new IllegalArgumentException("the id of a change is a text");
          }
          changes.put(text.text(), stage);
        }
      } else if (!ids.equals(Value.NULL)) {
        throw new IllegalArgumentException("ids of changes are a list");
      }
    }
    return new Standing(changes, value.get("cancelled").equals(Value.of(true)));
  }
}
