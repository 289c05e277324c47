package dev.ashlar.value;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/**
 * The items of a list, and what holds for all of them: told once, so that asking costs nothing,
 * however deep they are.
 */
final class Items extends AbstractList<Value> implements RandomAccess {
  private final List<Value> items;
  private final boolean known;
  private final boolean secret;

  private Items(List<Value> items) {
    boolean allKnown = true;
    boolean anySecret = false;
    for (Value item : items) {
      allKnown &= item.isKnown();
      anySecret |= item.hasSecret();
    }
    this.items = items;
    this.known = allKnown;
    this.secret = anySecret;
  }

  static Items copyOf(List<Value> values) {
    if (values instanceof Items same) {
      return same;
    }
    return new Items(List.copyOf(values));
  }

  boolean isKnown() {
    return known;
  }

  boolean hasSecret() {
    return secret;
  }

  @Override
  public Value get(int index) {
    return items.get(index);
  }

  @Override
  public int size() {
    return items.size();
  }
}
