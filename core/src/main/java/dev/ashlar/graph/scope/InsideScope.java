package dev.ashlar.graph.scope;

import dev.ashlar.expression.Scope;
import dev.ashlar.expression.Typed;
import java.util.Optional;
import java.util.SortedSet;

/** What is seen inside a declaration with instances: all there is, and {@code each}. */
final class InsideScope implements Scope {
  private static final String EACH = "each";

  private final RecordedScope outside;
  private final ScopeRecord.Entry each;

  InsideScope(RecordedScope outside, ScopeRecord.Entry each) {
    this.outside = outside;
    this.each = each;
  }

  @Override
  public Optional<Typed> root(String name) {
    return name.equals(EACH) ? Optional.of(outside.typed(EACH, each)) : outside.root(name);
  }

  @Override
  public SortedSet<String> names() {
    SortedSet<String> names = outside.names();
    names.add(EACH);
    return names;
  }
}
