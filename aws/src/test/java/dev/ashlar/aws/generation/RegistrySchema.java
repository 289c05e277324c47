package dev.ashlar.aws.generation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the registry's schema of one type says at a place.
 *
 * @param root the schema
 */
record RegistrySchema(JsonNode root) {

  /** The node of a property at the top. */
  JsonNode property(String name) {
    return resolve(root.path("properties").path(name));
  }

  /** The node of a property of an object. */
  JsonNode property(JsonNode object, String name) {
    return resolve(object.path("properties").path(name));
  }

  /** The node of the items of a list. */
  JsonNode items(JsonNode list) {
    return resolve(list.path("items"));
  }

  /** The node of the values of a map. */
  JsonNode values(JsonNode map) {
    JsonNode patterns = map.path("patternProperties");
    return patterns.size() == 1 ? resolve(patterns.iterator().next()) : MissingNode.getInstance();
  }

  private JsonNode resolve(JsonNode node) {
    JsonNode at = node;
    for (int i = 0; at.has("$ref") && i < 10; i++) {
      String reference = at.path("$ref").asText();
      at =
          reference.startsWith("#/")
              ? root.at(reference.substring(1).replace("%20", " "))
              : MissingNode.getInstance();
    }
    return at;
  }

  /** The places that a list of paths names; an asterisk in a path stands for any item. */
  Set<Place> places(String list) {
    Set<Place> places = new HashSet<>();
    for (JsonNode pointer : root.path(list)) {
      place(pointer.asText()).ifPresent(places::add);
    }
    return places;
  }

  /**
   * A property of an object.
   *
   * @param object the object's node
   * @param name the property's name
   */
  record Place(JsonNode object, String name) {}

  private Optional<Place> place(String pointer) {
    List<String> steps = List.of(pointer.replaceFirst("^/properties/", "").split("/"));
    JsonNode at = root;
    for (String step : steps.subList(0, steps.size() - 1)) {
      at = step.equals("*") ? inside(at) : step.equals("properties") ? at : property(at, step);
      if (at.path("type").asText().equals("array") && !at.has("properties")) {
        at = items(at);
      }
    }
    String last = steps.get(steps.size() - 1);
    return at.path("properties").has(last) ? Optional.of(new Place(at, last)) : Optional.empty();
  }

  /** An asterisk stands for an item, which the step before may have gone into already. */
  private JsonNode inside(JsonNode at) {
    return at.has("items") ? items(at) : at.has("properties") ? at : values(at);
  }
}
