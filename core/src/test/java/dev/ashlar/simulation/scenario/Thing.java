package dev.ashlar.simulation.scenario;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A declared resource.
 *
 * @param name its name
 * @param type its type
 * @param properties what it declares, as JSON by name
 * @param flags how it is treated: {@code new-first}, {@code retain}, {@code adopt}
 * @param when what it depends on whether it exists; empty for always
 * @param dependsOn what it names without referring to it
 */
public record Thing(
    String name,
    String type,
    Map<String, String> properties,
    List<String> flags,
    String when,
    List<String> dependsOn) {
  /** Copies everything. */
  public Thing {
    properties = new TreeMap<>(properties);
    flags = List.copyOf(flags);
    dependsOn = List.copyOf(dependsOn);
  }

  /** A resource that is treated as usual. */
  public static Thing of(String name, String type, Map<String, String> properties) {
    return new Thing(name, type, properties, List.of(), "", List.of());
  }

  /** The same with another property; empty text takes it away. */
  public Thing with(String property, String json) {
    Map<String, String> changed = new TreeMap<>(properties);
    if (json.isEmpty()) {
      changed.remove(property);
    } else {
      changed.put(property, json);
    }
    return new Thing(name, type, changed, flags, when, dependsOn);
  }

  /** The same, treated otherwise. */
  public Thing treated(List<String> how) {
    return new Thing(name, type, properties, how, when, dependsOn);
  }

  /** The same, there only if something is so. */
  public Thing onlyWhen(String expression) {
    return new Thing(name, type, properties, flags, expression, dependsOn);
  }

  /** The same, after others. */
  public Thing after(List<String> others) {
    return new Thing(name, type, properties, flags, when, others);
  }

  /** The same under another name. */
  public Thing called(String other) {
    return new Thing(other, type, properties, flags, when, dependsOn);
  }

  /** Whether it refers to a resource. */
  public boolean mentions(String other) {
    return dependsOn.contains(other) || refers(other);
  }

  private boolean refers(String other) {
    String reference = "${" + other + ".";
    return when.contains(reference)
        || when.contains("(" + other + ".")
        || properties.values().stream()
            .anyMatch(json -> json.contains(reference) || json.contains("(" + other + "."));
  }

  String json() {
    StringBuilder text = new StringBuilder("{\"type\": \"" + type + "\", \"properties\": {");
    String separator = "";
    for (Map.Entry<String, String> property : properties.entrySet()) {
      text.append(separator).append('"').append(property.getKey()).append("\": ");
      text.append(property.getValue());
      separator = ", ";
    }
    text.append("}");
    if (!when.isEmpty()) {
      text.append(", \"when\": \"").append(when).append('"');
    }
    if (!dependsOn.isEmpty()) {
      text.append(", \"dependsOn\": [\"").append(String.join("\", \"", dependsOn)).append("\"]");
    }
    if (!flags.isEmpty()) {
      text.append(", \"lifecycle\": {").append(lifecycle()).append('}');
    }
    return text.append('}').toString();
  }

  private String lifecycle() {
    return String.join(
        ", ",
        flags.stream()
            .map(
                flag ->
                    switch (flag) {
                      case "new-first" -> "\"createBeforeDestroy\": true";
                      case "retain" -> "\"onRemove\": \"retain\"";
                      case "adopt" -> "\"ownership\": \"adopt\"";
                      default -> throw new IllegalArgumentException(flag);
                    })
            .toList());
  }
}
