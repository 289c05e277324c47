package dev.ashlar.plan.planner;

import dev.ashlar.expression.Reference;
import dev.ashlar.graph.Node;
import dev.ashlar.graph.NodeId;
import dev.ashlar.graph.link.Links;
import dev.ashlar.graph.link.Use;
import dev.ashlar.value.Value;
import java.util.Map;
import java.util.TreeMap;

/** What expressions read of the outside: it stands in the digest, and nothing else of it does. */
final class Read {
  private Read() {}

  static Map<String, Value> of(PlanRequest request, Map<NodeId, NodeResult> results) {
    Map<String, Value> read = new TreeMap<>();
    for (Node node : request.graph().nodes().values()) {
      Links.terms(
          node,
          term -> {
            for (Use use : Use.of(term)) {
              add(results, use.reference(), read);
            }
          });
    }
    return read;
  }

  private static void add(
      Map<NodeId, NodeResult> results, Reference reference, Map<String, Value> read) {
    String name = reference.root() + reference.path().toPointer();
    if (read.containsKey(name)) {
      return;
    }
    for (NodeId.Kind kind :
        new NodeId.Kind[] {NodeId.Kind.RESOURCE, NodeId.Kind.LOOKUP, NodeId.Kind.IMPORT}) {
      NodeResult result = results.get(new NodeId(kind, reference.root()));
      if (result != null && !reference.keysOnly()) {
        read.put(name, reference.path().in(result.root()));
      }
    }
  }
}
