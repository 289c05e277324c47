package dev.ashlar.drift;

import dev.ashlar.blueprint.Lifecycle;
import dev.ashlar.graph.Node;
import dev.ashlar.plan.diff.Confidential;
import dev.ashlar.plan.naming.OwnershipMark;
import dev.ashlar.plan.question.Answer;
import dev.ashlar.plan.question.Observations;
import dev.ashlar.plan.question.Question;
import dev.ashlar.schema.equivalence.Differences;
import dev.ashlar.schema.equivalence.Scope;
import dev.ashlar.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Somebody else's objects: they are not recorded, so they are compared with what is declared. */
final class Observed {
  private Observed() {}

  static boolean isAny(Today today) {
    return today.graph().nodes().values().stream()
        .anyMatch(node -> node instanceof Node.ResourceNode resource && isObserved(resource));
  }

  private static boolean isObserved(Node.ResourceNode node) {
    return node.declaration().lifecycle().ownership() == Lifecycle.Ownership.OBSERVE;
  }

  static List<Drift> drifts(Today today, Observations observations) {
    List<Drift> drifts = new ArrayList<>();
    observations
        .answers()
        .forEach(
            (question, answer) -> {
              if (question instanceof Question.Existing existing
                  && answer instanceof Answer.Looked looked) {
                today
                    .node(existing.address())
                    .filter(Observed::isObserved)
                    .flatMap(node -> drift(today, node, existing, looked))
                    .ifPresent(drifts::add);
              }
            });
    return drifts;
  }

  private static Optional<Drift> drift(
      Today today, Node.ResourceNode node, Question.Existing question, Answer.Looked looked) {
    List<Drift.Difference> differences = new ArrayList<>();
    looked
        .seen()
        .ifPresent(
            seen -> {
              Value.MapValue actual =
                  OwnershipMark.strip(
                      node.schema(), Confidential.properties(node.schema(), seen.properties()));
              Differences.properties(node.schema(), question.properties(), actual, Scope.DECLARED)
                  .forEach(
                      each ->
                          differences.add(
                              new Drift.Difference(
                                  each.path(),
                                  each.after(),
                                  each.before(),
                                  Optional.of(each.before()),
                                  each.before().hasSecret() || each.after().hasSecret(),
                                  today.location(question.address(), each.path()))));
            });
    if (looked.seen().isPresent() && differences.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Drift(
            question.address(),
            question.type(),
            looked.seen().isEmpty(),
            true,
            differences,
            Optional.of(node.declaration().place().start()),
            node.declaration().canvas()));
  }
}
