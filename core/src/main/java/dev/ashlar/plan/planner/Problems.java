package dev.ashlar.plan.planner;

import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.graph.Node;
import dev.ashlar.value.Address;
import java.util.List;

/** Says of problems which declaration they are about. */
final class Problems {
  private Problems() {}

  static void about(Node.ResourceNode node, List<Diagnostic> problems, List<Diagnostic> into) {
    about(node, Address.of(node.declaration().name()), problems, into);
  }

  static void about(
      Node.ResourceNode node, Address address, List<Diagnostic> problems, List<Diagnostic> into) {
    for (Diagnostic problem : problems) {
      Diagnostic located =
          problem.location().isPresent() ? problem : problem.at(node.declaration().place().start());
      into.add(
          located
              .on(problem.address().orElse(address))
              .canvas(node.declaration().canvas().orElse(null)));
    }
  }
}
