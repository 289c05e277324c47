package dev.ashlar.testkit;

import dev.ashlar.Workspace;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.execution.Outcome;
import dev.ashlar.execution.Run;
import dev.ashlar.plan.Plan;
import dev.ashlar.state.State;
import java.util.Collection;

/**
 * Assertions in the words of plans, runs and states. They live beside AssertJ's own static import.
 * Addresses are written as a plan shows them ({@code uploads["a"]}), properties as pointers ({@code
 * /Tags/0}).
 *
 * @since 0.1
 */
public final class AshlarAssertions {
  private AshlarAssertions() {}

  /** About a plan. */
  public static PlanAssert assertThat(Plan plan) {
    return new PlanAssert(plan);
  }

  /** About how a run ended. */
  public static OutcomeAssert assertThat(Outcome outcome) {
    return new OutcomeAssert(outcome);
  }

  /** About a run and its events; waits for its end. */
  public static RunAssert assertThat(Run run) {
    return RunAssert.of(run);
  }

  /** About recorded objects. */
  public static StateAssert assertThat(State state) {
    return new StateAssert(state);
  }

  /** About an environment: it is asked for what the assertion needs. */
  public static WorkspaceAssert assertThat(Workspace workspace) {
    return new WorkspaceAssert(workspace);
  }

  /** About problems and warnings. */
  public static DiagnosticsAssert assertThatDiagnostics(Collection<Diagnostic> diagnostics) {
    return new DiagnosticsAssert(diagnostics);
  }
}
