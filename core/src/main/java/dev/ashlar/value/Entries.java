package dev.ashlar.value;

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
 * The entries of a map value: sorted keys, and their values beside them. There are millions of
 * these: maps of one shape share their keys, and what is asked all the time is known once.
 */
@SuppressWarnings("JdkObsolete") // a SortedMap is what a map value promises
final class Entries extends AbstractMap<String, Value> implements SortedMap<String, Value> {
  private final String[] keys;
  private final Value[] values;
  private final boolean known;
  private final boolean secret;
  private int hash;

  /** Takes the arrays over; the keys are sorted and no two of them are equal. */
  Entries(String[] keys, Value[] values) {
    boolean allKnown = true;
    boolean anySecret = false;
    for (Value value : values) {
      allKnown &= value.isKnown();
      anySecret |= value.hasSecret();
    }
    this.keys = keys;
    this.values = values;
    this.known = allKnown;
    this.secret = anySecret;
  }

  static Entries empty() {
    return new Entries(new String[0], new Value[0]);
  }

  static Entries copyOf(Map<String, ? extends Value> map) {
    if (map instanceof Entries entries) {
      return entries;
    }
    String[] keys = map.keySet().toArray(new String[0]);
    Value[] values = new Value[keys.length];
    if (!isNaturallySorted(map)) {
      Arrays.sort(keys);
    }
    for (int i = 0; i < keys.length; i++) {
      Value value = map.get(keys[i]);
      values[i] = Objects.requireNonNull(value, keys[i]);
    }
    return new Entries(keys, values);
  }

  private static boolean isNaturallySorted(Map<String, ?> map) {
    return map instanceof SortedMap<String, ?> sorted && sorted.comparator() == null;
  }

  boolean isKnown() {
    return known;
  }

  boolean hasSecret() {
    return secret;
  }

  @Override
  public int size() {
    return keys.length;
  }

  @Override
  public @Nullable Value get(@Nullable Object key) {
    int at = key instanceof String name ? indexOf(name) : -1;
    return at < 0 ? null : values[at];
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return key instanceof String name && indexOf(name) >= 0;
  }

  /** A few keys are found fastest one after the other: most differ in length. */
  private int indexOf(String key) {
    if (keys.length > 8) {
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
  public void forEach(BiConsumer<? super String, ? super Value> action) {
    for (int i = 0; i < keys.length; i++) {
      action.accept(keys[i], values[i]);
    }
  }

  @Override
  public Set<Map.Entry<String, Value>> entrySet() {
    return new EntrySet();
  }

  @Override
  public @Nullable Comparator<? super String> comparator() {
    return null;
  }

  @Override
  public String firstKey() {
    return key(0);
  }

  @Override
  public String lastKey() {
    return key(keys.length - 1);
  }

  private String key(int index) {
    if (keys.length == 0) {
      throw new NoSuchElementException("an empty map has no key");
    }
    return keys[index];
  }

  @Override
  public SortedMap<String, Value> subMap(String from, String to) {
    return sorted().subMap(from, to);
  }

  @Override
  public SortedMap<String, Value> headMap(String to) {
    return sorted().headMap(to);
  }

  @Override
  public SortedMap<String, Value> tailMap(String from) {
    return sorted().tailMap(from);
  }

  private SortedMap<String, Value> sorted() {
    return Collections.unmodifiableSortedMap(new TreeMap<>(this));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (this == other) {
      return true;
    }
    if (!(other instanceof Entries that)) {
      return super.equals(other);
    }
    if (hash != 0 && that.hash != 0 && hash != that.hash) {
      return false;
    }
    return (keys == that.keys || Arrays.equals(keys, that.keys))
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    int sum = hash;
    if (sum == 0) {
      for (int i = 0; i < keys.length; i++) {
        sum += keys[i].hashCode() ^ values[i].hashCode();
      }
      hash = sum;
    }
    return sum;
  }

  private final class EntrySet extends AbstractSet<Map.Entry<String, Value>> {
    @Override
    public int size() {
      return keys.length;
    }

    @Override
    public Iterator<Map.Entry<String, Value>> iterator() {
      return new Iterator<>() {
        private int next;

        @Override
        public boolean hasNext() {
          return next < keys.length;
        }

        @Override
        public Map.Entry<String, Value> next() {
          if (next == keys.length) {
            throw new NoSuchElementException();
          }
          return Map.entry(keys[next], values[next++]);
        }
      };
    }
  }
}
