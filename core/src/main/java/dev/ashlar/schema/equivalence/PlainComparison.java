package dev.ashlar.schema.equivalence;

import dev.ashlar.value.Value;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Compares values of which no schema knows anything: part by part, null as a value of its own. */
final class PlainComparison {
  /** Whether the order of lists, and how often an item stands in them, counts for nothing. */
  private final boolean listsAreSets;

  PlainComparison(boolean listsAreSets) {
    this.listsAreSets = listsAreSets;
  }

  Equality compare(Value first, Value second) {
    Value a = Secrets.opened(first);
    Value b = Secrets.opened(second);
    if (a instanceof Value.UnknownValue || b instanceof Value.UnknownValue) {
      return Equality.UNKNOWN;
    }
    if (a instanceof Value.MapValue x && b instanceof Value.MapValue y) {
      return maps(x, y);
    }
    if (a instanceof Value.ListValue x && b instanceof Value.ListValue y) {
      return listsAreSets
          ? SetComparison.compare(x.items(), y.items(), this::compare)
          : lists(x.items(), y.items());
    }
    return Equality.of(a.equals(b));
  }

  private Equality maps(Value.MapValue a, Value.MapValue b) {
    if (!a.entries().keySet().equals(b.entries().keySet())) {
      return Equality.DIFFERENT;
    }
    Equality all = Equality.EQUAL;
    Set<String> keys = new TreeSet<>(a.entries().keySet());
    for (String key : keys) {
      all = all.and(compare(a.get(key), b.get(key)));
    }
    return all;
  }

  private Equality lists(List<Value> a, List<Value> b) {
    if (a.size() != b.size()) {
      return Equality.DIFFERENT;
    }
    Equality all = Equality.EQUAL;
    for (int i = 0; i < a.size() && all != Equality.DIFFERENT; i++) {
      all = all.and(compare(a.get(i), b.get(i)));
    }
    return all;
  }
}
