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
 */
public record Difference(
    ValuePath path, Value before, Value after, Equality equality, List<Attribute> chain) {
  /** Copies the list. */
  public Difference {
    chain = List.copyOf(chain);
  }

  /** The attribute at the place. */
  public Attribute attribute() {
    return chain.get(chain.size() - 1);
  }

  /** The strictest immutability on the way: what is inside an immutable property is immutable. */
  public Immutability immutability() {
    Immutability strictest = Immutability.NO;
    for (Attribute attribute : chain) {
      if (rank(attribute.immutability()) > rank(strictest)) {
        strictest = attribute.immutability();
      }
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

  private static int rank(Immutability immutability) {
    return switch (immutability) {
      case NO -> 0;
      case UNKNOWN -> 1;
      case CONDITIONAL -> 2;
      case YES -> 3;
    };
  }
}
