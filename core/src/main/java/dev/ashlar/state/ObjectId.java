package dev.ashlar.state;

import dev.ashlar.value.Address;
import org.jspecify.annotations.Nullable;

/**
 * One object that existed, exists or is to exist at an address.
 *
 * @param address the address
 * @param incarnation counts the objects at this address, from 1; a replacement is the next one
 * @since 0.1
 */
public record ObjectId(Address address, int incarnation) implements Comparable<ObjectId> {
  @Override
  public int compareTo(ObjectId other) {
    int order = address.compareTo(other.address);
    return order != 0 ? order : Integer.compare(incarnation, other.incarnation);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ObjectId that
        && incarnation == that.incarnation
        && address.equals(that.address);
  }

  @Override
  public int hashCode() {
    return 31 * address.hashCode() + incarnation;
  }

  /** {@code uploads["a"]#1}. */
  @Override
  public String toString() {
    return address + "#" + incarnation;
  }
}
