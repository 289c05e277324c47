package dev.ashlar.expression.cel;

import dev.ashlar.cel.common.exceptions.CelAttributeNotFoundException;
import dev.ashlar.cel.common.types.CelType;
import dev.ashlar.cel.common.types.MapType;
import dev.ashlar.cel.common.types.SimpleType;
import dev.ashlar.cel.common.values.CelValue;
import dev.ashlar.cel.common.values.NullValue;
import dev.ashlar.cel.common.values.SelectableValue;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A map or a struct that CEL takes as it is. Values become CEL's when they are read; keys are in
 * their order.
 */
@SuppressWarnings("Immutable") // Of CEL's annotation: what it holds does not change.
final class MapView extends CelValue implements SelectableValue<String>, Map<Object, Object> {
  private final Map<?, ?> raw;
  private final Reader reader;

  private final @Nullable Inward owner;

  /** A view of raw values; reading a secret among them counts in the owner. */
  MapView(Map<?, ?> raw, @Nullable Inward owner, Reader reader) {
    this.raw = raw;
    this.owner = owner;
    this.reader = reader;
  }

  /** A view of values that are CEL's already; in the order of the keys if those are texts. */
  static MapView of(Map<?, ?> values) {
    boolean texts = values.keySet().stream().allMatch(String.class::isInstance);
    return new MapView(texts ? new TreeMap<>(values) : values, null, (key, value) -> value);
  }

  /** A view of values of other maps, none of them read. */
  static MapView merged(SortedMap<String, MapView> sources) {
    SortedMap<String, Object> raw = new TreeMap<>();
    Inward owner = null;
    for (Map.Entry<String, MapView> entry : sources.entrySet()) {
      MapView source = entry.getValue();
      raw.put(entry.getKey(), Objects.requireNonNull(source.raw.get(entry.getKey())));
      owner = source.owner == null ? owner : source.owner;
    }
    return new MapView(
        raw,
        owner,
        (key, value) -> {
          MapView source = sources.get(key);
          return source == null ? null : source.get(key);
        });
  }

  /** The evaluation that reading a secret among the values counts in. */
  @Nullable Inward owner() {
    return owner;
  }

  /** Makes a raw value CEL's. */
  @FunctionalInterface
  interface Reader {
    /** The value of a key, raw or missing; null where there is none. */
    @Nullable Object read(Object key, @Nullable Object raw);
  }

  /** The values as they are, not read, in the order of their keys. */
  Map<?, ?> raw() {
    return raw;
  }

  @Override
  public Object value() {
    return this;
  }

  @Override
  public boolean isZeroValue() {
    return raw.isEmpty();
  }

  @Override
  public CelType celType() {
    return MapType.create(SimpleType.STRING, SimpleType.DYN);
  }

  @Override
  public Object select(String field) {
    Object value = get(field);
    if (value == null) {
      throw CelAttributeNotFoundException.forMissingMapKey("");
    }
    return value;
  }

  @Override
  public Optional<Object> find(String field) {
    Object value = get(field);
    return value == null || value instanceof NullValue ? Optional.empty() : Optional.of(value);
  }

  @Override
  public @Nullable Object get(Object key) {
    boolean other = raw instanceof SortedMap && !(key instanceof String);
    return other ? null : reader.read(key, raw.get(key));
  }

  @Override
  public int size() {
    return raw.size();
  }

  @Override
  public boolean isEmpty() {
    return raw.isEmpty();
  }

  @Override
  public boolean containsKey(Object key) {
    boolean other = raw instanceof SortedMap && !(key instanceof String);
    return !other && raw.containsKey(key);
  }

  @Override
  public boolean containsValue(Object value) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Object put(Object key, Object value) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Object remove(Object key) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void putAll(Map<?, ?> other) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void clear() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Set<Object> keySet() {
    return new LinkedHashSet<>(raw.keySet());
  }

  @Override
  public Collection<Object> values() {
    throw new UnsupportedOperationException();
  }

  /** CEL loops over entries for their keys; values are read only where they are asked for. */
  @Override
  public Set<Entry<Object, Object>> entrySet() {
    Set<Entry<Object, Object>> entries = new LinkedHashSet<>();
    for (Object key : raw.keySet()) {
      entries.add(new Lazy(key));
    }
    return entries;
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  /** Says nothing of the values: CEL prints arguments in its messages. */
  @Override
  public String toString() {
    return "map";
  }

  /** An entry whose value is read on demand. */
  private final class Lazy implements Entry<Object, Object> {
    private final Object key;

    Lazy(Object key) {
      this.key = key;
    }

    @Override
    public Object getKey() {
      return key;
    }

    @Override
    public Object getValue() {
      Object value = get(key);
      if (value == null) {
        throw CelAttributeNotFoundException.forMissingMapKey("");
      }
      return value;
    }

    @Override
    public Object setValue(Object value) {
      throw new UnsupportedOperationException();
    }
  }
}
