package dev.ashlar.plan.planner;

import dev.ashlar.expression.Reference;
import dev.ashlar.graph.CompiledTerm;
import dev.ashlar.graph.Node;
import dev.ashlar.graph.NodeId;
import dev.ashlar.graph.link.Links;
import dev.ashlar.value.Value;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What expressions read of the outside: it stands in the digest, and nothing else of it does. */
final class Read {
  private static final List<NodeId.Kind> OUTSIDE =
      List.of(NodeId.Kind.RESOURCE, NodeId.Kind.LOOKUP, NodeId.Kind.IMPORT);

  private Read() {}

  static Map<String, Value> of(PlanRequest request, Map<NodeId, NodeResult> results) {
    Map<String, Value> read = new TreeMap<>();
    for (Node node : request.graph().nodes().values()) {
      Links.terms(node, term -> collect(term, results, read));
    }
    return read;
  }

  private static void collect(
      CompiledTerm term, Map<NodeId, NodeResult> results, Map<String, Value> read) {
    if (term instanceof CompiledTerm.Single single) {
      for (Reference reference : single.expression().references()) {
        add(results, reference, read);
      }
    } else if (term instanceof CompiledTerm.Text text) {
      text.parts().forEach(part -> collect(part, results, read));
    } else if (term instanceof CompiledTerm.Items items) {
      items.items().forEach(item -> collect(item, results, read));
    } else if (term instanceof CompiledTerm.Fields fields) {
      fields.fields().values().forEach(field -> collect(field, results, read));
    }
  }

  private static void add(
      Map<NodeId, NodeResult> results, Reference reference, Map<String, Value> read) {
    if (reference.keysOnly()) {
      return;
    }
    String name = reference.root() + reference.path().toPointer();
    if (read.containsKey(name)) {
      return;
    }
    for (NodeId.Kind kind : OUTSIDE) {
      NodeResult result = results.get(new NodeId(kind, reference.root()));
      if (result != null) {
        read.put(name, reference.path().in(result.root()));
        return;
      }
    }
  }
}
