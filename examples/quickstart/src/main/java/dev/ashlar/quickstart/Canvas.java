package dev.ashlar.quickstart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A drawing, as canvas libraries store it: nodes with a position and free data, edges between them.
 *
 * @param name what the drawing is called
 * @param parameters what the user is asked for, as a blueprint declares it
 * @param nodes the boxes
 * @param edges the arrows
 */
record Canvas(String name, ObjectNode parameters, List<Node> nodes, List<Edge> edges) {
  /** Copies the lists. */
  Canvas {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
  }

  /**
   * A box. Position and label are the canvas's own business.
   *
   * @param id its identifier on the canvas
   * @param name what the user called it
   * @param type the resource type that the user dragged from the palette
   * @param properties what the user filled into the form
   */
  record Node(String id, String name, String type, ObjectNode properties) {}

  /**
   * An arrow: something of one box flows into a property of another.
   *
   * @param id its identifier on the canvas
   * @param source the box it starts at
   * @param target the box it points to
   * @param output what flows: an output of the source, or {@code id}
   * @param property where to: a property of the target, dots lead into objects, {@code []} at its
   *     end adds to a list
   */
  record Edge(String id, String source, String target, String output, String property) {}

  /** The same drawing after the user filled a field of a box. */
  Canvas filled(String box, String property, JsonNode value) {
    List<Node> edited = new ArrayList<>();
    for (Node node : nodes) {
      ObjectNode properties = node.properties().deepCopy();
      if (node.name().equals(box)) {
        properties.set(property, value);
      }
      edited.add(new Node(node.id(), node.name(), node.type(), properties));
    }
    return new Canvas(name, parameters, edited, edges);
  }
}
