package dev.ashlar.quickstart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;

/** Where an arrow ends: {@code KeyId}, {@code Encryption.KeyId}, {@code SubnetIds[]}. */
final class Slot {
  private static final String LIST = "[]";
  private static final Pattern PATH = Pattern.compile("[^.\\[\\]]+(\\.[^.\\[\\]]+)*(\\[])?");

  private Slot() {}

  /** Whether it leads anywhere. */
  static boolean isPath(String path) {
    return PATH.matcher(path).matches();
  }

  /** Fills it, and makes the objects and the list on the way; false where something is there. */
  static boolean fill(ObjectNode properties, String path, String value) {
    int dot = path.indexOf('.');
    if (dot >= 0) {
      String head = path.substring(0, dot);
      JsonNode inner = properties.get(head);
      return (inner == null ? properties.putObject(head) : inner) instanceof ObjectNode object
          && fill(object, path.substring(dot + 1), value);
    }
    if (path.endsWith(LIST)) {
      String name = path.substring(0, path.length() - LIST.length());
      JsonNode list = properties.get(name);
      return (list == null ? properties.putArray(name) : list) instanceof ArrayNode array
          && !array.add(value).isEmpty();
    }
    return properties.putIfAbsent(path, properties.textNode(value)) == null;
  }
}
