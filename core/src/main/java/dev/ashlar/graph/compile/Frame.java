package dev.ashlar.graph.compile;

import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.blueprint.Inputs;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.expression.Compilation;
import dev.ashlar.expression.Scope;
import dev.ashlar.graph.link.Targets;
import dev.ashlar.graph.problem.Report;
import dev.ashlar.graph.scope.RecordedScope;
import dev.ashlar.graph.scope.ScopeRecord;
import dev.ashlar.value.keyed.Ordered;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What every declaration of a blueprint is compiled in.
 *
 * @param environment what it is of
 * @param inputs the inputs of that
 * @param schemas the schemas of all types in it
 * @param configurations the configurations of providers
 * @param locals the named values
 * @param scope the types of all root names
 * @param targets what names stand for
 * @param configured problems with configurations
 * @param named problems with named values
 */
record Frame(
    Environment environment,
    Inputs inputs,
    Schemas schemas,
    Configurations configurations,
    Locals locals,
    RecordedScope scope,
    Targets targets,
    List<Diagnostic> configured,
    List<Diagnostic> named) {

  static Frame of(
      Environment environment,
      Inputs inputs,
      BiFunction<String, Scope, Compilation> expressions,
      Types types) {
    Blueprint blueprint = environment.blueprint();
    Schemas schemas = new Schemas(blueprint, types, Report.empty());
    Report configured = Report.empty();
    Configurations configurations = new Configurations(environment, types, configured);
    Report named = Report.empty();
    Locals locals = new Locals(expressions, blueprint, named);
    RecordedScope scope =
        locals.compile(ScopeBuilder.of(environment, inputs, schemas).scope(types.catalog()));
    return new Frame(
        environment,
        inputs,
        schemas,
        configurations,
        locals,
        scope,
        new Targets(blueprint),
        configured.inOrder(),
        named.inOrder());
  }

  /** Whether only resources, outputs, moves and the values of parameters and flags are others. */
  boolean fits(Environment other, Inputs others) {
    Blueprint before = environment.blueprint();
    Blueprint after = other.blueprint();
    return same(before.parameters(), after.parameters())
        && same(before.flags(), after.flags())
        && same(before.locals(), after.locals())
        && same(before.providers(), after.providers())
        && same(before.lookups(), after.lookups())
        && same(before.imports(), after.imports())
        && same(before.components(), after.components())
        && same(environment.providers(), other.providers())
        && inputs.env().equals(others.env());
  }

  /** Whether two maps hold the very same objects in the same order. */
  private static <T> boolean same(Map<String, T> before, Map<String, T> after) {
    return Ordered.differing(before, after).filter(List::isEmpty).isPresent();
  }

  /** The same of other documents, with the names as they are. */
  Frame of(Environment other, Inputs others) {
    return new Frame(
        other, others, schemas, configurations, locals, scope, targets, configured, named);
  }

  /** The same with the names of other documents; the named values have the types they had. */
  Frame renamed(Environment other, Inputs others, Types types) {
    ScopeRecord.Entry typed =
        Objects.requireNonNull(scope.record().roots().get(LocalScope.ROOT), LocalScope.ROOT);
    RecordedScope renamed =
        ScopeBuilder.of(other, others, schemas).with(LocalScope.ROOT, typed).scope(types.catalog());
    return new Frame(
        other,
        others,
        schemas,
        configurations,
        locals,
        renamed,
        new Targets(other.blueprint()),
        configured,
        named);
  }

  /** The root names that stand for something else than in another frame. */
  Set<String> changed(Frame before) {
    // Both are sorted.
    Iterator<Map.Entry<String, ScopeRecord.Entry>> old =
        before.scope.record().roots().entrySet().iterator();
    Iterator<Map.Entry<String, ScopeRecord.Entry>> now =
        scope.record().roots().entrySet().iterator();
    Set<String> changed = new HashSet<>();
    Map.@Nullable Entry<String, ScopeRecord.Entry> was = next(old);
    Map.@Nullable Entry<String, ScopeRecord.Entry> is = next(now);
    while (was != null || is != null) {
      int order = was == null ? 1 : is == null ? -1 : was.getKey().compareTo(is.getKey());
      if (was != null && order < 0) {
        changed.add(was.getKey());
        was = next(old);
      } else if (is != null && order > 0) {
        changed.add(is.getKey());
        is = next(now);
      } else if (was != null && is != null) {
        if (!was.getValue().equals(is.getValue())) {
          changed.add(is.getKey());
        }
        was = next(old);
        is = next(now);
      }
    }
    return changed;
  }

  private static <T> @Nullable T next(Iterator<T> all) {
    return all.hasNext() ? all.next() : null;
  }
}
