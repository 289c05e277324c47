package dev.ashlar.quickstart;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Source;
import java.util.HashMap;
import java.util.Map;

/**
 * Turns a drawing into a blueprint: a box becomes a resource, an arrow becomes a reference.
 *
 * <p>Each resource says which box it came from ({@code source.canvas}), and so every diagnostic,
 * change and event finds its way back to the box. Positions are not looked at: moving a box on the
 * canvas changes nothing.
 */
final class CanvasTranslator {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private CanvasTranslator() {}

  /** The blueprint of a drawing, or every problem with it. */
  static Checked<Blueprint> translate(Canvas canvas) {
    return Blueprint.read(Source.text("canvas", document(canvas).toPrettyString()));
  }

  /** The blueprint as the document that a person could have written. */
  static ObjectNode document(Canvas canvas) {
    ObjectNode document = JSON.objectNode();
    document.put("apiVersion", "ashlar.dev/v1").put("kind", "Blueprint");
    document.putObject("metadata").put("name", canvas.name()).put("version", "1.0.0");
    document.set("parameters", canvas.parameters());
    ObjectNode resources = document.putObject("resources");
    Map<String, Canvas.Node> boxes = new HashMap<>();
    for (Canvas.Node node : canvas.nodes()) {
      boxes.put(node.id(), node);
      ObjectNode resource = resources.putObject(node.name());
      resource.put("type", node.type());
      resource.set("properties", node.properties().deepCopy());
      resource.putObject("source").put("canvas", node.id());
    }
    for (Canvas.Edge edge : canvas.edges()) {
      Canvas.Node from = boxes.get(edge.source());
      Canvas.Node to = boxes.get(edge.target());
      if (from != null && to != null) {
        String reference = "${resources." + from.name() + "." + edge.output() + "}";
        put(resources.withObject("/" + to.name() + "/properties"), edge.property(), reference);
      }
    }
    return document;
  }

  private static void put(ObjectNode properties, String property, String reference) {
    int dot = property.indexOf('.');
    if (dot >= 0) {
      ObjectNode inner = properties.withObject("/" + property.substring(0, dot));
      put(inner, property.substring(dot + 1), reference);
    } else if (property.endsWith("[]")) {
      properties.withArray("/" + property.substring(0, property.length() - 2)).add(reference);
    } else {
      properties.put(property, reference);
    }
  }
}
