package dev.ashlar.graph.scope;

import com.google.common.collect.ImmutableSortedMap;
import dev.ashlar.schema.Catalog;
import dev.ashlar.value.ValueType;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a scope holds, as data: small enough to be kept in a plan, and with the catalog enough to
 * compile every expression again exactly as before.
 *
 * @param roots what each root name stands for
 */
public record ScopeRecord(SortedMap<String, Entry> roots) {
  /** Nothing. */
  public static final ScopeRecord EMPTY = new ScopeRecord(new TreeMap<>());

  /** Copies the map. */
  public ScopeRecord {
    roots = ImmutableSortedMap.copyOf(roots, Comparator.naturalOrder());
  }

  /** What a name stands for. */
  public sealed interface Entry {}

  /**
   * An ordinary value.
   *
   * @param type its type
   * @param secret whether it is always secret
   */
  public record Plain(ValueType type, boolean secret) implements Entry {}

  /**
   * Names below a name: {@code params}, {@code locals}.
   *
   * @param members what each stands for
   */
  public record Group(SortedMap<String, Entry> members) implements Entry {
    /** Copies the map. */
    public Group {
      members = ImmutableSortedMap.copyOf(members, Comparator.naturalOrder());
    }
  }

  /**
   * Objects of a resource type.
   *
   * @param type the resource type
   * @param count how many there are
   */
  public record Objects(String type, Count count) implements Entry {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Objects that && count == that.count && type.equals(that.type);
    }

    @Override
    public int hashCode() {
      return 31 * type.hashCode() + count.hashCode();
    }
  }

  /** How many objects a name stands for. */
  public enum Count {
    /** Exactly one. */
    ONE,
    /** One or none. */
    OPTIONAL,
    /** Any number, by key. */
    KEYED,
    /** Any number, in a list. */
    MANY
  }

  /** The same with one root more, or another one of its name. */
  public ScopeRecord with(String name, Entry entry) {
    SortedMap<String, Entry> more = new TreeMap<>(roots);
    more.put(name, entry);
    return new ScopeRecord(more);
  }

  /**
   * The scope to compile in.
   *
   * @param catalog the types; one that is not there any more is taken for anything
   */
  public RecordedScope scope(Catalog catalog) {
    return new RecordedScope(this, catalog);
  }
}
