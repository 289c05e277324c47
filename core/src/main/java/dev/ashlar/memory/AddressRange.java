package dev.ashlar.memory;

import java.util.Optional;

/**
 * A range of IPv4 addresses.
 *
 * @param first the first address, as a number
 * @param bits how many leading bits all addresses share
 */
record AddressRange(long first, int bits) {

  /** Reads {@code 10.0.0.0/16}; empty where it is none, or does not start at its first address. */
  static Optional<AddressRange> parse(String text) {
    String[] parts = text.split("[./]", -1);
    if (parts.length != 5) {
      return Optional.empty();
    }
    long address = 0;
    for (int i = 0; i < 4; i++) {
      int number = number(parts[i], 255);
      if (number < 0) {
        return Optional.empty();
      }
      address = address << 8 | number;
    }
    int bits = number(parts[4], 32);
    if (bits < 0 || address % (1L << (32 - bits)) != 0) {
      return Optional.empty();
    }
    return Optional.of(new AddressRange(address, bits));
  }

  private static int number(String text, int most) {
    int number = text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : -1;
    return number <= most ? number : -1;
  }

  private long end() {
    return first + (1L << (32 - bits));
  }

  boolean contains(AddressRange other) {
    return first <= other.first && other.end() <= end();
  }

  boolean overlaps(AddressRange other) {
    return first < other.end() && other.first < end();
  }
}
