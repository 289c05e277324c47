package dev.ashlar.plan.planner;

import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.plan.Action;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.PlanMode;
import dev.ashlar.plan.question.Question;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Address;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Works out what a plan does, by its purpose. */
final class Drafting {
  private final Groundwork ground;
  private final List<Change> changes = new ArrayList<>();
  private final LinkedHashSet<Question> questions;
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private int unchanged;

  private Drafting(Groundwork ground, Set<Question> refreshes) {
    this.ground = ground;
    this.questions = new LinkedHashSet<>(refreshes);
  }

  static Draft draft(Kept kept, Groundwork ground) {
    Set<Question> refreshes = kept.refreshed() ? Set.of() : refreshes(ground);
    kept.refreshed(refreshes.isEmpty());
    return switch (ground.request().mode().purpose()) {
      case APPLY -> apply(kept, ground, refreshes, Rulings.NONE);
      case DESTROY -> new Drafting(ground, refreshes).destroy();
      case REPAIR -> new Drafting(ground, refreshes).of(Repairing.plan(ground));
      case ACCEPT -> new Drafting(ground, refreshes).of(Accepting.plan(ground));
      case ROLLBACK -> new Drafting(ground, refreshes).back(RollingBack.plan(ground));
    };
  }

  /** Makes things as declared; again, where something turns out that must not be touched. */
  private static Draft apply(
      Kept kept, Groundwork ground, Set<Question> refreshes, Rulings rulings) {
    Drafting drafting = new Drafting(ground, refreshes);
    Results results = kept.walk(ground, rulings);
    results.forEachSpeaking(drafting::add);
    drafting.unchanged = results.unchanged();
    if (!drafting.questions.isEmpty()) {
      return drafting.done(Outputs.kept(ground.request()), results);
    }
    Leftovers.Removals removals = kept.removals(ground);
    drafting.changes.addAll(removals.changes());
    drafting.diagnostics.addAll(removals.diagnostics());
    Withheld.Remaining remaining = Withheld.withhold(ground, List.copyOf(drafting.changes));
    Set<Address> tied = Tied.find(drafting.changes);
    if (!rulings.covers(remaining.hold(), tied)) {
      return apply(kept, ground, refreshes, rulings.and(remaining.hold(), tied));
    }
    if (stuck(remaining.changes())) {
      if (!rulings.decisive() && !rulings.held().isEmpty()) {
        // Nothing else can be done first: what is undecided is replaced.
        return apply(kept, ground, refreshes, Rulings.DECISIVE);
      }
      drafting.diagnostics.addAll(NoProgress.problems(remaining.changes()));
    }
    drafting.changes.clear();
    drafting.changes.addAll(Lasting.mark(remaining.changes()));
    Outputs outputs = Outputs.of(ground, results);
    drafting.diagnostics.addAll(outputs.diagnostics());
    drafting.diagnostics.addAll(Parameters.refusals(ground.request()));
    return drafting.done(outputs, results);
  }

  /** Whether there is work, and none of it can be done in this round. */
  private static boolean stuck(List<Change> changes) {
    return !changes.isEmpty()
        && changes.stream().allMatch(change -> change.action() == Action.DEFERRED);
  }

  private Draft destroy() {
    if (questions.isEmpty()) {
      Leftovers.Removals removals = Leftovers.all(ground);
      changes.addAll(removals.changes());
      diagnostics.addAll(removals.diagnostics());
    }
    boolean everything =
        ground.request().mode().targets().isEmpty() && ground.request().mode().excluded().isEmpty();
    return done(
        everything ? Outputs.none(ground.request()) : Outputs.kept(ground.request()), Results.NONE);
  }

  private Draft of(NodeResult result) {
    add(result);
    unchanged = result.unchanged();
    return done(Outputs.kept(ground.request()), Results.NONE);
  }

  private Draft back(RollingBack.Undone undone) {
    add(undone.result());
    unchanged = undone.result().unchanged();
    return new Draft(
        List.copyOf(changes),
        unchanged,
        questions,
        List.copyOf(diagnostics),
        undone.outputs(),
        Results.NONE,
        Optional.of(undone.restoration()));
  }

  private void add(NodeResult result) {
    changes.addAll(result.changes());
    questions.addAll(result.questions());
    diagnostics.addAll(result.diagnostics());
  }

  /** All recorded objects at once, before anything that follows from them. */
  private static Set<Question> refreshes(Groundwork ground) {
    if (!ground.request().mode().refresh()) {
      return Set.of();
    }
    boolean all = ground.request().mode().purpose() == PlanMode.Purpose.ROLLBACK;
    Set<Question> open = new LinkedHashSet<>();
    for (StateObject object : ground.request().state().current().values()) {
      if (all || ground.selection().includes(object.id().address())) {
        Optional<Question> question = ground.refresh(object);
        if (question.isPresent() && ground.request().observations().to(question.get()).isEmpty()) {
          open.add(question.get());
        }
      }
    }
    return open;
  }

  private Draft done(Outputs outputs, Results results) {
    List<Diagnostic> all = new ArrayList<>(ground.selection().diagnostics());
    all.addAll(ground.moves().diagnostics());
    all.addAll(diagnostics);
    return new Draft(
        List.copyOf(changes),
        unchanged,
        questions,
        List.copyOf(all),
        outputs,
        results,
        Optional.empty());
  }
}
