package dev.ashlar.aws.fake;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Applies a JSON Patch (RFC 6902) as strictly as it says. */
final class JsonPatch {
  private JsonPatch() {}

  static ObjectNode apply(JsonNode patch, ObjectNode model) {
    ObjectNode result = model.deepCopy();
    for (JsonNode operation : patch) {
      JsonPointer path = JsonPointer.compile(operation.path("path").asText());
      JsonNode parent = result.at(path.head());
      String name = path.last().getMatchingProperty();
      String op = operation.path("op").asText();
      if (parent instanceof ArrayNode array) {
        list(array, name, op, operation.path("value"));
      } else if (parent instanceof ObjectNode object) {
        object(object, name, op, operation.path("value"));
      } else {
        throw new IllegalArgumentException("nothing is at " + path.head());
      }
    }
    return result;
  }

  private static void object(ObjectNode object, String name, String op, JsonNode value) {
    switch (op) {
      case "add" -> object.set(name, value);
      case "replace" -> {
        require(object.has(name), name);
        object.set(name, value);
      }
      case "remove" -> {
        require(object.has(name), name);
        object.remove(name);
      }
      default -> throw new IllegalArgumentException(op + " is not supported");
    }
  }

  private static void list(ArrayNode array, String name, String op, JsonNode value) {
    int index = name.equals("-") ? array.size() : Integer.parseInt(name);
    switch (op) {
      case "add" -> array.insert(index, value);
      case "replace" -> {
        require(index < array.size(), name);
        array.set(index, value);
      }
      case "remove" -> {
        require(index < array.size(), name);
        array.remove(index);
      }
      default -> throw new IllegalArgumentException(op + " is not supported");
    }
  }

  private static void require(boolean there, String name) {
    if (!there) {
      throw new IllegalArgumentException("there is no " + name);
    }
  }
}
