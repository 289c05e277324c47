package dev.ashlar.plan.planner;

import dev.ashlar.expression.Reference;
import dev.ashlar.graph.Node;
import dev.ashlar.graph.NodeId;
import dev.ashlar.graph.link.Links;
import dev.ashlar.plan.digest.DigestSet;
import dev.ashlar.plan.digest.PlanDigest;
import dev.ashlar.plan.digest.ReadDigest;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
  private final Map<String, Target> targets = new HashMap<>();
  private final DigestSet digests = new DigestSet();
  private Set<String> open = new HashSet<>();

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
        open.add(reference.root());
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
        open.add(reference.root());
      }
    }
  }

  /** What is read of a declaration may be another value now. */
  void touch(String name) {
    open.add(name);
  }

  /** All that a declaration reads, each once. */
  List<Reference> of(NodeId reader) {
    return byReader.getOrDefault(reader, List.of());
  }

  /** The digest of all that is read. */
  String digest(Results results) {
    if (results.isEmpty()) {
      return PlanDigest.ofObservations(new DigestSet());
    }
    ReadDigest read = new ReadDigest();
    for (String name : open) {
      Target target = targets.get(name);
      if (target != null) {
        forget(target);
        NodeResult result = result(name, results);
        if (target.paths.isEmpty()) {
          targets.remove(name);
        } else if (result != null) {
          target.digest = read.of(name, values(target, result.root()));
          digests.add(target.digest);
        }
      }
    }
    open = new HashSet<>();
    return PlanDigest.ofObservations(digests);
  }

  private void forget(Target target) {
    if (target.digest != null) {
      digests.remove(target.digest);
      target.digest = null;
    }
  }

  private static @Nullable NodeResult result(String name, Results results) {
    for (NodeId.Kind kind : READABLE) {
      NodeResult result = results.get(new NodeId(kind, name));
      if (result != null) {
        return result;
      }
    }
    return null;
  }

  private static Map<String, Value> values(Target target, Value root) {
    if (target.paths.size() == 1) {
      ValuePath only = target.paths.firstKey();
      return Map.of(only.toPointer(), only.in(root));
    }
    Map<String, Value> values = new TreeMap<>();
    target.paths.keySet().forEach(path -> values.put(path.toPointer(), path.in(root)));
    return values;
  }

  private static List<Reference> references(Node node) {
    Set<Reference> references = new LinkedHashSet<>();
    Links.references(node, references::add);
    return List.copyOf(references);
  }
}
