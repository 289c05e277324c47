package dev.ashlar.graph.scope;

import dev.ashlar.graph.scope.ScopeRecord.Count;
import dev.ashlar.graph.scope.ScopeRecord.Entry;
import dev.ashlar.value.Value;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A scope's record as a value, so that it can be written wherever values are: a type is an unknown
 * of that type, secret where the value always is.
 */
public final class ScopeValue {
  private static final String PLAIN = "plain";
  private static final String SECRET = "secret";
  private static final String GROUP = "group";
  private static final String OBJECTS = "objects";
  private static final String COUNT = "count";

  /** Most names stand for objects of a few types. */
  private final Map<ScopeRecord.Objects, Value> shared = new HashMap<>();

  private ScopeValue() {}

  /** The value of a record. */
  public static Value.MapValue of(ScopeRecord record) {
    return new ScopeValue().group(record.roots());
  }

  private Value.MapValue group(SortedMap<String, Entry> members) {
    TreeMap<String, Value> values = new TreeMap<>();
    members.forEach((name, entry) -> values.put(name, value(entry)));
    return Value.map(values);
  }

  private Value value(Entry entry) {
    if (entry instanceof ScopeRecord.Plain plain) {
      return Value.map(
          Map.of(PLAIN, Value.unknown(plain.type()), SECRET, Value.of(plain.secret())));
    }
    if (entry instanceof ScopeRecord.Group group) {
      return Value.map(Map.of(GROUP, group(group.members())));
    }
    return shared.computeIfAbsent((ScopeRecord.Objects) entry, ScopeValue::objects);
  }

  private static Value objects(ScopeRecord.Objects objects) {
    return Value.map(
        Map.of(
            OBJECTS,
            Value.of(objects.type()),
            COUNT,
            Value.of(objects.count().name().toLowerCase(Locale.ROOT))));
  }

  /** The record of a value; empty where it is not one. */
  public static Optional<ScopeRecord> read(Value value) {
    return members(value).map(ScopeRecord::new);
  }

  private static Optional<SortedMap<String, Entry>> members(Value value) {
    if (!(value instanceof Value.MapValue map)) {
      return Optional.empty();
    }
    SortedMap<String, Entry> members = new TreeMap<>();
    for (Map.Entry<String, Value> member : map.entries().entrySet()) {
      Optional<Entry> entry =
          member.getValue() instanceof Value.MapValue content ? entry(content) : Optional.empty();
      if (entry.isEmpty()) {
        return Optional.empty();
      }
      members.put(member.getKey(), entry.get());
    }
    return Optional.of(members);
  }

  private static Optional<Entry> entry(Value.MapValue content) {
    if (content.get(PLAIN) instanceof Value.UnknownValue plain) {
      boolean secret = content.get(SECRET).equals(Value.BoolValue.TRUE);
      return Optional.of(new ScopeRecord.Plain(plain.type(), secret));
    }
    if (content.get(GROUP) instanceof Value.MapValue group) {
      return members(group).map(ScopeRecord.Group::new);
    }
    if (!(content.get(OBJECTS) instanceof Value.TextValue type)) {
      return Optional.empty();
    }
    String written = content.get(COUNT).toString();
    for (Count count : Count.values()) {
      if (count.name().toLowerCase(Locale.ROOT).equals(written)) {
        return Optional.of(new ScopeRecord.Objects(type.text(), count));
      }
    }
    return Optional.empty();
  }
}
