package dev.ashlar.value.keyed;

import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Distinct keys in a given order, each found by its hash: open addressing, half of it empty. */
final class KeyOrder<K> extends AbstractSet<K> implements Set<K> {
  private final K[] keys;

  /** Places from 1; 0 is free. */
  private final int[] table;

  private KeyOrder(K[] keys, int[] table) {
    this.keys = keys;
    this.table = table;
  }

  /** Takes the array over. */
  static <K> KeyOrder<K> of(K[] keys) {
    int[] table = new int[Integer.highestOneBit(Math.max(1, keys.length)) << 2];
    KeyOrder<K> order = new KeyOrder<>(keys, table);
    for (int i = 0; i < keys.length; i++) {
      int slot = order.slot(keys[i]);
      if (table[slot] != 0) {
        throw new IllegalArgumentException("a key is given twice: " + keys[i]);
      }
      table[slot] = i + 1;
    }
    return order;
  }

  /** Where a key is, or would be. */
  private int slot(Object key) {
    int mask = table.length - 1;
    int hash = key.hashCode() * 0x9E3779B9;
    int slot = (hash ^ hash >>> 16) & mask;
    while (table[slot] != 0 && !keys[table[slot] - 1].equals(key)) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  /** The place of a key, from 0; negative where it is not there. */
  int position(@Nullable Object key) {
    return key == null ? -1 : table[slot(key)] - 1;
  }

  K key(int position) {
    return keys[position];
  }

  @Override
  public int size() {
    return keys.length;
  }

  @Override
  public boolean contains(@Nullable Object key) {
    return position(key) >= 0;
  }

  @Override
  public Iterator<K> iterator() {
    return Collections.unmodifiableList(Arrays.asList(keys)).iterator();
  }
}
