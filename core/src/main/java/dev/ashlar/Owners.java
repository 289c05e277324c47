package dev.ashlar;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.plan.Action;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.problem.PlanProblems;
import dev.ashlar.state.State;
import dev.ashlar.state.StateObject;
import dev.ashlar.state.journal.States;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Names the environment in which an object is recorded that another one is about to take over. The
 * mark on an object tells that somebody made it; only the records tell who. They are read for such
 * plans alone, and only those of the same tenant.
 */
final class Owners {
  private final States states;

  Owners(States states) {
    this.states = states;
  }

  /** The plan, its warnings of marked objects with the name of the owner where it is found. */
  CompletableFuture<Plan> named(Plan plan) {
    if (plan.diagnostics().stream().noneMatch(Owners::isAboutMark)) {
      return CompletableFuture.completedFuture(plan);
    }
    return states
        .environments()
        .thenCompose(
            all -> {
              CompletableFuture<Plan> named = CompletableFuture.completedFuture(plan);
              for (Environment.Id other : all) {
                if (other.tenant().equals(plan.environment().tenant())
                    && !other.equals(plan.environment())) {
                  named = named.thenCombine(states.load(other), Owners::named);
                }
              }
              return named;
            });
  }

  private static Plan named(Plan plan, Checked<State> other) {
    return other.value().isEmpty()
        ? plan
        : plan.toBuilder()
            .diagnostics(
                plan.diagnostics().stream()
                    .map(each -> named(plan, other.value().get(), each))
                    .toList())
            .build();
  }

  private static Diagnostic named(Plan plan, State other, Diagnostic warning) {
    return isAboutMark(warning)
        ? adopted(plan, warning)
            .flatMap(change -> recorded(other, change))
            .map(object -> named(warning, other.environment(), object))
            .orElse(warning)
        : warning;
  }

  private static Diagnostic named(Diagnostic warning, Environment.Id owner, StateObject object) {
    String address = object.id().address().toString();
    return Diagnostic.of(
            warning.kind(),
            warning.detail()
                + " It is recorded as \""
                + address
                + "\" of the environment \""
                + owner.name()
                + "\".")
        .at(warning.location().orElse(null))
        .on(warning.address().orElse(null))
        .canvas(warning.canvas().orElse(null));
  }

  private static Optional<Change> adopted(Plan plan, Diagnostic warning) {
    return plan.changes().stream()
        .filter(change -> change.action() == Action.ADOPT)
        .filter(change -> warning.address().filter(change.address()::equals).isPresent())
        .findFirst();
  }

  private static Optional<StateObject> recorded(State other, Change adopted) {
    return other.objects().stream()
        .filter(
            object ->
                object.type().equals(adopted.type())
                    && object.identity().equals(adopted.identity())
                    && object.home().provider().equals(adopted.home().provider())
                    && object.home().scope().equals(adopted.home().scope()))
        .findFirst();
  }

  private static boolean isAboutMark(Diagnostic diagnostic) {
    return diagnostic.code().equals(PlanProblems.ADOPTED_MARKED.id());
  }
}
