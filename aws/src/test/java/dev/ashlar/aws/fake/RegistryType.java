package dev.ashlar.aws.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** A type as the registry describes it, by cfn-lint's copy. */
final class RegistryType {
  static final ObjectMapper MAPPER = new ObjectMapper();
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7);

  private final ObjectNode document;
  private final Schema schema;

  private RegistryType(ObjectNode document) {
    this.document = document;
    // It names the registry's own meta schema, which is on another server.
    document.remove("$schema");
    dropForeignPatterns(document);
    this.schema = REGISTRY.getSchema(document.toString());
  }

  /** A few patterns are of another dialect than Java's. */
  private static void dropForeignPatterns(JsonNode node) {
    if (node instanceof ObjectNode object && object.path("pattern").isTextual()) {
      try {
        Pattern.compile(object.path("pattern").asText());
      } catch (PatternSyntaxException e) {
        object.remove("pattern");
      }
    }
    node.forEach(RegistryType::dropForeignPatterns);
  }

  static Optional<RegistryType> read(String type) {
    String file = "/registry/" + type.replace("::", ".") + ".json";
    try (InputStream in = RegistryType.class.getResourceAsStream(file)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new RegistryType((ObjectNode) MAPPER.readTree(in)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is wrong with a model that a user wants; empty where nothing is. */
  List<String> problems(ObjectNode model) {
    List<String> problems = new ArrayList<>();
    for (String pointer : paths("readOnlyProperties")) {
      if (!model.at(pointer).isMissingNode()) {
        problems.add(pointer + " is read-only");
      }
    }
    schema.validate(model.toString(), InputFormat.JSON).forEach(e -> problems.add(e.toString()));
    return problems;
  }

  /** Simple paths of a list, as pointers into a model; those through lists are left out. */
  List<String> paths(String list) {
    List<String> pointers = new ArrayList<>();
    for (JsonNode path : document.path(list)) {
      String pointer = path.asText().replaceFirst("^/properties", "");
      if (!pointer.contains("*")) {
        pointers.add(pointer);
      }
    }
    return pointers;
  }

  /** The model without what cannot be read back, in lists, too. */
  ObjectNode readable(ObjectNode model) {
    ObjectNode copy = model.deepCopy();
    for (JsonNode path : document.path("writeOnlyProperties")) {
      remove(copy, List.of(path.asText().replaceFirst("^/properties/", "").split("/")));
    }
    return copy;
  }

  private static void remove(JsonNode at, List<String> steps) {
    String step = steps.get(0);
    if (step.equals("*")) {
      at.forEach(item -> remove(item, steps.subList(1, steps.size())));
    } else if (steps.size() == 1) {
      if (at instanceof ObjectNode object) {
        object.remove(step);
      }
    } else if (at.has(step)) {
      remove(at.get(step), steps.subList(1, steps.size()));
      // A part of which nothing can be read is not shown at all.
      if (at.get(step).isObject() && at.get(step).isEmpty()) {
        ((ObjectNode) at).remove(step);
      }
    }
  }

  /** The parts of the identifier, joined by a bar; missing parts are made up. */
  String identify(ObjectNode model, int number) {
    List<String> parts = new ArrayList<>();
    for (String pointer : paths("primaryIdentifier")) {
      if (model.at(pointer).isMissingNode()) {
        String name = pointer.substring(pointer.lastIndexOf('/') + 1);
        put(model, pointer, made(name, number));
      }
      parts.add(model.at(pointer).asText());
    }
    return String.join("|", parts);
  }

  /** Makes up what only the cloud gives. */
  void complete(ObjectNode model, int number) {
    for (String pointer : paths("readOnlyProperties")) {
      if (model.at(pointer).isMissingNode()) {
        String name = pointer.substring(pointer.lastIndexOf('/') + 1);
        JsonNode property = document.at("/properties" + pointer);
        switch (property.path("type").asText("string")) {
          case "boolean" -> put(model, pointer, MAPPER.getNodeFactory().booleanNode(true));
          case "integer", "number" -> put(model, pointer, MAPPER.getNodeFactory().numberNode(7));
          case "string" -> put(model, pointer, made(name, number));
          default -> {}
        }
      }
    }
  }

  private static JsonNode made(String name, int number) {
    String text =
        name.endsWith("Arn")
            ? "arn:aws:fake:eu-west-1:123456789012:thing/" + number
            : name.toLowerCase(Locale.ROOT) + "-" + number;
    return MAPPER.getNodeFactory().textNode(text);
  }

  private static void put(ObjectNode model, String pointer, JsonNode value) {
    ObjectNode at = model;
    String[] steps = pointer.substring(1).split("/");
    for (int i = 0; i < steps.length - 1; i++) {
      if (!at.has(steps[i])) {
        return;
      }
      if (!(at.get(steps[i]) instanceof ObjectNode inner)) {
        return;
      }
      at = inner;
    }
    at.set(steps[steps.length - 1], value);
  }

  /** The properties that cannot be changed and differ between two models. */
  List<String> fixed(ObjectNode before, ObjectNode after) {
    List<String> changed = new ArrayList<>();
    for (String pointer : paths("createOnlyProperties")) {
      boolean told = !after.at(pointer).isMissingNode() || !before.at(pointer).isMissingNode();
      boolean hidden = paths("writeOnlyProperties").contains(pointer);
      if (told && !hidden && !before.at(pointer).equals(after.at(pointer))) {
        changed.add(pointer);
      }
    }
    return changed;
  }
}
