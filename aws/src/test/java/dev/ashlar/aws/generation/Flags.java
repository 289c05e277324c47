package dev.ashlar.aws.generation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** What is said of an attribute beside its shape. */
final class Flags {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int LONGEST_PATTERN = 300;
  private static final Pattern CONFIDENTIAL =
      Pattern.compile(
          "(?i)password|passphrase|secretstring|secretkey|authtoken|privatekey|clientsecret"
              + "|accesstoken|oauthtoken|apikey|secretaccesskey");

  private final ObjectNode flags = NODES.objectNode();

  /** What the specification says. */
  void specified(JsonNode property) {
    if (property.path("required").asBoolean()) {
      flags.put("r", 1);
    }
    switch (property.path("causesReplacement").asText()) {
      case "yes" -> flags.put("c", 1);
      case "maybe" -> flags.put("c", 2);
      default -> {}
    }
    if (property.path("deprecated").asText().equals("WARN")) {
      flags.put("d", 1);
    }
    for (JsonNode target : property.path("relationshipRefs")) {
      flags
          .withArray("f")
          .add(
              target.path("cloudFormationType").asText()
                  + "."
                  + target.path("propertyName").asText().replace('/', '.'));
    }
  }

  /** What values must keep to: the closed list is the specification's, the rest the registry's. */
  void constraints(JsonNode type, JsonNode known) {
    if (type.has("allowedValues")) {
      flags.set("e", type.path("allowedValues"));
    }
    switch (type.path("type").asText()) {
      case "string" -> {
        range("z", known.path("minLength"), known.path("maxLength"));
        pattern(known.path("pattern"));
      }
      case "integer", "number" -> range("n", known.path("minimum"), known.path("maximum"));
      case "array" -> range("z", known.path("minItems"), known.path("maxItems"));
      default -> {}
    }
  }

  private void range(String flag, JsonNode least, JsonNode most) {
    boolean low = least.isNumber() && !(flag.equals("z") && least.asInt() <= 0);
    if (low || most.isNumber()) {
      ArrayNode range = flags.putArray(flag);
      range.add(low ? least : NODES.nullNode());
      if (most.isNumber()) {
        range.add(most);
      }
    }
  }

  private void pattern(JsonNode pattern) {
    String text = pattern.asText();
    boolean says = !text.isEmpty() && !text.matches("\\^?\\.[*+]\\$?|\\^?\\[\\\\s\\\\S][*+]\\$?");
    if (says && text.length() <= LONGEST_PATTERN && isJava(text)) {
      flags.put("x", text);
    }
  }

  private static boolean isJava(String pattern) {
    try {
      Pattern.compile(pattern);
      return true;
    } catch (PatternSyntaxException e) {
      return false;
    }
  }

  /** Whether the order of items counts, and what tells them apart. */
  void order(JsonNode element, JsonNode known) {
    boolean tags = element.path("type").asText().equals("tag");
    if (tags) {
      flags.put("q", "Key");
    } else if (known.path("insertionOrder").isBoolean()
        && !known.path("insertionOrder").asBoolean()) {
      flags.put("u", 1);
    }
  }

  /** It cannot be read back. */
  void writeOnly(String name, JsonNode type) {
    flags.put("w", 1);
    if (type.path("type").asText().equals("string") && CONFIDENTIAL.matcher(name).find()) {
      flags.put("s", 1);
    }
  }

  /** It is compared as an access policy. */
  void policy() {
    flags.put("p", 1);
  }

  /** The entry of an attribute of this shape: short where nothing else is said of it. */
  JsonNode on(String shape) {
    return flags.isEmpty()
        ? NODES.textNode(shape)
        : NODES.objectNode().put("t", shape).setAll(flags);
  }

  /** The entry of a list or map whose parts have flags of their own. */
  JsonNode on(String shape, JsonNode parts) {
    ObjectNode entry = NODES.objectNode().put("t", shape);
    entry.set("v", parts);
    return entry.setAll(flags);
  }
}
