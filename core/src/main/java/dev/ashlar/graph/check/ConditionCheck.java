package dev.ashlar.graph.check;

import dev.ashlar.blueprint.Term;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.graph.CompiledTerm;
import dev.ashlar.graph.problem.GraphProblems;
import dev.ashlar.graph.problem.Report;
import dev.ashlar.graph.term.Expectation;
import dev.ashlar.graph.term.Places;
import dev.ashlar.graph.term.TermCompiler;
import dev.ashlar.graph.term.TermTypes;
import dev.ashlar.value.ValuePath;
import dev.ashlar.value.ValueType;

/** A condition is true or false, and no secret. */
public final class ConditionCheck {
  private ConditionCheck() {}

  /**
   * Compiles and checks a condition.
   *
   * @param what the key that it stands under
   */
  public static CompiledTerm compile(String what, Term term, TermCompiler compiler, Report report) {
    CompiledTerm compiled = compiler.compile(term, Expectation.NOTHING);
    ValueType type = TermTypes.type(compiled);
    if (type != ValueType.BOOLEAN && type != ValueType.ANY) {
      report.add(
          Diagnostic.of(
                  GraphProblems.NOT_BOOLEAN,
                  "\"" + what + "\" must be true or false, but is of type " + type + ".")
              .at(Places.of(term, ValuePath.ROOT)));
    }
    SecretCheck.decision(what, compiled, compiler.scope(), report);
    return compiled;
  }
}
