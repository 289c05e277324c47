package dev.ashlar.plan.resolution;

import dev.ashlar.blueprint.Term;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.expression.Bindings;
import dev.ashlar.expression.Compilation;
import dev.ashlar.expression.Scope;
import dev.ashlar.graph.CompiledTerm;
import dev.ashlar.graph.compile.Recompiler;
import dev.ashlar.graph.compile.Types;
import dev.ashlar.graph.scope.ScopeRecord;
import dev.ashlar.graph.scope.ScopeValue;
import dev.ashlar.graph.term.TermEvaluation;
import dev.ashlar.plan.Action;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.PlanContext;
import dev.ashlar.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;

/** Compiles and evaluates the terms that a plan carries, in the scope that it carries. */
final class Language {
  private final Recompiler recompiler;
  private final ScopeRecord record;
  private final Map<String, CompiledTerm> locals;

  Language(PlanContext context, Types types, BiFunction<String, Scope, Compilation> expressions) {
    this.record = ScopeValue.read(context.scope()).orElse(ScopeRecord.EMPTY);
    this.recompiler = new Recompiler(expressions, types, record);
    this.locals = recompiler.locals(context.locals()).value().orElse(new LinkedHashMap<>());
  }

  ScopeRecord record() {
    return record;
  }

  /** All named values, each after those that it reads. */
  Map<String, CompiledTerm> locals() {
    return locals;
  }

  /** The properties of a resource, or what a lookup looks for. */
  Checked<Value> properties(Change change, Value each, Term.Fields template, Bindings bindings) {
    Checked<CompiledTerm> compiled =
        change.action() == Action.READ
            ? recompiler.where(change.type(), template)
            : recompiler.properties(change.type(), template, change.each());
    return evaluate(compiled, name -> name.equals("each") ? each : bindings.root(name));
  }

  Checked<Value> configuration(PlanContext.ProviderUse use, Bindings bindings) {
    return evaluate(recompiler.configuration(use.provider(), use.configuration()), bindings);
  }

  Checked<Value> value(Term term, Bindings bindings) {
    return evaluate(recompiler.value(term), bindings);
  }

  private static Checked<Value> evaluate(Checked<CompiledTerm> compiled, Bindings bindings) {
    return compiled.diagnostics().stream().anyMatch(Diagnostic::isError)
            || compiled.value().isEmpty()
        ? Checked.refused(compiled.diagnostics())
        : TermEvaluation.evaluate(compiled.value().get(), bindings);
  }
}
