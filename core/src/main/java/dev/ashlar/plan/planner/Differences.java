package dev.ashlar.plan.planner;

import dev.ashlar.graph.Graph;
import dev.ashlar.graph.Node;
import dev.ashlar.graph.NodeId;
import dev.ashlar.plan.PlanMode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is another way than it was for the plan before.
 *
 * @param everything whether that cannot be told
 * @param edges whether declarations came, went or depend on others now
 * @param moved whether what moved is another
 * @param nodes declarations that are new, or other objects than before
 * @param gone declarations that are not there any more
 */
@SuppressWarnings("ReferenceEquality") // the very node is meant
record Differences(
    boolean everything, boolean edges, boolean moved, List<Node> nodes, List<NodeId> gone) {

  static Differences between(@Nullable Groundwork before, Groundwork now) {
    if (before == null) {
      return new Differences(true, true, true, List.of(), List.of());
    }
    PlanRequest old = before.request();
    PlanRequest request = now.request();
    boolean everything =
        old.state() != request.state()
            || old.facts() != request.facts()
            || !old.mode().equals(request.mode())
            || isChoosy(request.mode())
            || !old.imports().equals(request.imports())
            || !old.graph().environment().id().equals(request.graph().environment().id())
            || !before.configurations().sameAs(now.configurations());
    boolean moved = !old.graph().moved().equals(request.graph().moved());
    List<Node> nodes = new ArrayList<>();
    if (!sameNodes(old.graph().nodes(), request.graph().nodes(), nodes)) {
      return apart(old.graph().nodes(), request.graph().nodes(), everything, moved);
    }
    boolean edges = before.reach() != now.reach();
    return new Differences(everything, edges, moved, nodes, List.of());
  }

  /** Whether the same declarations are there in the same order, and depend on the same. */
  static boolean sameEdges(Graph old, Graph now) {
    List<Node> differing = new ArrayList<>();
    if (!sameNodes(old.nodes(), now.nodes(), differing)) {
      return false;
    }
    for (Node node : differing) {
      Node was = old.nodes().get(node.id());
      if (was == null || !was.dependsOn().equals(node.dependsOn())) {
        return false;
      }
    }
    return true;
  }

  /** Which objects a plan is about follows from the whole graph. */
  private static boolean isChoosy(PlanMode mode) {
    return !mode.targets().isEmpty() || !mode.excluded().isEmpty();
  }

  /** Whether the same declarations are there in the same order; finds those that differ. */
  private static boolean sameNodes(
      Map<NodeId, Node> old, Map<NodeId, Node> now, List<Node> differing) {
    if (old.size() != now.size()) {
      return false;
    }
    Iterator<Node> before = old.values().iterator();
    for (Node node : now.values()) {
      Node was = before.next();
      if (was != node) {
        if (!was.id().equals(node.id())) {
          return false;
        }
        differing.add(node);
      }
    }
    return true;
  }

  private static Differences apart(
      Map<NodeId, Node> old, Map<NodeId, Node> now, boolean everything, boolean moved) {
    List<Node> nodes = new ArrayList<>();
    List<NodeId> gone = new ArrayList<>();
    now.forEach(
        (id, node) -> {
          if (old.get(id) != node) {
            nodes.add(node);
          }
        });
    for (NodeId id : old.keySet()) {
      if (!now.containsKey(id)) {
        gone.add(id);
      }
    }
    return new Differences(everything, true, moved, nodes, gone);
  }
}
