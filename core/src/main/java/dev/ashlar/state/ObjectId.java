package dev.ashlar.state;

import dev.ashlar.value.Address;

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

  /** {@code uploads["a"]#1}. */
  @Override
  public String toString() {
    return address + "#" + incarnation;
  }
}
