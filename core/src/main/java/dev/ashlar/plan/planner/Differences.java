package dev.ashlar.plan.planner;

import dev.ashlar.graph.Graph;
import dev.ashlar.graph.Node;
import dev.ashlar.graph.NodeId;
import dev.ashlar.plan.PlanMode;
import dev.ashlar.value.keyed.Ordered;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
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
    Map<NodeId, Node> nodes = request.graph().nodes();
    Optional<List<NodeId>> differing = Ordered.differing(old.graph().nodes(), nodes);
    if (differing.isEmpty()) {
      return apart(old.graph().nodes(), nodes, everything, moved);
    }
    boolean edges = before.reach() != now.reach();
    List<Node> others =
        differing.get().stream().map(id -> Objects.requireNonNull(nodes.get(id))).toList();
    return new Differences(everything, edges, moved, others, List.of());
  }

  /** Whether the same declarations are there in the same order, and depend on the same. */
  static boolean sameEdges(Graph old, Graph now) {
    return same(old, now, (was, is) -> was.dependsOn().equals(is.dependsOn()));
  }

  /** Whether the same declarations are there in the same order, for one object or for many. */
  static boolean sameKinds(Graph old, Graph now) {
    return same(old, now, (was, is) -> Groundwork.isUsual(was) == Groundwork.isUsual(is));
  }

  private static boolean same(Graph old, Graph now, BiPredicate<Node, Node> alike) {
    Optional<List<NodeId>> differing = Ordered.differing(old.nodes(), now.nodes());
    if (differing.isEmpty()) {
      return false;
    }
    for (NodeId id : differing.get()) {
      Node was = Objects.requireNonNull(old.nodes().get(id));
      if (!alike.test(was, Objects.requireNonNull(now.nodes().get(id)))) {
        return false;
      }
    }
    return true;
  }

  /** Which objects a plan is about follows from the whole graph. */
  private static boolean isChoosy(PlanMode mode) {
    return !mode.targets().isEmpty() || !mode.excluded().isEmpty();
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
