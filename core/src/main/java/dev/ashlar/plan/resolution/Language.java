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
import dev.ashlar.graph.link.Use;
import dev.ashlar.graph.scope.ScopeRecord;
import dev.ashlar.graph.scope.ScopeRecord.Count;
import dev.ashlar.graph.scope.ScopeValue;
import dev.ashlar.graph.term.TermEvaluation;
import dev.ashlar.plan.Action;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.PlanContext;
import dev.ashlar.value.Address;
import dev.ashlar.value.Value;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Compiles and evaluates the terms that a plan carries, in the scope that it carries. What many
 * changes share is compiled once. For one thread at a time.
 */
final class Language {
  static final String LOCALS = "locals";

  /** Roots whose values do not depend on what is recorded. */
  private static final Set<String> FIXED = Set.of("params", "env", "flags", LOCALS);

  private final Recompiler recompiler;
  private final ScopeRecord record;
  private final Map<String, CompiledTerm> locals;
  private final boolean localsAreFixed;
  private final IdentityHashMap<Term, Checked<CompiledTerm>> shared = new IdentityHashMap<>();
  private final Map<Template, Checked<CompiledTerm>> templates = new HashMap<>();

  /**
   * What the objects of a {@code forEach} share.
   *
   * @param declaration their declaration
   * @param open the names of the properties that are evaluated
   * @param secret whether {@code each} holds a secret
   */
  private record Template(Address declaration, Set<String> open, boolean secret) {}

  Language(PlanContext context, Types types, BiFunction<String, Scope, Compilation> expressions) {
    this.record = ScopeValue.read(context.scope()).orElse(ScopeRecord.EMPTY);
    this.recompiler = new Recompiler(expressions, types, record);
    this.locals = recompiler.locals(context.locals()).value().orElse(new LinkedHashMap<>());
    this.localsAreFixed = locals.values().stream().allMatch(Language::isFixed);
  }

  private static boolean isFixed(CompiledTerm term) {
    return Use.of(term).stream().allMatch(use -> FIXED.contains(use.reference().root()));
  }

  /** How many objects a name stands for; empty for a name of anything else. */
  Optional<Count> count(String name) {
    return record.roots().get(name) instanceof ScopeRecord.Objects objects
        ? Optional.of(objects.count())
        : Optional.empty();
  }

  boolean isKeyed(String name) {
    return count(name).equals(Optional.of(Count.KEYED));
  }

  /** All named values, each after those that it reads. */
  Map<String, CompiledTerm> locals() {
    return locals;
  }

  /** Whether no named value depends on what is recorded. */
  boolean localsAreFixed() {
    return localsAreFixed;
  }

  /** The properties of a resource, or what a lookup looks for. */
  Checked<Value> properties(Change change, Value each, Term.Fields template, Bindings bindings) {
    return evaluate(
        compiled(change, template), name -> name.equals("each") ? each : bindings.root(name));
  }

  private Checked<CompiledTerm> compiled(Change change, Term.Fields template) {
    if (change.action() == Action.READ) {
      return recompiler.where(change.type(), template);
    }
    boolean alone = change.address().key().isEmpty() || change.each() instanceof Value.NullValue;
    if (alone) {
      return recompiler.properties(change.type(), template, change.each());
    }
    return templates.computeIfAbsent(
        new Template(
            change.address().declaration(), template.fields().keySet(), change.each().hasSecret()),
        any -> recompiler.properties(change.type(), template, change.each()));
  }

  Checked<Value> configuration(PlanContext.ProviderUse use, Bindings bindings) {
    return evaluate(
        shared.computeIfAbsent(
            use.configuration(),
            term -> recompiler.configuration(use.provider(), use.configuration())),
        bindings);
  }

  /** A value that is evaluated again and again. */
  Checked<Value> value(Term term, Bindings bindings) {
    return evaluate(shared.computeIfAbsent(term, recompiler::value), bindings);
  }

  private static Checked<Value> evaluate(Checked<CompiledTerm> compiled, Bindings bindings) {
    return compiled.diagnostics().stream().anyMatch(Diagnostic::isError)
            || compiled.value().isEmpty()
        ? Checked.refused(compiled.diagnostics())
        : TermEvaluation.evaluate(compiled.value().get(), bindings);
  }
}
