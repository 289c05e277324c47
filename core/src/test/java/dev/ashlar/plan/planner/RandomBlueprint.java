package dev.ashlar.plan.planner;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** A blueprint that is made at random and edited at random, and is always sound. */
final class RandomBlueprint {
  private final Random random;
  private final boolean open;
  private final Map<String, Resource> resources = new TreeMap<>();
  private int made;

  /** One resource; its properties refer to resources of lower number only. */
  private record Resource(String type, String each, Map<String, String> properties, String rest) {}

  /**
   * A blueprint.
   *
   * @param open whether conditions and keys may depend on what only applying tells
   */
  RandomBlueprint(Random random, int size, boolean open) {
    this.random = random;
    this.open = open;
    for (int i = 0; i < size; i++) {
      add();
    }
  }

  void edit() {
    int edits = 1 + random.nextInt(3);
    for (int i = 0; i < edits; i++) {
      switch (random.nextInt(4)) {
        case 0 -> add();
        case 1 -> remove();
        default -> change();
      }
    }
  }

  String text() {
    StringBuilder text = new StringBuilder("resources:\n");
    resources.forEach(
        (name, resource) -> {
          text.append("  ").append(name).append(":\n    type: ").append(resource.type());
          text.append(resource.each()).append("\n    properties: {");
          List<String> entries = new ArrayList<>();
          resource.properties().forEach((key, value) -> entries.add(key + ": " + value));
          text.append(String.join(", ", entries)).append("}\n").append(resource.rest());
        });
    return resources.isEmpty() ? "resources: {}\n" : text.toString();
  }

  private void add() {
    String name = String.format("r%03d", made++);
    resources.put(name, make(name));
  }

  private void remove() {
    List<String> names = new ArrayList<>(resources.keySet());
    for (String name : names) {
      if (!used(name) && random.nextInt(3) == 0) {
        resources.remove(name);
        return;
      }
    }
  }

  private boolean used(String name) {
    return resources.values().stream()
        .anyMatch(
            other ->
                other.properties().values().stream().anyMatch(v -> v.contains("{" + name))
                    || other.rest().contains(name)
                    || other.each().contains(name));
  }

  private void change() {
    List<String> names = new ArrayList<>(resources.keySet());
    if (!names.isEmpty()) {
      String name = names.get(random.nextInt(names.size()));
      Resource old = resources.get(name);
      Resource made = make(name);
      boolean otherType = !used(name) && random.nextInt(3) == 0;
      // A user of the whole would not understand keys, and the other way round.
      resources.put(
          name,
          otherType
              ? made
              : new Resource(
                  old.type(),
                  old.each(),
                  properties(name, old.type()),
                  old.type().equals(made.type()) ? made.rest() : ""));
    }
  }

  private Resource make(String name) {
    String type = List.of("t::Net", "t::Box", "t::Named").get(random.nextInt(3));
    String each = random.nextInt(5) == 0 ? "\n    forEach: [" + keys() + "]" : "";
    List<String> lower = lower(name);
    String box = box(lower);
    if (open && !box.isEmpty() && random.nextInt(3) == 0) {
      each =
          random.nextBoolean()
              ? "\n    forEach: \"${flatten([['b'], split(" + box + ".Address, ' ')])}\""
              : "\n    when: \"${" + box + ".Address == 'at 1'}\"";
    }
    String rest = "";
    if (!type.equals("t::Box") && random.nextInt(4) == 0) {
      rest = "    lifecycle: { createBeforeDestroy: true }\n";
    }
    if (!lower.isEmpty() && random.nextInt(4) == 0) {
      rest += "    dependsOn: [" + lower.get(random.nextInt(lower.size())) + "]\n";
    }
    return new Resource(type, each, properties(name, type), rest);
  }

  /** A box that is always there, and one of its kind. */
  private String box(List<String> lower) {
    return lower.stream()
        .filter(
            other ->
                resources.get(other).type().equals("t::Box")
                    && resources.get(other).each().isEmpty())
        .findAny()
        .orElse("");
  }

  private String keys() {
    return random.nextBoolean() ? "a, b" : "b, c, d";
  }

  private List<String> lower(String name) {
    return resources.keySet().stream().filter(other -> other.compareTo(name) < 0).toList();
  }

  private Map<String, String> properties(String name, String type) {
    Map<String, String> properties = new TreeMap<>();
    switch (type) {
      case "t::Net" -> {
        properties.put("Range", value(name));
        properties.put("Note", value(name));
      }
      case "t::Box" -> {
        properties.put("Size", String.valueOf(random.nextInt(3)));
        properties.put("Mode", value(name));
        optional(properties, "Net", name);
        optional(properties, "Peer", name);
        optional(properties, "Kept", name);
        optional(properties, "Fixed", name);
        optional(properties, "Back", name);
        optional(properties, "Password", name);
        optional(properties, "Token", name);
      }
      default -> {
        properties.put("Text", value(name));
        properties.put("Kind", value(name));
      }
    }
    return properties;
  }

  private void optional(Map<String, String> properties, String key, String name) {
    if (random.nextInt(3) == 0) {
      properties.put(key, value(name));
    }
  }

  private String value(String name) {
    List<String> lower = lower(name);
    if (lower.isEmpty() || random.nextInt(2) == 0) {
      return "v" + random.nextInt(3);
    }
    String other = lower.get(random.nextInt(lower.size()));
    Resource resource = resources.get(other);
    boolean maybe = resource.each().contains("when");
    String of = resource.each().isEmpty() || maybe ? other : other + "['b']";
    String output =
        switch (resource.type()) {
          case "t::Net" -> random.nextBoolean() ? ".NetId" : ".Range";
          case "t::Box" -> List.of(".Arn", ".Address", ".Mode").get(random.nextInt(3));
          default -> List.of(".Arn", ".Name", ".id").get(random.nextInt(3));
        };
    return maybe
        ? "\"${" + of + ".?" + output.substring(1) + ".orValue('none')}\""
        : "\"${" + of + output + "}\"";
  }
}
