package dev.ashlar.laws.generate;

import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.Equivalence;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.Shape;
import dev.ashlar.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A document that grows, changes and shrinks at random and stays valid: every resource refers only
 * to earlier ones.
 */
public final class RandomGraph {
  private static final List<String> REFERABLE =
      List.of("Arn", "Count", "Sum", "id", RandomTypes.KEY);

  private final Random random;
  private final RandomValues values;
  private final Map<String, ResourceSchema> types = new LinkedHashMap<>();
  private final TreeMap<Integer, Drawn> resources = new TreeMap<>();
  private int made;

  /** An empty document. */
  public RandomGraph(Random random, List<ResourceSchema> types) {
    this.random = random;
    this.values = new RandomValues(random);
    types.forEach(type -> this.types.put(type.type(), type));
  }

  /** A document of so many resources. */
  public RandomGraph(Random random, List<ResourceSchema> types, int size) {
    this(random, types);
    for (int i = 0; i < size; i++) {
      add();
    }
  }

  /** The resources by name, each after those that it refers to. */
  public List<Drawn> resources() {
    return List.copyOf(resources.values());
  }

  /** One to three random edits. */
  public void edit() {
    for (int i = random.nextInt(3); i >= 0; i--) {
      switch (random.nextInt(8)) {
        case 0 -> add();
        case 1 -> remove();
        case 2 -> retype();
        default -> alter();
      }
    }
  }

  private void add() {
    int number = ++made;
    ResourceSchema type = anyType();
    resources.put(number, new Drawn(number, type.type(), all(type, number), firstMade()));
  }

  private boolean firstMade() {
    return random.nextInt(6) == 0;
  }

  private ResourceSchema anyType() {
    List<ResourceSchema> all = List.copyOf(types.values());
    return all.get(random.nextInt(all.size()));
  }

  private Value.MapValue all(ResourceSchema type, int number) {
    TreeMap<String, Value> properties = new TreeMap<>();
    for (Attribute attribute : type.properties().values()) {
      if (!attribute.computed() && (attribute.required() || random.nextInt(3) > 0)) {
        properties.put(attribute.name(), value(attribute, number));
      }
    }
    return Value.map(properties);
  }

  private Value value(Attribute attribute, int number) {
    Value plain = values.of(attribute);
    if (attribute.writeOnly() || random.nextInt(3) > 0) {
      return plain;
    }
    if (attribute.shape() == Shape.Primitive.STRING) {
      return reference(number, plain);
    }
    if (attribute.shape() instanceof Shape.MapShape && plain instanceof Value.MapValue map) {
      return map.with("ref", reference(number, Value.of("none")));
    }
    if (attribute.equivalence() == Equivalence.EXACT
        && plain instanceof Value.ListValue list
        && attribute.shape() instanceof Shape.ListShape shape
        && shape.items().shape() == Shape.Primitive.STRING) {
      List<Value> items = new ArrayList<>(list.items());
      items.add(reference(number, Value.of("none")));
      return Value.list(items);
    }
    return plain;
  }

  private Value reference(int number, Value otherwise) {
    List<Drawn> earlier = List.copyOf(resources.headMap(number).values());
    if (earlier.isEmpty()) {
      return otherwise;
    }
    Drawn target = earlier.get(random.nextInt(earlier.size()));
    String reference =
        "${" + target.name() + "." + REFERABLE.get(random.nextInt(REFERABLE.size())) + "}";
    return Value.of(random.nextInt(4) == 0 ? "x-" + reference + "/y" : reference);
  }

  private Drawn any() {
    List<Drawn> all = resources();
    return all.get(random.nextInt(all.size()));
  }

  private void remove() {
    if (resources.isEmpty()) {
      return;
    }
    Drawn drawn = any();
    boolean isUsed =
        resources.values().stream()
            .anyMatch(other -> other.properties().toString().contains("${" + drawn.name() + "."));
    if (!isUsed) {
      resources.remove(drawn.number());
    }
  }

  private void retype() {
    if (!resources.isEmpty() && random.nextInt(3) == 0) {
      Drawn drawn = any();
      ResourceSchema type = anyType();
      resources.put(
          drawn.number(),
          new Drawn(
              drawn.number(), type.type(), all(type, drawn.number()), drawn.createBeforeDestroy()));
    }
  }

  private void alter() {
    if (resources.isEmpty()) {
      return;
    }
    Drawn drawn = any();
    ResourceSchema type = types.get(drawn.type());
    List<Attribute> settable =
        type.properties().values().stream().filter(each -> !each.computed()).toList();
    Attribute attribute = settable.get(random.nextInt(settable.size()));
    Value old = drawn.properties().get(attribute.name());
    Value.MapValue properties =
        switch (random.nextInt(4)) {
          case 0 ->
              attribute.required()
                  ? drawn.properties()
                  : drawn.properties().without(attribute.name());
          case 1 ->
              old.equals(Value.NULL)
                  ? drawn.properties()
                  : drawn.properties().with(attribute.name(), values.reworded(attribute, old));
          default -> drawn.properties().with(attribute.name(), value(attribute, drawn.number()));
        };
    resources.put(
        drawn.number(),
        new Drawn(drawn.number(), drawn.type(), properties, drawn.createBeforeDestroy()));
  }
}
