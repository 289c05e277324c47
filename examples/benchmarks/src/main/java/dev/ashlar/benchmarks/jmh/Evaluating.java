package dev.ashlar.benchmarks.jmh;

import dev.ashlar.blueprint.Expression;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.expression.Expressions;
import dev.ashlar.expression.Limits;
import dev.ashlar.expression.Scope;
import dev.ashlar.expression.Typed;
import dev.ashlar.graph.CompiledTerm;
import dev.ashlar.graph.problem.Report;
import dev.ashlar.graph.term.Expectation;
import dev.ashlar.graph.term.TermCompiler;
import dev.ashlar.graph.term.TermEvaluation;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValueType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.Warmup;

/** What happens to one property: compiled, bound to its names, evaluated. */
@org.openjdk.jmh.annotations.State(org.openjdk.jmh.annotations.Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@SuppressWarnings("NullAway.Init") // What @Setup sets.
public class Evaluating {

  /** What stands between the braces. */
  public enum Kind {
    /** One plain reference. */
    REFERENCE(cel("db.Endpoint")),
    /** A text around two plain references. */
    INTERPOLATION(Expression.text("postgres://", cel("db.Endpoint"), "/", cel("db.Name"))),
    /** What only CEL can say. */
    CEL(cel("db.Ports.filter(port, port > 1000).map(port, port + 1)"));

    @SuppressWarnings("ImmutableEnumChecker") // Expressions are never altered.
    private final Expression<?> expression;

    Kind(Expression<?> expression) {
      this.expression = expression;
    }
  }

  private static Expression<String> cel(String text) {
    return Expression.cel(text, String.class);
  }

  /** Names that stand for anything. */
  private record Names(Map<String, Value> values) implements Scope {
    @Override
    public Optional<Typed> root(String name) {
      return values.containsKey(name)
          ? Optional.of(new Typed.Plain(ValueType.ANY, false))
          : Optional.empty();
    }

    @Override
    public SortedSet<String> names() {
      return new TreeSet<>(values.keySet());
    }
  }

  /** Which expression. */
  @Param public Kind kind;

  private final Names names =
      new Names(
          Map.of(
              "db",
              Value.map(
                  Map.of(
                      "Endpoint",
                      Value.of("db.example:5432"),
                      "Name",
                      Value.of("orders"),
                      "Ports",
                      Value.list(List.of(Value.of(80), Value.of(5432), Value.of(8080)))))));

  private Expressions known;
  private CompiledTerm compiled;

  /** Compiles once: from then on, the shape is known. */
  @Setup
  public void know() {
    known = new Expressions(Limits.STANDARD, System::nanoTime);
    compiled = compile(known);
    Checked<Value> value = evaluate();
    if (!value.isSound() || !value.orThrow().isKnown()) {
      throw new IllegalStateException(value.diagnostics().toString());
    }
  }

  private CompiledTerm compile(Expressions expressions) {
    return new TermCompiler(expressions::compile, names, Report.empty())
        .compile(kind.expression.term(), Expectation.NOTHING);
  }

  /** Compiles a shape that was never seen. */
  @Benchmark
  public CompiledTerm compile() {
    return compile(new Expressions(Limits.STANDARD, System::nanoTime));
  }

  /** Binds a shape that is known to the names that are used here. */
  @Benchmark
  public CompiledTerm bind() {
    return compile(known);
  }

  /** Evaluates what is compiled and bound. */
  @Benchmark
  public Checked<Value> evaluate() {
    return TermEvaluation.evaluate(compiled, name -> names.values.getOrDefault(name, Value.NULL));
  }
}
