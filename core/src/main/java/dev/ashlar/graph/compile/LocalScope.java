package dev.ashlar.graph.compile;

import dev.ashlar.expression.Scope;
import dev.ashlar.expression.Typed;
import dev.ashlar.graph.scope.RecordedScope;
import dev.ashlar.graph.scope.ScopeRecord;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/** A scope whose locals get their types one after the other: what is compiled sees those so far. */
final class LocalScope implements Scope {
  static final String ROOT = "locals";

  private final RecordedScope others;
  private final SortedMap<String, ScopeRecord.Entry> locals;

  LocalScope(RecordedScope others, SortedMap<String, ScopeRecord.Entry> locals) {
    this.others = others;
    this.locals = locals;
  }

  @Override
  public Optional<Typed> root(String name) {
    return name.equals(ROOT)
        ? Optional.of(new Typed.Struct(ROOT, new Members()))
        : others.root(name);
  }

  @Override
  public SortedSet<String> names() {
    return others.names();
  }

  private final class Members implements Typed.Attributes {
    @Override
    public Optional<Typed> attribute(String name) {
      return Optional.ofNullable(locals.get(name))
          .map(entry -> others.typed(ROOT + "." + name, entry));
    }

    @Override
    public SortedSet<String> names() {
      return new TreeSet<>(locals.keySet());
    }
  }
}
