package dev.ashlar.graph.compile;

import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.graph.Node;
import dev.ashlar.graph.NodeId;
import dev.ashlar.graph.dag.Dag;
import dev.ashlar.graph.link.Link;
import dev.ashlar.graph.link.Links;
import dev.ashlar.graph.link.Targets;
import dev.ashlar.graph.problem.GraphProblems;
import dev.ashlar.graph.problem.Report;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Puts the nodes in order, or says which of them go round in circles, and where. */
final class Ordering {
  private final Targets targets;
  private final Report report;

  Ordering(Targets targets, Report report) {
    this.targets = targets;
    this.report = report;
  }

  /** Each node after all that it depends on; empty where cycles were reported. */
  Optional<Map<NodeId, Node>> order(Map<NodeId, Node> nodes) {
    nodes.values().forEach(this::refuseSelf);
    return sorted(nodes);
  }

  /** The same, of nodes that were asked already whether they read themselves. */
  Optional<Map<NodeId, Node>> sorted(Map<NodeId, Node> nodes) {
    Dag<NodeId> dag =
        Dag.of(
            nodes.keySet(),
            id -> present(Objects.requireNonNull(nodes.get(id)).dependsOn(), nodes));
    List<List<NodeId>> cycles = dag.cycles();
    cycles.forEach(cycle -> refuse(cycle, nodes));
    if (!cycles.isEmpty()) {
      return Optional.empty();
    }
    Map<NodeId, Node> ordered = new LinkedHashMap<>(nodes.size() * 2);
    dag.order().forEach(id -> ordered.put(id, nodes.get(id)));
    return Optional.of(ordered);
  }

  /** Refuses what reads itself. */
  void refuseSelf(Node node) {
    if (!Links.readsItself(node, targets)) {
      return;
    }
    for (Link link : Links.of(node, targets)) {
      if (link.target().equals(node.id())) {
        report
            .about(node)
            .add(
                Diagnostic.of(
                        GraphProblems.SELF_REFERENCE,
                        "\""
                            + link.what()
                            + "\" is read by "
                            + part(node.id(), link)
                            + " itself, so it could never be worked out. "
                            + (link.by().equals("dependsOn")
                                ? "Take it out of \"dependsOn\"."
                                : "Say the value without it, or put it in a local."))
                    .at(link.location()));
      }
    }
  }

  /** Most are all there. */
  private static List<NodeId> present(List<NodeId> wanted, Map<NodeId, Node> nodes) {
    return nodes.keySet().containsAll(wanted)
        ? wanted
        : wanted.stream().filter(nodes::containsKey).toList();
  }

  private void refuse(List<NodeId> cycle, Map<NodeId, Node> nodes) {
    StringBuilder detail =
        new StringBuilder(cycle.stream().map(NodeId::toString).collect(Collectors.joining(" -> ")));
    detail.append(" -> ").append(cycle.get(0)).append(": ");
    Diagnostic.Location location = null;
    for (int i = 0; i < cycle.size(); i++) {
      NodeId next = cycle.get((i + 1) % cycle.size());
      Link link = link(Objects.requireNonNull(nodes.get(cycle.get(i))), next);
      location = location == null ? link.location() : location;
      detail
          .append(i == 0 ? "" : "; ")
          .append("\"")
          .append(link.what())
          .append("\" is used by ")
          .append(part(cycle.get(i), link))
          .append(" at ")
          .append(link.location());
    }
    detail.append(". Take one of these away.");
    report
        .about(Objects.requireNonNull(nodes.get(cycle.get(0))))
        .add(Diagnostic.of(GraphProblems.CYCLE, detail.toString()).at(location));
  }

  private Link link(Node node, NodeId target) {
    return Links.of(node, targets).stream()
        .filter(link -> link.target().equals(target))
        .findFirst()
        .orElseThrow();
  }

  private static String part(NodeId node, Link link) {
    return link.by().isEmpty() ? node.toString() : node + " (" + link.by() + ")";
  }
}
