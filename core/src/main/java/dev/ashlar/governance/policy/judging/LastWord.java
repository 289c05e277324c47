package dev.ashlar.governance.policy.judging;

import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.execution.step.Clearance;
import dev.ashlar.governance.policy.PolicyProblems;
import dev.ashlar.governance.policy.VerdictDiagnostics;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.Verdict;
import dev.ashlar.plan.Verdict.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides what was undecided, just before each change is made: with its values as they are by then,
 * and in the graph as it is by then. What still cannot be decided is not allowed. For one run.
 */
public final class LastWord implements Clearance {
  private final Judging judging;
  private final Map<String, Set<String>> undecided = new HashMap<>();
  private final Set<String> ofTheWhole;

  /**
   * Of a plan.
   *
   * @param judging what has judged the plan last
   * @param judged the plan with its verdicts
   */
  public LastWord(Judging judging, Plan judged) {
    this.judging = judging;
    for (Change change : judged.changes()) {
      Set<String> names = undecided(change.policies());
      if (!names.isEmpty()) {
        undecided.put(change.id(), names);
      }
    }
    this.ofTheWhole = undecided(judged.policies());
  }

  private static Set<String> undecided(List<Verdict> verdicts) {
    Set<String> names = new HashSet<>();
    for (Verdict verdict : verdicts) {
      if (verdict.outcome() == Outcome.UNDECIDED) {
        names.add(verdict.name());
      }
    }
    return names;
  }

  @Override
  public List<Diagnostic> lastWord(Change planned, Change resolved) {
    boolean opened = !planned.planned().isKnown();
    if (opened && judging.rulebook().readsTheGraph()) {
      judging.view().put(resolved);
    }
    Set<String> own = undecided.getOrDefault(planned.id(), Set.of());
    if (own.isEmpty() && (ofTheWhole.isEmpty() || !opened)) {
      return List.of();
    }
    judging.begin();
    List<Diagnostic> said = new ArrayList<>();
    Subject subject = new Subject(resolved, judging.state());
    for (Asked asked : judging.rulebook().of(resolved.type())) {
      if (own.contains(asked.name()) && asked.isAbout(resolved)) {
        judging
            .verdict(asked, Optional.of(subject))
            .flatMap(verdict -> said(verdict, Optional.of(resolved)))
            .ifPresent(said::add);
      }
    }
    for (Asked asked : judging.rulebook().ofTheWhole()) {
      if (opened && ofTheWhole.contains(asked.name())) {
        judging
            .verdict(asked, Optional.empty())
            .filter(verdict -> verdict.outcome() != Outcome.UNDECIDED)
            .flatMap(verdict -> said(verdict, Optional.of(resolved)))
            .ifPresent(said::add);
      }
    }
    return said;
  }

  /** What wants an approval has it: it was asked for before anything was begun. */
  private static Optional<Diagnostic> said(Verdict verdict, Optional<Change> change) {
    return switch (verdict.outcome()) {
      case DENY, WARN -> Optional.of(VerdictDiagnostics.of(verdict, change));
      case UNDECIDED ->
          verdict.severity() == Verdict.Severity.DENY
              ? Optional.of(VerdictDiagnostics.of(PolicyProblems.STILL_UNDECIDED, verdict, change))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  /** Whether any policy has to be decided while the plan is applied. */
  public boolean isNeeded() {
    return !undecided.isEmpty() || !ofTheWhole.isEmpty();
  }
}
