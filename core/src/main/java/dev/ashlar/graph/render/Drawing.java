package dev.ashlar.graph.render;

import dev.ashlar.blueprint.LookupDeclaration.Expect;
import dev.ashlar.diagnostic.Diagnostic.Location;
import dev.ashlar.graph.CompiledTerm;
import dev.ashlar.graph.Graph;
import dev.ashlar.graph.Node;
import dev.ashlar.graph.NodeId;
import dev.ashlar.graph.link.Link;
import dev.ashlar.graph.link.Links;
import dev.ashlar.graph.link.Targets;
import dev.ashlar.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What there is to see of a graph, in its order: declarations, and what is used by which. A
 * provider that has nothing configured is left out: it would stand beside everything and say
 * nothing.
 *
 * @param title the blueprint's name and version
 * @param boxes the declarations, each after what it depends on
 * @param arrows what is used, in the order of those that use it
 */
public record Drawing(String title, List<Box> boxes, List<Arrow> arrows) {
  /** Copies the lists. */
  public Drawing {
    boxes = List.copyOf(boxes);
    arrows = List.copyOf(arrows);
  }

  /**
   * A declaration.
   *
   * @param id which
   * @param type the resource type, the provider's name where it is another, or the environment's
   *     name; may be empty
   * @param note what decides how many there are: {@code when}, {@code forEach}, {@code many}; may
   *     be empty
   * @param canvas the canvas element that it came from
   */
  public record Box(NodeId id, String type, String note, Optional<String> canvas) {}

  /**
   * That one declaration uses another.
   *
   * @param from what is used
   * @param to what uses it
   * @param what what is read: {@code key.Arn}
   * @param by where it is used: {@code Tags[0].Value}; {@code value} of a local or an output
   * @param location where that stands
   */
  public record Arrow(NodeId from, NodeId to, String what, String by, Location location) {}

  /** Draws a graph. */
  public static Drawing of(Graph graph) {
    Targets targets = new Targets(graph.environment().blueprint());
    List<Box> boxes = new ArrayList<>();
    List<Arrow> arrows = new ArrayList<>();
    Set<List<Object>> drawn = new HashSet<>();
    for (Node node : graph.nodes().values()) {
      if (isEmptyProvider(node)) {
        continue;
      }
      boxes.add(box(node));
      for (Link link : Links.of(node, targets)) {
        Node target = graph.nodes().get(link.target());
        if (target != null && !isEmptyProvider(target)) {
          String by = link.by().isEmpty() ? "value" : link.by();
          if (drawn.add(List.of(link.target(), node.id(), link.what(), by))) {
            arrows.add(new Arrow(link.target(), node.id(), link.what(), by, link.location()));
          }
        }
      }
    }
    return new Drawing(graph.environment().blueprint().toString(), boxes, arrows);
  }

  private static boolean isEmptyProvider(Node node) {
    return node instanceof Node.ProviderNode provider
        && provider.configuration() instanceof CompiledTerm.Constant constant
        && constant.value().equals(Value.MapValue.EMPTY);
  }

  private static Box box(Node node) {
    if (node instanceof Node.ResourceNode resource) {
      String note =
          resource.forEach().isPresent() ? "forEach" : resource.when().isPresent() ? "when" : "";
      return new Box(node.id(), resource.schema().type(), note, resource.declaration().canvas());
    }
    if (node instanceof Node.LookupNode lookup) {
      Expect expect = lookup.declaration().expect();
      String note = expect == Expect.MANY ? "many" : expect == Expect.OPTIONAL ? "optional" : "";
      return new Box(node.id(), lookup.schema().type(), note, lookup.declaration().canvas());
    }
    String type =
        node instanceof Node.ProviderNode provider && !provider.name().equals(provider.provider())
            ? provider.provider()
            : node instanceof Node.ImportNode other ? other.declaration().environment() : "";
    return new Box(node.id(), type, "", Optional.empty());
  }
}
