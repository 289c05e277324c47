package dev.ashlar.expression.cel;

import dev.ashlar.cel.runtime.CelEvaluationException;
import dev.ashlar.expression.Bindings;
import dev.ashlar.expression.CompiledExpression;
import dev.ashlar.expression.Evaluation;
import dev.ashlar.expression.ExpressionProblems;
import dev.ashlar.expression.Problem;
import dev.ashlar.expression.Reference;
import dev.ashlar.expression.function.Refusal;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValueType;
import java.util.Set;

/** An expression that CEL evaluates: a program that it shares, and what fills its parameters. */
record CelExpression(String text, Shape shape, Program program) implements CompiledExpression {
  @Override
  public ValueType type() {
    return program.type();
  }

  @Override
  public boolean secret() {
    return shape.secret();
  }

  @Override
  public Set<Reference> references() {
    return shape.references();
  }

  @Override
  public Evaluation evaluate(Bindings bindings) {
    Run run = new Run(shape.slots(), bindings);
    try {
      Object made =
          program.program().trace(run::find, new Meter(program.limits(), program.nanos()));
      return result(run, made);
    } catch (CelEvaluationException e) {
      return new Evaluation.Failed(Faults.problem(e, shape, run));
    } catch (Exhausted e) {
      return failed(new Problem(ExpressionProblems.LIMIT, e.detail(), 0));
    } catch (StackOverflowError e) {
      return failed(new Problem(ExpressionProblems.LIMIT, "The values nest too deep.", 0));
    } catch (Refusal refusal) {
      return failed(new Problem(refusal.code(), refusal.detail(), 0));
    }
  }

  private static Evaluation failed(Problem problem) {
    return new Evaluation.Failed(problem);
  }

  private Evaluation result(Run run, Object made) {
    if (made == Omission.OMIT) {
      return new Evaluation.Omitted();
    }
    boolean unknown = Unknowns.is(made);
    Value value =
        unknown
            ? Value.unknown(program.type())
            : Outward.result(program.limits().memory()).of(made);
    // An unknown result was not evaluated far enough to have read all that it depends on.
    boolean secret =
        shape.secret()
            || run.inward().touched()
            || unknown && (shape.maySecret() || run.holdsSecret());
    return new Evaluation.Evaluated(secret ? Value.secret(value) : value);
  }
}
