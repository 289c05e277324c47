package dev.ashlar.graph.compile;

import dev.ashlar.blueprint.Term;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.expression.Compilation;
import dev.ashlar.expression.Scope;
import dev.ashlar.graph.CompiledTerm;
import dev.ashlar.graph.dag.Dag;
import dev.ashlar.graph.link.Use;
import dev.ashlar.graph.problem.Report;
import dev.ashlar.graph.scope.RecordedScope;
import dev.ashlar.graph.scope.ScopeRecord;
import dev.ashlar.graph.term.Expectation;
import dev.ashlar.graph.term.TermCompiler;
import dev.ashlar.schema.ConfigurationSchema;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValueType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * Compiles again what a plan left open, as it was compiled when it was planned: with the plan's own
 * record of the scope, and with what the schemas expect. Pure, safe for every thread.
 */
public final class Recompiler {
  private final BiFunction<String, Scope, Compilation> expressions;
  private final Types types;
  private final RecordedScope scope;

  /**
   * A compiler.
   *
   * @param expressions compiles one expression
   * @param types the resource types that exist
   * @param scope what names stand for
   */
  public Recompiler(
      BiFunction<String, Scope, Compilation> expressions, Types types, ScopeRecord scope) {
    this.expressions = expressions;
    this.types = types;
    this.scope = scope.scope(types.catalog());
  }

  /**
   * The properties of a resource.
   *
   * @param each what {@code each} is there; null where there is no {@code forEach}
   */
  public Checked<CompiledTerm> properties(String type, Term.Fields properties, Value each) {
    Expectation expected =
        types.schema(type).value().map(Expectation::properties).orElse(Expectation.NOTHING);
    return compile(properties, expected, inside(each));
  }

  /** What objects of a type are looked up by. */
  public Checked<CompiledTerm> where(String type, Term.Fields where) {
    Expectation expected =
        types
            .schema(type)
            .value()
            .map(LookupSchema::of)
            .map(Expectation::properties)
            .orElse(Expectation.NOTHING);
    return compile(where, expected, scope);
  }

  /** A configuration of a provider. */
  public Checked<CompiledTerm> configuration(String provider, Term.Fields configuration) {
    ConfigurationSchema schema = types.configuration(provider).orElse(ConfigurationSchema.EMPTY);
    return compile(configuration, Expectation.object(schema.attributes()), scope);
  }

  /** An output, or whatever else nothing is expected of. */
  public Checked<CompiledTerm> value(Term term) {
    return compile(term, Expectation.NOTHING, scope);
  }

  /** All named values, each after those that it reads. */
  public Checked<Map<String, CompiledTerm>> locals(Map<String, Term> locals) {
    Report report = Report.empty();
    Map<String, CompiledTerm> compiled = new TreeMap<>();
    TermCompiler compiler = new TermCompiler(expressions, scope, report);
    locals.forEach((name, term) -> compiled.put(name, compiler.compile(term, Expectation.NOTHING)));
    Map<String, CompiledTerm> ordered = new LinkedHashMap<>();
    Dag<String> dag =
        Dag.of(
            compiled.keySet(), name -> reads(Objects.requireNonNull(compiled.get(name)), locals));
    for (String name : dag.cycles().isEmpty() ? dag.order() : List.<String>of()) {
      ordered.put(name, Objects.requireNonNull(compiled.get(name)));
    }
    return Checked.of(ordered, report.inOrder());
  }

  private static List<String> reads(CompiledTerm term, Map<String, Term> locals) {
    return Use.of(term).stream()
        .map(Use::reference)
        .filter(reference -> reference.root().equals(LocalScope.ROOT))
        .map(reference -> reference.path().head())
        .filter(locals::containsKey)
        .toList();
  }

  private Checked<CompiledTerm> compile(Term term, Expectation expected, Scope inside) {
    Report report = Report.empty();
    CompiledTerm compiled = new TermCompiler(expressions, inside, report).compile(term, expected);
    return Checked.of(compiled, report.inOrder());
  }

  /** The values of other instances are not there any more, so nothing is said of their type. */
  private Scope inside(Value each) {
    if (each instanceof Value.NullValue) {
      return scope;
    }
    return scope.inside(
        new ScopeRecord.Group(
            new TreeMap<>(
                Map.of(
                    "key",
                    new ScopeRecord.Plain(ValueType.STRING, false),
                    "value",
                    new ScopeRecord.Plain(ValueType.ANY, each.hasSecret())))));
  }
}
