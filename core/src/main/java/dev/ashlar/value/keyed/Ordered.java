package dev.ashlar.value.keyed;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * An immutable map in the order in which its entries were given. Another value for a key makes
 * another map, which shares all but a few nodes with this one; so both costs next to nothing, and
 * what differs between two such maps is found at the price of what differs.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
public final class Ordered<K, V> extends AbstractMap<K, V> {
  private final KeyOrder<K> order;
  private final Row<V> row;

  private Ordered(KeyOrder<K> order, Row<V> row) {
    this.order = order;
    this.row = row;
  }

  /** A copy of a map, in the order in which it gives its entries. */
  @SuppressWarnings("unchecked")
  public static <K, V> Ordered<K, V> copyOf(Map<? extends K, ? extends V> map) {
    if (map instanceof Ordered<?, ?> same) {
      return (Ordered<K, V>) same;
    }
    Object[] keys = new Object[map.size()];
    Object[] values = new Object[keys.length];
    int count = 0;
    for (Map.Entry<? extends K, ? extends V> entry : map.entrySet()) {
      keys[count] = Objects.requireNonNull(entry.getKey());
      values[count] = Objects.requireNonNull(entry.getValue());
      count++;
    }
    return new Ordered<>(KeyOrder.of((K[]) keys), Row.of(values));
  }

  /**
   * The same with another value for a key.
   *
   * @throws IllegalArgumentException if the key is not there
   */
  public Ordered<K, V> with(K key, V value) {
    int position = order.position(key);
    if (position < 0) {
      throw new IllegalArgumentException("there is no " + key);
    }
    return new Ordered<>(order, row.with(position, Objects.requireNonNull(value)));
  }

  /**
   * The keys for which two maps hold other objects than each other; empty where they do not have
   * the same keys in the same order.
   */
  @SuppressWarnings("ReferenceEquality") // the very object is meant
  public static <K, V> Optional<List<K>> differing(Map<K, V> before, Map<K, V> now) {
    if (before == now) {
      return Optional.of(List.of());
    }
    if (before.size() != now.size()) {
      return Optional.empty();
    }
    List<K> differing = new ArrayList<>();
    if (before instanceof Ordered<K, V> old
        && now instanceof Ordered<K, V> other
        && old.order == other.order) {
      old.row.differing(other.row, position -> differing.add(old.order.key(position)));
      return Optional.of(differing);
    }
    Iterator<Map.Entry<K, V>> others = now.entrySet().iterator();
    for (Map.Entry<K, V> entry : before.entrySet()) {
      Map.Entry<K, V> other = others.next();
      if (entry.getValue() != other.getValue()) {
        differing.add(entry.getKey());
      }
      if (!entry.getKey().equals(other.getKey())) {
        return Optional.empty();
      }
    }
    return Optional.of(differing);
  }

  /** The place of a key in the order, from 0; negative where it is not there. */
  public int position(@Nullable Object key) {
    return order.position(key);
  }

  /** The key at a place. */
  public K key(int position) {
    return order.key(position);
  }

  /** The value at a place. */
  public V value(int position) {
    return row.get(position);
  }

  @Override
  public int size() {
    return order.size();
  }

  @Override
  public @Nullable V get(@Nullable Object key) {
    int position = order.position(key);
    return position < 0 ? null : row.get(position);
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return order.position(key) >= 0;
  }

  @Override
  public void forEach(BiConsumer<? super K, ? super V> action) {
    for (int i = 0; i < order.size(); i++) {
      action.accept(order.key(i), row.get(i));
    }
  }

  @Override
  public Set<K> keySet() {
    return order;
  }

  @Override
  public Set<Map.Entry<K, V>> entrySet() {
    return new Entries();
  }

  private final class Entries extends AbstractSet<Map.Entry<K, V>> {
    @Override
    public int size() {
      return order.size();
    }

    @Override
    public Iterator<Map.Entry<K, V>> iterator() {
      return new Iterator<>() {
        private int next;

        @Override
        public boolean hasNext() {
          return next < order.size();
        }

        @Override
        public Map.Entry<K, V> next() {
          if (next == order.size()) {
            throw new NoSuchElementException();
          }
          Map.Entry<K, V> entry = Map.entry(order.key(next), row.get(next));
          next++;
          return entry;
        }
      };
    }
  }
}
