package dev.ashlar.plan.instance;

import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.expression.Bindings;
import dev.ashlar.graph.CompiledTerm;
import dev.ashlar.graph.term.TermEvaluation;
import dev.ashlar.plan.problem.PlanProblems;
import dev.ashlar.value.Value;
import java.util.List;

/**
 * What a term that is to be true or false came to.
 *
 * @param state true, false, or not known
 * @param diagnostics why it is neither
 */
public record Condition(State state, List<Diagnostic> diagnostics) {
  /** It does not hold. */
  public static final Condition FALSE = new Condition(State.FALSE, List.of());

  /** True, false, or not known. */
  public enum State {
    /** It holds. */
    TRUE,
    /** It does not. */
    FALSE,
    /** Only applying will tell. */
    UNKNOWN,
    /** It is neither. */
    FAILED
  }

  /** Copies the list. */
  public Condition {
    diagnostics = List.copyOf(diagnostics);
  }

  /** Evaluates a condition. */
  public static Condition of(CompiledTerm term, Bindings bindings) {
    Checked<Value> checked = TermEvaluation.evaluate(term, bindings);
    if (checked.value().isEmpty()) {
      return new Condition(State.FAILED, checked.diagnostics());
    }
    Value value = checked.value().get();
    if (value instanceof Value.BoolValue bool) {
      return new Condition(bool.bool() ? State.TRUE : State.FALSE, List.of());
    }
    if (value instanceof Value.UnknownValue) {
      return new Condition(State.UNKNOWN, List.of());
    }
    String what = value.hasSecret() ? "secret" : "neither true nor false";
    return new Condition(
        State.FAILED,
        List.of(
            Diagnostic.of(PlanProblems.BAD_CONDITION, "This condition is " + what + ".")
                .at(term.term().place().start())));
  }
}
