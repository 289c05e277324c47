package dev.ashlar.graph.scope;

import dev.ashlar.expression.Scope;
import dev.ashlar.expression.Typed;
import dev.ashlar.schema.Catalog;
import dev.ashlar.value.ValueType;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** The scope that a record describes. Schemas are loaded when a name is asked for. */
public final class RecordedScope implements Scope {
  private final ScopeRecord record;
  private final Catalog catalog;

  /** What things of one type are seen as is worked out once, not for each of them. */
  private final Map<ScopeRecord.Objects, Typed> seen;

  RecordedScope(ScopeRecord record, Catalog catalog) {
    this(record, catalog, new ConcurrentHashMap<>());
  }

  private RecordedScope(ScopeRecord record, Catalog catalog, Map<ScopeRecord.Objects, Typed> seen) {
    this.record = record;
    this.catalog = catalog;
    this.seen = seen;
  }

  /** What it holds, as data. */
  public ScopeRecord record() {
    return record;
  }

  /** The same with one root more, or another one of its name. */
  public RecordedScope with(String name, ScopeRecord.Entry entry) {
    return new RecordedScope(record.with(name, entry), catalog, seen);
  }

  /** The same with {@code each} on top: for one declaration, without a copy of all the others. */
  public Scope inside(ScopeRecord.Entry each) {
    return new InsideScope(this, each);
  }

  @Override
  public Optional<Typed> root(String name) {
    ScopeRecord.Entry entry = record.roots().get(name);
    return entry == null ? Optional.empty() : Optional.of(typed(name, entry));
  }

  @Override
  public SortedSet<String> names() {
    return new TreeSet<>(record.roots().keySet());
  }

  /** The type of what an entry describes. */
  public Typed typed(String name, ScopeRecord.Entry entry) {
    if (entry instanceof ScopeRecord.Plain plain) {
      return new Typed.Plain(plain.type(), plain.secret());
    }
    if (entry instanceof ScopeRecord.Group group) {
      return new Typed.Struct(name, new Members(name, group.members()));
    }
    return seen.computeIfAbsent((ScopeRecord.Objects) entry, this::objects);
  }

  private Typed objects(ScopeRecord.Objects objects) {
    return catalog
        .schema(objects.type())
        .map(schema -> SchemaTypes.objects(schema, objects.count()))
        .orElseGet(() -> new Typed.Plain(ValueType.ANY, false));
  }

  private final class Members implements Typed.Attributes {
    private final String name;
    private final SortedMap<String, ScopeRecord.Entry> members;

    Members(String name, SortedMap<String, ScopeRecord.Entry> members) {
      this.name = name;
      this.members = members;
    }

    @Override
    public Optional<Typed> attribute(String attribute) {
      return Optional.ofNullable(members.get(attribute))
          .map(entry -> typed(name + "." + attribute, entry));
    }

    @Override
    public SortedSet<String> names() {
      return new TreeSet<>(members.keySet());
    }
  }
}
