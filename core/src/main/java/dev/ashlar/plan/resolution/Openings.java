package dev.ashlar.plan.resolution;

import dev.ashlar.blueprint.Term;
import dev.ashlar.value.Value;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The properties that a plan left open. Only they are evaluated while it is applied: what the plan
 * knew stays to the letter because nobody asks again.
 *
 * @param planned the declared properties as planned
 * @param template what the open ones are evaluated from
 */
record Openings(Value.MapValue planned, Term.Fields template) {

  static Openings of(Value.MapValue planned, Term.Fields template) {
    SortedMap<String, Term> open = new TreeMap<>();
    for (Map.Entry<String, Value> entry : planned.entries().entrySet()) {
      Term term = entry.getValue().isKnown() ? null : template.fields().get(entry.getKey());
      if (term != null) {
        open.put(entry.getKey(), term);
      }
    }
    return new Openings(
        planned,
        open.size() == template.fields().size()
            ? template
            : new Term.Fields(open, template.places(), template.place()));
  }

  boolean isEmpty() {
    return template.fields().isEmpty();
  }

  /** What the plan knew, and of the open properties what they have turned out to be. */
  Value.MapValue filled(Value.MapValue found) {
    TreeMap<String, Value> all = new TreeMap<>(planned.entries());
    for (String name : template.fields().keySet()) {
      Value value = found.entries().get(name);
      if (value == null) {
        all.remove(name);
      } else {
        all.put(name, value);
      }
    }
    return new Value.MapValue(all);
  }

  /** Only the open properties of these. */
  Value.MapValue in(Value.MapValue properties) {
    TreeMap<String, Value> open = new TreeMap<>();
    for (String name : template.fields().keySet()) {
      Value value = properties.entries().get(name);
      if (value != null) {
        open.put(name, value);
      }
    }
    return new Value.MapValue(open);
  }
}
