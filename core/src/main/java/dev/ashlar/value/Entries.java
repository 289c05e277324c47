package dev.ashlar.value;

import dev.ashlar.value.keyed.Keyed;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a map value. There are millions of these: what is asked of them all the time is
 * known once.
 */
final class Entries extends Keyed<Value> {
  private final boolean known;
  private final boolean secret;
  private int hash;

  /** Takes the arrays over; the keys are sorted and no two of them are equal. */
  Entries(String[] keys, Value[] values) {
    this(Keyed.of(keys, values));
  }

  private Entries(Keyed<? extends Value> same) {
    super(same);
    boolean allKnown = true;
    boolean anySecret = false;
    for (int i = 0; i < size(); i++) {
      allKnown &= value(i).isKnown();
      anySecret |= value(i).hasSecret();
    }
    this.known = allKnown;
    this.secret = anySecret;
  }

  static Entries none() {
    return new Entries(Keyed.empty());
  }

  @SuppressWarnings("unchecked") // whatever is keyed holds values here
  static Entries from(Map<String, ? extends Value> map) {
    if (map instanceof Entries entries) {
      return entries;
    }
    if (map instanceof Keyed<?>) {
      return new Entries((Keyed<? extends Value>) map);
    }
    String[] keys = new String[map.size()];
    Value[] values = new Value[keys.length];
    int count = 0;
    for (Map.Entry<String, ? extends Value> entry : map.entrySet()) {
      keys[count] = entry.getKey();
      values[count] = Objects.requireNonNull(entry.getValue(), entry.getKey());
      count++;
    }
    sort(keys, values);
    return new Entries(keys, values);
  }

  boolean isKnown() {
    return known;
  }

  boolean hasSecret() {
    return secret;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    boolean apart =
        other instanceof Entries that && hash != 0 && that.hash != 0 && hash != that.hash;
    return !apart && super.equals(other);
  }

  @Override
  public int hashCode() {
    int sum = hash;
    if (sum == 0) {
      sum = super.hashCode();
      hash = sum;
    }
    return sum;
  }
}
