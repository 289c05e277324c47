package dev.ashlar.graph.compile;

import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.blueprint.LocalDeclaration;
import dev.ashlar.expression.Compilation;
import dev.ashlar.expression.Scope;
import dev.ashlar.graph.CompiledTerm;
import dev.ashlar.graph.dag.Dag;
import dev.ashlar.graph.link.Use;
import dev.ashlar.graph.problem.Report;
import dev.ashlar.graph.scope.PathTypes;
import dev.ashlar.graph.scope.RecordedScope;
import dev.ashlar.graph.scope.ScopeRecord;
import dev.ashlar.graph.term.Expectation;
import dev.ashlar.graph.term.SecretParts;
import dev.ashlar.graph.term.TermCompiler;
import dev.ashlar.graph.term.TermTypes;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * Compiles the named values. What one reads of others is only known once it is compiled, and its
 * type only when theirs are: so those that read others are compiled twice, the second time in
 * order.
 */
final class Locals {
  private final BiFunction<String, Scope, Compilation> expressions;
  private final Blueprint blueprint;
  private final Report report;
  private final Map<String, CompiledTerm> compiled = new HashMap<>();

  Locals(BiFunction<String, Scope, Compilation> expressions, Blueprint blueprint, Report report) {
    this.expressions = expressions;
    this.blueprint = blueprint;
    this.report = report;
  }

  private record Trial(
      LocalDeclaration local, CompiledTerm term, List<String> reads, Report report) {}

  /** The scope with the types of all locals. */
  RecordedScope compile(RecordedScope untyped) {
    Map<String, Trial> trials = new LinkedHashMap<>();
    for (LocalDeclaration local : blueprint.locals().values()) {
      Report tried = Report.empty();
      CompiledTerm term = compile(local, untyped, tried);
      trials.put(local.name(), new Trial(local, term, others(term), tried));
    }
    Dag<String> dag =
        Dag.of(trials.keySet(), name -> Objects.requireNonNull(trials.get(name)).reads());
    boolean cyclic = !dag.cycles().isEmpty();
    SortedMap<String, ScopeRecord.Entry> types = new TreeMap<>();
    Scope typed = new LocalScope(untyped, types);
    for (String name : cyclic ? dag.nodes() : dag.order()) {
      Trial trial = Objects.requireNonNull(trials.get(name));
      CompiledTerm term = trial.term();
      if (trial.reads().isEmpty() || trial.reads().contains(name) || cyclic) {
        trial.report().inOrder().forEach(report::add);
      } else {
        term = compile(trial.local(), typed, report);
      }
      compiled.put(name, term);
      types.put(name, entry(term, typed));
    }
    return untyped.with(LocalScope.ROOT, new ScopeRecord.Group(types));
  }

  CompiledTerm compiled(String name) {
    return Objects.requireNonNull(compiled.get(name));
  }

  private CompiledTerm compile(LocalDeclaration local, Scope scope, Report to) {
    return new TermCompiler(expressions, scope, to).compile(local.value(), Expectation.NOTHING);
  }

  private List<String> others(CompiledTerm term) {
    Set<String> names = new LinkedHashSet<>();
    for (Use use : Use.of(term)) {
      if (use.reference().root().equals(LocalScope.ROOT)) {
        String name = use.reference().path().head();
        if (blueprint.locals().containsKey(name)) {
          names.add(name);
        } else {
          names.addAll(blueprint.locals().keySet());
        }
      }
    }
    return List.copyOf(names);
  }

  /** Where only some parts are secret, each keeps its own type. */
  private static ScopeRecord.Entry entry(CompiledTerm term, Scope scope) {
    if (term instanceof CompiledTerm.Fields fields && SecretParts.in(term, scope)) {
      SortedMap<String, ScopeRecord.Entry> members = new TreeMap<>();
      fields.fields().forEach((key, value) -> members.put(key, entry(value, scope)));
      return new ScopeRecord.Group(members);
    }
    Optional<ScopeRecord.Entry> parts =
        term instanceof CompiledTerm.Single single
            ? PathTypes.entry(single.expression(), scope)
            : Optional.empty();
    return parts.orElseGet(
        () -> new ScopeRecord.Plain(TermTypes.type(term), SecretParts.in(term, scope)));
  }
}
