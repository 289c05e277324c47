package dev.ashlar.laws.generate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Alters one random place of a JSON document: another value, one less, one more, another order. */
public final class Alteration {
  private final Random random;

  private Alteration(Random random) {
    this.random = random;
  }

  /** An alteration from a seed. */
  public static Alteration of(Random random) {
    return new Alteration(random);
  }

  /** Alters a document in place. */
  public void alter(JsonNode document) {
    List<JsonNode> holders = new ArrayList<>();
    collect(document, holders);
    JsonNode holder = holders.get(random.nextInt(holders.size()));
    if (holder instanceof ObjectNode object) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      String name = names.get(random.nextInt(names.size()));
      switch (random.nextInt(4)) {
        case 0 -> object.remove(name);
        case 1 -> object.set(name + "x", object.remove(name));
        default -> object.set(name, other(object.get(name)));
      }
    } else if (holder instanceof ArrayNode array) {
      int at = random.nextInt(array.size());
      switch (random.nextInt(4)) {
        case 0 -> array.remove(at);
        case 1 -> array.add(array.get(at).deepCopy());
        case 2 -> array.insert(0, array.remove(at));
        default -> array.set(at, other(array.get(at)));
      }
    }
  }

  private static void collect(JsonNode node, List<JsonNode> holders) {
    if (node.isContainerNode() && !node.isEmpty()) {
      holders.add(node);
    }
    node.forEach(inner -> collect(inner, holders));
  }

  private JsonNode other(JsonNode old) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    if (old.isTextual()) {
      String text = old.asText();
      List<String> others = new ArrayList<>(List.of(text + "x", "", "delete", "update", "r1"));
      others.add(text.isEmpty() ? "y" : text.substring(1));
      return nodes.textNode(others.get(random.nextInt(others.size())));
    }
    if (old.isNumber()) {
      return nodes.numberNode(old.asLong() + (random.nextBoolean() ? 1 : -1));
    }
    return old.isBoolean() ? nodes.booleanNode(!old.asBoolean()) : nodes.nullNode();
  }
}
