package dev.ashlar.value.keyed;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * An immutable map by texts in their natural order: the keys, and the values beside them. A
 * document holds one for every map in it, so what counts is how little that is; maps of the same
 * keys can share them.
 *
 * @param <V> the type of the values
 */
@SuppressWarnings("JdkObsolete") // a SortedMap is what a map value promises
public class Keyed<V> extends AbstractMap<String, V> implements SortedMap<String, V> {
  /** Up to so many keys are found one after the other faster than by halves. */
  private static final int FEW = 8;

  /** More keys than this are worth a sort that costs memory. */
  private static final int MANY = 24;

  private final String[] keys;
  private final Object[] values;

  /**
   * Takes the arrays over: nobody else may change them.
   *
   * @param keys in their order, each once
   * @param values one for each key
   */
  protected Keyed(String[] keys, Object[] values) {
    this.keys = keys;
    this.values = values;
  }

  /** The same entries, held once. */
  protected Keyed(Keyed<? extends V> same) {
    this.keys = same.keys;
    this.values = same.values;
  }

  /** The empty map. */
  public static <V> Keyed<V> empty() {
    return new Keyed<>(new String[0], new Object[0]);
  }

  /** A copy of a map, whatever its order. */
  @SuppressWarnings("unchecked")
  public static <V> Keyed<V> copyOf(Map<String, ? extends V> map) {
    if (map instanceof Keyed<?> same) {
      return (Keyed<V>) same;
    }
    String[] keys = new String[map.size()];
    Object[] values = new Object[keys.length];
    int count = 0;
    for (Map.Entry<String, ? extends V> entry : map.entrySet()) {
      keys[count] = entry.getKey();
      values[count] = Objects.requireNonNull(entry.getValue());
      count++;
    }
    sort(keys, values);
    return new Keyed<>(keys, values);
  }

  /**
   * Takes the arrays over: nobody else may change them.
   *
   * @param keys in their order, each once
   * @param values one for each key
   */
  public static <V> Keyed<V> of(String[] keys, V[] values) {
    return new Keyed<>(keys, values);
  }

  /**
   * Other values for the same keys.
   *
   * @param others one for each key; taken over: nobody else may change them
   */
  public <W> Keyed<W> with(W[] others) {
    return new Keyed<>(keys, others);
  }

  /** Puts distinct keys in their order, and with each what belongs to it. */
  public static void sort(String[] keys, Object[]... columns) {
    int sorted = 1;
    while (sorted < keys.length && keys[sorted - 1].compareTo(keys[sorted]) < 0) {
      sorted++;
    }
    if (sorted >= keys.length) {
      return;
    }
    if (keys.length > MANY) {
      Integer[] order = new Integer[keys.length];
      Arrays.setAll(order, position -> position);
      Arrays.sort(order, Comparator.comparing(position -> keys[position]));
      permute(keys, order);
      for (Object[] column : columns) {
        permute(column, order);
      }
      return;
    }
    for (int i = sorted; i < keys.length; i++) {
      int to = i;
      while (to > 0 && keys[to - 1].compareTo(keys[i]) > 0) {
        to--;
      }
      insert(keys, i, to);
      for (Object[] column : columns) {
        insert(column, i, to);
      }
    }
  }

  private static void insert(Object[] column, int from, int to) {
    Object moved = column[from];
    System.arraycopy(column, to, column, to + 1, from - to);
    column[to] = moved;
  }

  private static void permute(Object[] column, Integer[] order) {
    Object[] before = column.clone();
    for (int i = 0; i < order.length; i++) {
      column[i] = before[order[i]];
    }
  }

  /** The key at a position, from 0. */
  public String key(int position) {
    return keys[position];
  }

  /** The value at a position, from 0. */
  @SuppressWarnings("unchecked")
  public V value(int position) {
    return (V) values[position];
  }

  @Override
  public int size() {
    return keys.length;
  }

  @Override
  public boolean isEmpty() {
    return keys.length == 0;
  }

  @Override
  public @Nullable V get(@Nullable Object key) {
    int at = key instanceof String text ? position(text) : -1;
    return at < 0 ? null : value(at);
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return key instanceof String text && position(text) >= 0;
  }

  private int position(String key) {
    if (keys.length > FEW) {
      return Arrays.binarySearch(keys, key);
    }
    for (int i = 0; i < keys.length; i++) {
      if (keys[i].equals(key)) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public void forEach(BiConsumer<? super String, ? super V> action) {
    for (int i = 0; i < keys.length; i++) {
      action.accept(keys[i], value(i));
    }
  }

  @Override
  public Set<String> keySet() {
    return new Keys();
  }

  @Override
  public Set<Map.Entry<String, V>> entrySet() {
    return new Entries();
  }

  @Override
  public @Nullable Comparator<? super String> comparator() {
    return null;
  }

  @Override
  public String firstKey() {
    return end(0);
  }

  @Override
  public String lastKey() {
    return end(keys.length - 1);
  }

  private String end(int position) {
    if (keys.length == 0) {
      throw new NoSuchElementException("an empty map has no key");
    }
    return keys[position];
  }

  @Override
  public SortedMap<String, V> subMap(String from, String to) {
    return tree().subMap(from, to);
  }

  @Override
  public SortedMap<String, V> headMap(String to) {
    return tree().headMap(to);
  }

  @Override
  public SortedMap<String, V> tailMap(String from) {
    return tree().tailMap(from);
  }

  private SortedMap<String, V> tree() {
    return Collections.unmodifiableSortedMap(new TreeMap<>(this));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (this == other) {
      return true;
    }
    return other instanceof Keyed<?> that
        ? (keys == that.keys || Arrays.equals(keys, that.keys))
            && Arrays.equals(values, that.values)
        : super.equals(other);
  }

  @Override
  public int hashCode() {
    int sum = 0;
    for (int i = 0; i < keys.length; i++) {
      sum += keys[i].hashCode() ^ values[i].hashCode();
    }
    return sum;
  }

  private final class Keys extends AbstractSet<String> {
    @Override
    public int size() {
      return keys.length;
    }

    @Override
    public boolean contains(@Nullable Object key) {
      return containsKey(key);
    }

    @Override
    public Iterator<String> iterator() {
      return Collections.unmodifiableList(Arrays.asList(keys)).iterator();
    }
  }

  private final class Entries extends AbstractSet<Map.Entry<String, V>> {
    @Override
    public int size() {
      return keys.length;
    }

    @Override
    public Iterator<Map.Entry<String, V>> iterator() {
      return new Iterator<>() {
        private int next;

        @Override
        public boolean hasNext() {
          return next < keys.length;
        }

        @Override
        public Map.Entry<String, V> next() {
          if (next == keys.length) {
            throw new NoSuchElementException();
          }
          Map.Entry<String, V> entry = Map.entry(keys[next], value(next));
          next++;
          return entry;
        }
      };
    }
  }
}
