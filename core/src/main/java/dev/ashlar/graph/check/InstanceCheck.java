package dev.ashlar.graph.check;

import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.expression.path.Plain;
import dev.ashlar.graph.Node;
import dev.ashlar.graph.NodeId;
import dev.ashlar.graph.link.Links;
import dev.ashlar.graph.link.Targets;
import dev.ashlar.graph.link.Use;
import dev.ashlar.graph.problem.DidYouMean;
import dev.ashlar.graph.problem.GraphProblems;
import dev.ashlar.graph.problem.Report;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An instance that is referred to by its key exists, where the keys are known before anything is
 * evaluated.
 */
public final class InstanceCheck {
  private final Targets targets;
  private final Map<NodeId, Set<String>> keys;

  /**
   * A check.
   *
   * @param targets what names stand for
   * @param keys of each resource whose keys are known before anything is evaluated
   */
  public InstanceCheck(Targets targets, Map<NodeId, Set<String>> keys) {
    this.targets = targets;
    this.keys = keys;
  }

  /** Checks all references of all nodes. */
  public static void check(Collection<Node> nodes, Targets targets, Report report) {
    Map<NodeId, Set<String>> keys = new HashMap<>();
    for (Node node : nodes) {
      keys(node).ifPresent(known -> keys.put(node.id(), known));
    }
    if (!keys.isEmpty()) {
      InstanceCheck check = new InstanceCheck(targets, keys);
      nodes.forEach(node -> check.check(node, report));
    }
  }

  /** The keys of a node's instances, where they are known before anything is evaluated. */
  public static Optional<Set<String>> keys(Node node) {
    return node instanceof Node.ResourceNode resource
        ? resource.forEach().flatMap(ForEachCheck::keys)
        : Optional.empty();
  }

  /** Checks all references of a node. */
  public void check(Node node, Report report) {
    Report about = report.about(node);
    Links.terms(node, term -> Use.of(term).forEach(use -> check(use, about)));
  }

  /** A path that asks whether there is such an instance is none that must lead somewhere. */
  private void check(Use use, Report about) {
    String key = use.reference().path().head();
    NodeId target = targets.root(use.reference().root()).orElse(null);
    Set<String> known = target == null ? null : keys.get(target);
    if (known == null
        || key.isEmpty()
        || known.contains(key)
        || Plain.path(use.term().expression()).isEmpty()) {
      return;
    }
    String name = use.reference().root();
    about.add(
        Diagnostic.of(
                GraphProblems.UNKNOWN_INSTANCE,
                "\""
                    + name
                    + "\" has no instance \""
                    + key
                    + "\". Its instances are "
                    + String.join(", ", known.stream().sorted().limit(10).toList())
                    + (known.size() > 10 ? " and more" : "")
                    + DidYouMean.ending(key, known))
            .at(use.location())
            .in(use.path()));
  }
}
