package dev.ashlar.endtoend;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/**
 * A blueprint that grows, changes and shrinks at random, and stays valid: every resource refers
 * only to earlier ones, and no two have the same name in the cloud.
 */
public final class RandomBlueprint {
  private final Random random;
  private final Map<String, Declared> resources = new LinkedHashMap<>();
  private int made;

  private record Declared(String type, int number, Map<String, String> properties, boolean early) {}

  /** Grows by this chance. */
  public RandomBlueprint(Random random) {
    this.random = random;
  }

  /** The document. */
  public String text() {
    StringBuilder text =
        new StringBuilder(
            """
            apiVersion: ashlar.dev/v1
            kind: Blueprint
            metadata: { name: random, version: 1.0.0 }
            parameters: { password: { type: string, sensitive: true } }
            locals: { who: team }
            resources:
            """);
    resources.forEach(
        (name, declared) -> {
          text.append("  ").append(name).append(":\n    type: memory::").append(declared.type);
          if (declared.early) {
            text.append("\n    lifecycle: { createBeforeDestroy: ")
                .append(isFree(declared.type, declared.properties))
                .append(" }");
          }
          text.append("\n    properties:\n");
          declared.properties.forEach(
              (property, value) ->
                  text.append("      ").append(property).append(": ").append(value).append('\n'));
          if (declared.properties.isEmpty()) {
            text.append("      {}\n");
          }
        });
    if (resources.isEmpty()) {
      text.append("  {}\n");
    }
    return text.toString();
  }

  /** One to three random edits. */
  public void change() {
    for (int i = random.nextInt(3); i >= 0; i--) {
      switch (random.nextInt(4)) {
        case 0 -> add();
        case 1 -> remove();
        default -> alter();
      }
    }
  }

  void add() {
    String type = RandomProperties.TYPES.get(random.nextInt(RandomProperties.TYPES.size()));
    add(type);
  }

  private void add(String type) {
    int number = ++made;
    String name = "r" + number;
    new RandomProperties(random, number, () -> ++made, wanted -> pick(wanted, Integer.MAX_VALUE))
        .of(type)
        .ifPresent(
            properties ->
                resources.put(
                    name,
                    new Declared(
                        type,
                        number,
                        properties,
                        isFree(type, properties) && random.nextInt(6) == 0)));
  }

  private void remove() {
    List<String> free = resources.keySet().stream().filter(name -> !isMentioned(name)).toList();
    if (!free.isEmpty()) {
      resources.remove(free.get(random.nextInt(free.size())));
    }
  }

  private void alter() {
    if (resources.isEmpty()) {
      return;
    }
    List<String> names = new ArrayList<>(resources.keySet());
    String name = names.get(random.nextInt(names.size()));
    Declared before = resources.get(name);
    new RandomProperties(random, before.number, () -> ++made, wanted -> pick(wanted, before.number))
        .of(before.type)
        .ifPresent(
            after -> {
              Map<String, String> mixed = new LinkedHashMap<>(before.properties);
              if (after.containsKey("Name")
                  && before.properties.containsKey("Name")
                  && random.nextInt(4) != 0) {
                after.put("Name", before.properties.get("Name"));
              }
              if (random.nextBoolean()) {
                mixed = after;
              } else {
                for (Map.Entry<String, String> each : after.entrySet()) {
                  if (!RandomProperties.BOUND.contains(each.getKey()) && random.nextInt(3) == 0) {
                    mixed.put(each.getKey(), each.getValue());
                  }
                }
              }
              resources.put(name, new Declared(before.type, before.number, mixed, before.early));
            });
  }

  /** Whether the old and the new object can exist side by side. */
  private static boolean isFree(String type, Map<String, String> properties) {
    return !properties.containsKey("Name") && !type.equals("Subnet");
  }

  private boolean isMentioned(String name) {
    return resources.values().stream()
        .flatMap(each -> each.properties.values().stream())
        .anyMatch(value -> value.contains("${" + name + "."));
  }

  /** An earlier resource of a type; empty text where there is none. */
  private String pick(String type, int before) {
    List<String> fitting =
        resources.entrySet().stream()
            .filter(each -> each.getValue().type.equals(type) && each.getValue().number < before)
            .map(Map.Entry::getKey)
            .toList();
    return fitting.isEmpty() ? "" : fitting.get(random.nextInt(fitting.size()));
  }

  /** The same with so many resources more. */
  public RandomBlueprint grown(int size) {
    Supplier<Boolean> small = () -> resources.size() < size;
    while (small.get()) {
      add();
    }
    return this;
  }
}
