package dev.ashlar.schema.equivalence;

import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.Immutability;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import java.util.List;

/**
 * One place where two objects do not, or may not, mean the same.
 *
 * @param path the place; the item of a keyed list is named by its key: {@code Tags.team.Value}
 * @param before the value in the first object; null where there is none
 * @param after the value in the second object; null where there is none
 * @param equality {@code DIFFERENT}, or {@code UNKNOWN} where applying will tell
 * @param chain the attributes on the way, from the property to the one at the place; never empty
 * @param inside the strictest immutability of differing parts that are not told apart
 */
public record Difference(
    ValuePath path,
    Value before,
    Value after,
    Equality equality,
    List<Attribute> chain,
    Immutability inside) {
  /** Copies the list. */
  public Difference {
    chain = List.copyOf(chain);
  }

  /** A place without parts that differ. */
  public Difference(
      ValuePath path, Value before, Value after, Equality equality, List<Attribute> chain) {
    this(path, before, after, equality, chain, Immutability.NO);
  }

  /** The attribute at the place. */
  public Attribute attribute() {
    return chain.get(chain.size() - 1);
  }

  /**
   * The strictest immutability on the way and inside: what is inside an immutable property is
   * immutable.
   */
  public Immutability immutability() {
    Immutability strictest = inside;
    for (Attribute attribute : chain) {
      strictest = strictest.or(attribute.immutability());
    }
    return strictest;
  }

  /**
   * Whether the values must not be shown: declared sensitive or write-only on the way, or marked
   * secret.
   */
  public boolean sensitive() {
    return before.hasSecret()
        || after.hasSecret()
        || chain.stream().anyMatch(each -> each.sensitive() || each.writeOnly());
  }

  /** The place and no values: a sensitive one may not be marked yet. */
  @Override
  public String toString() {
    return path + " " + equality;
  }
}
