package dev.ashlar.graph.check;

import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.graph.Node;
import dev.ashlar.graph.link.Links;
import dev.ashlar.graph.problem.GraphProblems;
import dev.ashlar.graph.problem.Report;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Warns of parameters that nothing reads. */
public final class UnusedCheck {
  private UnusedCheck() {}

  /** Checks all parameters; every term must have been compiled. */
  public static void check(Blueprint blueprint, Collection<Node> nodes, Report report) {
    if (blueprint.parameters().isEmpty()) {
      return;
    }
    Set<String> used = new HashSet<>();
    nodes.forEach(node -> used.addAll(used(node)));
    check(blueprint, used, report);
  }

  /** Checks all parameters against the names of those that are used. */
  public static void check(Blueprint blueprint, Set<String> used, Report report) {
    if (used.contains("")) {
      return;
    }
    blueprint
        .parameters()
        .forEach(
            (name, parameter) -> {
              if (!used.contains(name)) {
                report.add(
                    GraphProblems.UNUSED_PARAMETER,
                    "Nothing reads the parameter \"" + name + "\". Use it, or take it away.",
                    parameter.place());
              }
            });
  }

  /** The parameters that a node reads; an empty name where it is not said which. */
  public static Set<String> used(Node node) {
    Set<String> used = new HashSet<>();
    Links.references(
        node,
        reference -> {
          if (reference.root().equals("params")) {
            used.add(reference.path().head());
          }
        });
    return used;
  }
}
