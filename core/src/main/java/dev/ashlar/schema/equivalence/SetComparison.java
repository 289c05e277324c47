package dev.ashlar.schema.equivalence;

import dev.ashlar.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/** Compares lists as sets: neither the order counts, nor how often an item stands in them. */
final class SetComparison {
  private SetComparison() {}

  /**
   * @param items compares an item of the first list with one of the second
   */
  static Equality compare(
      List<Value> first, List<Value> second, BiFunction<Value, Value, Equality> items) {
    // What is equal to the letter needs no comparison: all but a few items of a long list.
    Set<Value> a = new HashSet<>(first);
    Set<Value> b = new HashSet<>(second);
    Side left = unmatched(a, b, items);
    Side right = unmatched(b, a, (x, y) -> items.apply(y, x));
    if (left.impossible || right.impossible) {
      return Equality.DIFFERENT;
    }
    if (left.open.isEmpty() && right.open.isEmpty()) {
      return Equality.EQUAL;
    }
    // Each known item without a partner needs an unknown one of its own on the other side.
    return left.known() > unknowns(b) || right.known() > unknowns(a)
        ? Equality.DIFFERENT
        : Equality.UNKNOWN;
  }

  private static Side unmatched(
      Set<Value> items, Set<Value> others, BiFunction<Value, Value, Equality> comparison) {
    List<Value> open = new ArrayList<>();
    for (Value item : items) {
      if (item.isKnown() && others.contains(item)) {
        continue;
      }
      Equality best = Equality.DIFFERENT;
      for (Value other : others) {
        Equality one = comparison.apply(item, other);
        if (one == Equality.EQUAL) {
          best = one;
          break;
        }
        best = one == Equality.UNKNOWN ? one : best;
      }
      if (best == Equality.DIFFERENT) {
        return new Side(open, true);
      }
      if (best == Equality.UNKNOWN) {
        open.add(item);
      }
    }
    return new Side(open, false);
  }

  private static long unknowns(Set<Value> items) {
    return items.stream().filter(item -> !item.isKnown()).count();
  }

  /**
   * What one side has that the other may not have.
   *
   * @param open items that have a partner only if an unknown turns out so
   * @param impossible whether an item has no partner, whatever the unknowns turn out to be
   */
  private record Side(List<Value> open, boolean impossible) {
    long known() {
      return open.stream().filter(Value::isKnown).count();
    }
  }
}
