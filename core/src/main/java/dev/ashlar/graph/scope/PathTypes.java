package dev.ashlar.graph.scope;

import dev.ashlar.expression.CompiledExpression;
import dev.ashlar.expression.Scope;
import dev.ashlar.expression.Typed;
import dev.ashlar.expression.path.Plain;
import dev.ashlar.expression.path.Resolution;
import dev.ashlar.expression.path.Types;
import dev.ashlar.expression.path.Typing;
import dev.ashlar.value.ValueType;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an expression that is a path leads to: more than the type of its value, for parts of that
 * can be secret.
 */
public final class PathTypes {
  /** Deeper than this, a part is secret or not as a whole. */
  private static final int DEPTH = 3;

  private PathTypes() {}

  /** The type at the end of the path; empty where the expression is no path. */
  public static Optional<Typed> of(CompiledExpression expression, Scope scope) {
    return Plain.path(expression.text())
        .flatMap(
            path ->
                new Typing(scope).resolve(path) instanceof Resolution.Resolved resolved
                    ? Optional.of(resolved.type())
                    : Optional.empty());
  }

  /** Whether the value, or a part of it, is secret whatever it is. */
  public static boolean hidesSecret(CompiledExpression expression, Scope scope) {
    return expression.secret()
        || of(expression, scope).filter(type -> Types.isSecret(type, true)).isPresent();
  }

  /** The same type as data, under which it can be had by another name. */
  public static Optional<ScopeRecord.Entry> entry(CompiledExpression expression, Scope scope) {
    return of(expression, scope)
        .filter(type -> Types.isSecret(type, true))
        .map(type -> entry(type, 0));
  }

  private static ScopeRecord.Entry entry(Typed type, int depth) {
    if (!(type instanceof Typed.Struct struct) || depth == DEPTH) {
      return type instanceof Typed.Plain plain
          ? new ScopeRecord.Plain(plain.type(), plain.secret())
          : new ScopeRecord.Plain(Types.value(type), Types.isSecret(type, true));
    }
    SortedMap<String, ScopeRecord.Entry> members = new TreeMap<>();
    for (String name : struct.attributes().names()) {
      Typed member =
          struct.attributes().attribute(name).orElse(new Typed.Plain(ValueType.ANY, false));
      members.put(name, entry(member, depth + 1));
    }
    return new ScopeRecord.Group(members);
  }
}
