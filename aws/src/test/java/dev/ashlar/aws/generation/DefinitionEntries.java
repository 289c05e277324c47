package dev.ashlar.aws.generation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The attributes of one type, and the objects inside them: each once, under its name. */
final class DefinitionEntries {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String TAG = "Tag";

  private final ServiceSpec spec;
  private final RegistrySchema registry;
  private final Set<RegistrySchema.Place> writeOnly;
  private final Map<String, String> names = new HashMap<>();
  private final ObjectNode written = NODES.objectNode();

  DefinitionEntries(ServiceSpec spec, RegistrySchema registry) {
    this.spec = spec;
    this.registry = registry;
    this.writeOnly = registry.places("writeOnlyProperties");
  }

  ObjectNode written() {
    return written;
  }

  /**
   * An attribute.
   *
   * @param node what the specification says of it
   * @param owner what the registry says of the object that it is in
   * @param known what the registry says of it
   */
  JsonNode attribute(String name, JsonNode node, JsonNode owner, JsonNode known) {
    Flags flags = new Flags();
    flags.specified(node);
    flags.constraints(node.path("type"), known);
    if (writeOnly.contains(new RegistrySchema.Place(owner, name))) {
      flags.writeOnly(name, node.path("type"));
    }
    return shaped(name, node.path("type"), known, flags);
  }

  private JsonNode shaped(String name, JsonNode type, JsonNode known, Flags flags) {
    switch (type.path("type").asText()) {
      case "array" -> {
        flags.order(type.path("element"), known);
        JsonNode items = part(name, type.path("element"), registry.items(known));
        return items.isTextual() ? flags.on("[" + items.asText()) : flags.on("[", items);
      }
      case "map" -> {
        JsonNode values = part(name, type.path("element"), registry.values(known));
        return values.isTextual() ? flags.on("{" + values.asText()) : flags.on("{", values);
      }
      case "ref" -> {
        return flags.on(reference(type, known));
      }
      case "tag" -> {
        return flags.on(tag());
      }
      default -> {
        return flags.on(Scalars.letter(name, type, flags));
      }
    }
  }

  /** An item of a list or a value of a map. */
  private JsonNode part(String name, JsonNode type, JsonNode known) {
    Flags flags = new Flags();
    flags.constraints(type, known);
    return shaped(name, type, known, flags);
  }

  private String tag() {
    if (!written.has(TAG)) {
      ObjectNode tag = written.putObject(TAG);
      tag.putObject("Key").put("t", "s").put("r", 1);
      tag.putObject("Value").put("t", "s").put("r", 1);
    }
    return "#" + TAG;
  }

  private String reference(JsonNode type, JsonNode known) {
    JsonNode definition = spec.definition(type);
    if (definition.path("properties").isEmpty()) {
      return "j";
    }
    String id = definition.path("$id").asText();
    String name = names.get(id);
    if (name == null) {
      name = free(definition.path("name").asText());
      names.put(id, name);
      ObjectNode parts = written.putObject(name);
      for (Map.Entry<String, JsonNode> part : definition.path("properties").properties()) {
        parts.set(
            part.getKey(),
            attribute(
                part.getKey(), part.getValue(), known, registry.property(known, part.getKey())));
      }
    }
    return "#" + name;
  }

  private String free(String wanted) {
    String name = wanted;
    for (int i = 2; written.has(name); i++) {
      name = wanted + i;
    }
    return name;
  }

  /** Adds what the cloud gives inside a property that the user sets. */
  void addComputed(JsonNode property, List<String> steps, JsonNode attribute) {
    JsonNode type = element(property.path("type"));
    for (String step : steps.subList(1, steps.size() - 1)) {
      if (!isReference(type)) {
        return;
      }
      type = element(spec.definition(type).path("properties").path(step).path("type"));
    }
    String last = steps.get(steps.size() - 1);
    String name = isReference(type) ? names.get(spec.definition(type).path("$id").asText()) : null;
    if (name != null) {
      JsonNode plain =
          written.path(name).has(last)
              ? written.path(name).path(last)
              : attribute(last, attribute, NODES.missingNode(), NODES.missingNode());
      ObjectNode computed =
          plain.isTextual() ? NODES.objectNode().put("t", plain.asText()) : (ObjectNode) plain;
      computed.put("k", 1);
      ((ObjectNode) written.path(name)).set(last, computed);
    }
  }

  private static boolean isReference(JsonNode type) {
    return type.path("type").asText().equals("ref");
  }

  private static JsonNode element(JsonNode type) {
    return type.has("element") ? type.path("element") : type;
  }

  /** Adds a part of an output that is known by its parts only. */
  void addPart(List<String> steps, JsonNode attribute) {
    List<String> path = new ArrayList<>();
    for (int i = 0; i < steps.size() - 1; i++) {
      path.add(steps.get(i));
      String name = String.join(".", path);
      ObjectNode parts =
          written.has(name) ? (ObjectNode) written.path(name) : written.putObject(name);
      String next = steps.get(i + 1);
      boolean last = i == steps.size() - 2;
      parts.set(
          next,
          last
              ? attribute(next, attribute, NODES.missingNode(), NODES.missingNode())
              : NODES.textNode("#" + name + "." + next));
    }
  }
}
