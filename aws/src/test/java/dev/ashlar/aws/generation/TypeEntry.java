package dev.ashlar.aws.generation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One line of the catalogue: a type in the short form that {@code TypeReader} reads. */
final class TypeEntry {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final ServiceSpec.Type type;
  private final RegistrySchema registry;
  private final DefinitionEntries definitions;
  private final Set<String> properties = new HashSet<>();

  TypeEntry(ServiceSpec spec, ServiceSpec.Type type, JsonNode registry) {
    this.type = type;
    this.registry = new RegistrySchema(registry);
    this.definitions = new DefinitionEntries(spec, this.registry);
  }

  String json() {
    ObjectNode entry = NODES.objectNode();
    ObjectNode settable = entry.putObject("p");
    for (Map.Entry<String, JsonNode> property : type.node().path("properties").properties()) {
      String name = property.getKey();
      properties.add(name);
      settable.set(
          name,
          definitions.attribute(
              name, property.getValue(), registry.root(), registry.property(name)));
    }
    ObjectNode outputs = outputs();
    if (!outputs.isEmpty()) {
      entry.set("o", outputs);
    }
    ObjectNode shapes = definitions.written();
    if (!shapes.isEmpty()) {
      entry.set("d", shapes);
    }
    flags(entry);
    return entry.toString();
  }

  /** What the cloud gives: an attribute with a dot in its name is inside another. */
  private ObjectNode outputs() {
    ObjectNode outputs = NODES.objectNode();
    List<Map.Entry<String, JsonNode>> inside = new ArrayList<>();
    for (Map.Entry<String, JsonNode> attribute : type.node().path("attributes").properties()) {
      String name = attribute.getKey();
      if (name.contains(".")) {
        inside.add(attribute);
      } else if (!properties.contains(name)) {
        outputs.set(
            name,
            definitions.attribute(
                name, attribute.getValue(), registry.root(), registry.property(name)));
      }
    }
    for (Map.Entry<String, JsonNode> attribute : inside) {
      List<String> steps = List.of(attribute.getKey().split("\\."));
      JsonNode declared = type.node().path("properties").path(steps.get(0));
      JsonNode given = type.node().path("attributes").path(steps.get(0));
      if (!declared.isMissingNode()) {
        definitions.addComputed(declared, steps, attribute.getValue());
      } else if (given.isMissingNode()) {
        outputs.set(steps.get(0), NODES.textNode("#" + steps.get(0)));
        definitions.addPart(steps, attribute.getValue());
      }
    }
    return outputs;
  }

  private void flags(ObjectNode entry) {
    JsonNode node = type.node();
    if (node.has("primaryIdentifier")) {
      entry.set("i", node.path("primaryIdentifier"));
    }
    JsonNode tags = node.path("tagInformation");
    boolean plain = !tags.path("variant").asText().equals("asg");
    if (tags.has("tagPropertyName") && plain && properties.contains(tagProperty(tags))) {
      entry.put("g", tagProperty(tags));
    }
    if (Legacy.isServedByTemplatesOnly(node, registry.root())) {
      entry.put("h", 0);
    }
    if (!properties.isEmpty() && everyPropertyReplaces()) {
      entry.put("u", 0);
    }
  }

  private static String tagProperty(JsonNode tags) {
    return tags.path("tagPropertyName").asText();
  }

  private boolean everyPropertyReplaces() {
    for (JsonNode property : type.node().path("properties")) {
      if (!property.path("causesReplacement").asText().equals("yes")) {
        return false;
      }
    }
    return true;
  }
}
