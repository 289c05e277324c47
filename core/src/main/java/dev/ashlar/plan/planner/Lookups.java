package dev.ashlar.plan.planner;

import dev.ashlar.blueprint.LookupDeclaration;
import dev.ashlar.blueprint.LookupDeclaration.Expect;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.graph.Node;
import dev.ashlar.plan.diff.Confidential;
import dev.ashlar.plan.object.Whereabouts;
import dev.ashlar.plan.problem.PlanProblems;
import dev.ashlar.plan.question.Answer;
import dev.ashlar.plan.question.Question;
import dev.ashlar.plan.view.ObjectView;
import dev.ashlar.value.Value;
import java.util.List;
import java.util.Optional;

/** What lookups find: the question, and what the answer is in expressions. */
final class Lookups {
  private final Configurations configurations;
  private final PlanRequest request;

  Lookups(Configurations configurations, PlanRequest request) {
    this.configurations = configurations;
    this.request = request;
  }

  /** The question; empty where the conditions, or the provider, are not known yet. */
  Optional<Question> question(Node.LookupNode node, Value where) {
    Whereabouts whereabouts = configurations.of(node.provider());
    if (!(where instanceof Value.MapValue map) || !map.isKnown()) {
      return Optional.empty();
    }
    LookupDeclaration declaration = node.declaration();
    return whereabouts
        .configuration()
        .map(
            configuration ->
                new Question.Search(
                    declaration.name(),
                    declaration.type(),
                    whereabouts.home(),
                    configuration,
                    map,
                    declaration.expect(),
                    Optional.of(declaration.place().start())));
  }

  /** What an answer is in expressions; unknown where it is not what was expected. */
  Value value(Node.LookupNode node, Answer answer) {
    if (!(answer instanceof Answer.Searched searched) || !problems(node, answer).isEmpty()) {
      return Value.UnknownValue.ANY;
    }
    List<Value> found = searched.objects().stream().map(seen -> view(node, seen)).toList();
    return switch (node.declaration().expect()) {
      case ONE -> found.get(0);
      case OPTIONAL -> found.isEmpty() ? Value.NULL : found.get(0);
      case MANY -> Value.list(found);
    };
  }

  /** What is known of a lookup before the walk comes to it. */
  Value known(Node.LookupNode node, StateBindings bindings) {
    return question(node, bindings.evaluate(node.where()))
        .flatMap(request.observations()::to)
        .map(answer -> value(node, answer))
        .orElse(Value.UnknownValue.ANY);
  }

  /** What is wrong with an answer. */
  List<Diagnostic> problems(Node.LookupNode node, Answer answer) {
    if (answer instanceof Answer.Unanswered none) {
      return none.diagnostics();
    }
    int count = answer instanceof Answer.Searched searched ? searched.objects().size() : 0;
    Expect expect = node.declaration().expect();
    boolean fits = expect == Expect.MANY || count == 1 || count == 0 && expect == Expect.OPTIONAL;
    return fits ? List.of() : List.of(unexpected(node.declaration(), count));
  }

  private static Diagnostic unexpected(LookupDeclaration declaration, int count) {
    String expected = declaration.expect() == Expect.ONE ? "exactly one" : "one or none";
    return Diagnostic.of(
            PlanProblems.EXPECTATION,
            "The lookup \""
                + declaration.name()
                + "\" expects "
                + expected
                + " "
                + declaration.type()
                + " and found "
                + (count == 0 ? "none" : count)
                + ". "
                + (count == 0
                    ? "Check its where, or say expect: optional."
                    : "Make its where narrower, or say expect: many."))
        .at(declaration.place().start())
        .canvas(declaration.canvas().orElse(null));
  }

  private static Value view(Node.LookupNode node, Answer.Seen seen) {
    return ObjectView.found(
        seen.identity(),
        Confidential.properties(node.schema(), seen.properties()),
        Confidential.outputs(node.schema(), seen.outputs()));
  }
}
