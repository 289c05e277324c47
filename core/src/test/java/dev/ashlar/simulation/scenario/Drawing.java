package dev.ashlar.simulation.scenario;

import dev.ashlar.simulation.cloud.Types;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A blueprint.
 *
 * @param things its resources, each after those that it refers to
 * @param moved the old name of what has a new one
 * @param lookups what is looked up: the key, by name
 */
public record Drawing(List<Thing> things, Map<String, String> moved, Map<String, String> lookups) {
  /** Copies everything. */
  public Drawing {
    things = List.copyOf(things);
    moved = new TreeMap<>(moved);
    lookups = new TreeMap<>(lookups);
  }

  /** The document. */
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append("{\"apiVersion\": \"ashlar.dev/v1\", \"kind\": \"Blueprint\",\n");
    text.append(" \"metadata\": {\"name\": \"life\", \"version\": \"1.0.0\"},\n");
    text.append(" \"parameters\": {\"secret\": {\"type\": \"string\", \"sensitive\": true}},\n");
    text.append(" \"lookups\": {");
    text.append(
        lookups.entrySet().stream()
            .map(
                each ->
                    "\n  \"%s\": {\"type\": \"%s\", \"where\": {\"Key\": \"%s\"}, \"expect\": \"many\"}"
                        .formatted(each.getKey(), Types.NAMED, each.getValue()))
            .collect(Collectors.joining(",")));
    text.append("},\n \"moved\": [");
    text.append(
        moved.entrySet().stream()
            .map(
                each ->
                    "{\"from\": \"" + each.getValue() + "\", \"to\": \"" + each.getKey() + "\"}")
            .collect(Collectors.joining(", ")));
    text.append("],\n \"resources\": {");
    text.append(
        things.stream()
            .map(thing -> "\n  \"" + thing.name() + "\": " + thing.json())
            .collect(Collectors.joining(",")));
    return text.append("\n}}\n").toString();
  }

  /** The same without a resource and whatever hangs on it. */
  public Drawing without(String name) {
    Drawing less =
        new Drawing(
            things.stream().filter(thing -> !thing.name().equals(name)).toList(),
            moved.entrySet().stream()
                .filter(each -> !each.getKey().equals(name))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
            lookups.entrySet().stream()
                .filter(each -> !each.getValue().contains("${" + name + "."))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    for (Thing thing : less.things) {
      if (thing.mentions(name)) {
        return less.without(thing.name());
      }
    }
    return less;
  }
}
