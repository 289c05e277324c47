package dev.ashlar.plan.object;

import dev.ashlar.connector.PlanRefining.Refinement;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.plan.diff.Patch;
import dev.ashlar.plan.problem.PlanProblems;
import dev.ashlar.plan.question.Answer;
import dev.ashlar.plan.question.Question;
import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.Equivalence;
import dev.ashlar.schema.OnUnset;
import dev.ashlar.schema.equivalence.Difference;
import dev.ashlar.schema.equivalence.Differences;
import dev.ashlar.schema.equivalence.Equality;
import dev.ashlar.schema.equivalence.Scope;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Bytes;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lets a connector complete a plan, where it can, and checks what it answers. */
final class Refining {
  private final ObjectInputs in;

  Refining(ObjectInputs in) {
    this.in = in;
  }

  /**
   * A completed proposal.
   *
   * @param proposal what is to be
   * @param replace properties whose change means a replacement
   * @param asked whether a connector decided which those are
   * @param opaque bytes to be kept
   * @param diagnostics what the connector said, and what is to be said of it
   */
  record Refined(
      Proposal proposal,
      Set<ValuePath> replace,
      boolean asked,
      Bytes opaque,
      List<Diagnostic> diagnostics) {}

  /** The question that is open; empty where there is none. */
  Optional<Question> open(Proposal proposal, Optional<StateObject> prior) {
    return question(proposal, prior).filter(question -> in.observations().to(question).isEmpty());
  }

  /** The completed proposal, when no question is open. */
  Refined refine(Proposal proposal, Optional<StateObject> prior) {
    Bytes opaque = prior.map(StateObject::opaque).orElse(Bytes.EMPTY);
    Optional<Answer> answer = question(proposal, prior).flatMap(in.observations()::to);
    if (answer.orElse(null) instanceof Answer.Unanswered none) {
      return new Refined(proposal, Set.of(), true, opaque, none.diagnostics());
    }
    if (!(answer.orElse(null) instanceof Answer.Refined refined)
        || refined.refinement().isEmpty()) {
      return new Refined(proposal, Set.of(), false, opaque, List.of());
    }
    Refinement refinement = refined.refinement().get();
    List<Diagnostic> diagnostics = new ArrayList<>();
    refinement.diagnostics().forEach(each -> diagnostics.add(Locating.about(in, each)));
    List<Diagnostic> breaches = breaches(proposal, refinement.planned());
    diagnostics.addAll(breaches);
    Proposal result = breaches.isEmpty() ? secret(proposal, refinement) : proposal;
    return new Refined(result, refinement.replace(), true, refinement.opaque(), diagnostics);
  }

  private Proposal secret(Proposal proposal, Refinement refinement) {
    Value.MapValue planned = refinement.planned();
    for (ValuePath path : refinement.sensitive()) {
      Value value = path.in(planned);
      if (!(value instanceof Value.NullValue)) {
        planned = Patch.set(planned, path, Value.secret(value));
      }
    }
    return proposal.refined(in.schema(), planned);
  }

  private Optional<Question> question(Proposal proposal, Optional<StateObject> prior) {
    if (!in.facts().refines().test(in.schema().type())) {
      return Optional.empty();
    }
    return in.whereabouts()
        .configuration()
        .map(
            configuration ->
                new Question.Refine(
                    in.address(),
                    in.schema().type(),
                    in.whereabouts().home(),
                    configuration,
                    in.declared(),
                    prior.map(object -> object.values().observed()),
                    proposal.planned(),
                    prior.map(StateObject::opaque).orElse(Bytes.EMPTY)));
  }

  /** What the connector must not have done. */
  private List<Diagnostic> breaches(Proposal proposal, Value.MapValue planned) {
    List<Diagnostic> breaches = new ArrayList<>();
    for (Difference difference :
        Differences.properties(in.schema(), proposal.planned(), planned, Scope.WHOLE)) {
      boolean loses = difference.before().isKnown() && !difference.after().isKnown();
      boolean changes = difference.equality() == Equality.DIFFERENT && !mayChange(difference);
      if (loses || changes) {
        breaches.add(
            Locating.about(
                in,
                Diagnostic.of(
                        PlanProblems.REFINEMENT,
                        "The connector of "
                            + in.schema().type()
                            + (loses ? " makes a known value of \"" : " plans another value for \"")
                            + difference.path()
                            + (loses
                                ? "\" unknown."
                                : "\" than was proposed, and the two do not mean the same."))
                    .in(difference.path())));
      }
    }
    return breaches;
  }

  /** Where the connector is the judge, or adds what nobody declared. */
  private static boolean mayChange(Difference difference) {
    Attribute attribute = difference.attribute();
    boolean judge =
        difference.chain().stream().anyMatch(each -> each.equivalence() == Equivalence.CONNECTOR);
    boolean cloudsOwn = attribute.computed() || attribute.onUnset() == OnUnset.KEEP;
    boolean adds = difference.before() instanceof Value.NullValue && cloudsOwn;
    return judge || adds;
  }
}
