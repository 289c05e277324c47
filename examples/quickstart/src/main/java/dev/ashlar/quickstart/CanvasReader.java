package dev.ashlar.quickstart;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.List;

/** Reads a drawing from JSON. What it does not know (positions, colours, labels) it lets pass. */
final class CanvasReader {
  private static final ObjectMapper JSON = new ObjectMapper();

  private CanvasReader() {}

  /** The drawing, or that it is none. */
  static Checked<Canvas> read(String json) {
    try {
      JsonNode root = JSON.readTree(json);
      return root.path("nodes").isArray()
          ? Checked.of(canvas(root))
          : refused("It has no list called nodes.");
    } catch (JsonProcessingException e) {
      return refused("It is not JSON, see line " + e.getLocation().getLineNr() + ".");
    }
  }

  private static Canvas canvas(JsonNode root) {
    List<Canvas.Node> nodes = new ArrayList<>();
    for (JsonNode node : root.path("nodes")) {
      JsonNode data = node.path("data");
      nodes.add(
          new Canvas.Node(
              node.path("id").asText(),
              data.path("name").asText(),
              data.path("type").asText(),
              object(data.path("properties"))));
    }
    List<Canvas.Edge> edges = new ArrayList<>();
    for (JsonNode edge : root.path("edges")) {
      JsonNode data = edge.path("data");
      edges.add(
          new Canvas.Edge(
              edge.path("id").asText(),
              edge.path("source").asText(),
              edge.path("target").asText(),
              data.path("output").asText("id"),
              data.path("property").asText()));
    }
    return new Canvas(
        root.path("name").asText("drawing"), object(root.path("parameters")), nodes, edges);
  }

  private static ObjectNode object(JsonNode node) {
    return node instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
  }

  private static Checked<Canvas> refused(String why) {
    return Checked.refused(List.of(Diagnostic.of(CanvasProblems.NOT_A_DRAWING, why)));
  }
}
