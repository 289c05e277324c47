package dev.ashlar.plan.planner;

import dev.ashlar.expression.Reference;
import dev.ashlar.graph.Node;
import dev.ashlar.graph.NodeId;
import dev.ashlar.graph.link.Links;
import dev.ashlar.graph.link.Use;
import dev.ashlar.plan.digest.PlanDigest;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What expressions read of the outside: it stands in the digest, and nothing else of it does. Kept
 * by what is read of, so that after a change only that is looked at again.
 */
final class Reads {
  private static final NodeId.Kind[] READABLE = {
    NodeId.Kind.RESOURCE, NodeId.Kind.LOOKUP, NodeId.Kind.IMPORT
  };

  private final Map<NodeId, List<Reference>> byReader = new HashMap<>();
  private final TreeMap<String, Target> targets = new TreeMap<>();

  /** One declaration that is read: how often each path of it, and the digest of that. */
  private static final class Target {
    final TreeMap<ValuePath, Integer> paths = new TreeMap<>();
    byte @Nullable [] digest;
  }

  /** What a declaration reads from now on. */
  void put(Node node) {
    remove(node.id());
    List<Reference> references = references(node);
    byReader.put(node.id(), references);
    for (Reference reference : references) {
      if (!reference.keysOnly()) {
        Target target = targets.computeIfAbsent(reference.root(), root -> new Target());
        target.paths.merge(reference.path(), 1, Integer::sum);
        target.digest = null;
      }
    }
  }

  /** A declaration reads nothing any more. */
  void remove(NodeId reader) {
    List<Reference> references = byReader.remove(reader);
    if (references == null) {
      return;
    }
    for (Reference reference : references) {
      Target target = targets.get(reference.root());
      if (target != null && !reference.keysOnly()) {
        target.paths.computeIfPresent(
            reference.path(), (path, count) -> count == 1 ? null : count - 1);
        target.digest = null;
        if (target.paths.isEmpty()) {
          targets.remove(reference.root());
        }
      }
    }
  }

  /** What is read of a declaration may be another value now. */
  void touch(String name) {
    Target target = targets.get(name);
    if (target != null) {
      target.digest = null;
    }
  }

  /** All that a declaration reads, each once. */
  List<Reference> of(NodeId reader) {
    return byReader.getOrDefault(reader, List.of());
  }

  /** The digest of all that is read. */
  String digest(Map<NodeId, NodeResult> results) {
    Map<String, Map<String, Value>> open = new HashMap<>();
    List<Target> read = new ArrayList<>(targets.size());
    targets.forEach(
        (name, target) -> {
          if (target.digest != null) {
            read.add(target);
            return;
          }
          NodeResult result = result(name, results);
          if (result != null) {
            open.put(name, values(target, result.root()));
            read.add(target);
          }
        });
    PlanDigest.ofRead(open)
        .forEach((name, digest) -> Objects.requireNonNull(targets.get(name)).digest = digest);
    return PlanDigest.ofObservations(
        read.stream().map(target -> Objects.requireNonNull(target.digest)).toList());
  }

  private static @Nullable NodeResult result(String name, Map<NodeId, NodeResult> results) {
    for (NodeId.Kind kind : READABLE) {
      NodeResult result = results.get(new NodeId(kind, name));
      if (result != null) {
        return result;
      }
    }
    return null;
  }

  private static Map<String, Value> values(Target target, Value root) {
    Map<String, Value> values = new TreeMap<>();
    target.paths.keySet().forEach(path -> values.put(path.toPointer(), path.in(root)));
    return values;
  }

  private static List<Reference> references(Node node) {
    Set<Reference> references = new LinkedHashSet<>();
    Links.terms(node, term -> Use.of(term).forEach(use -> references.add(use.reference())));
    return List.copyOf(references);
  }
}
