package dev.ashlar.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The name of one instance of a declared resource: {@code uploads}, {@code uploads["a"]}, {@code
 * net["x"]/subnet["a"]}. Keys are escaped as in JSON.
 *
 * @param segments the components from the outside in, and last the resource; never empty
 * @since 0.1
 */
public record Address(List<Segment> segments) implements Comparable<Address> {

  /**
   * One part of an address.
   *
   * @param name the declared name
   * @param key the instance's key under {@code forEach}
   */
  public record Segment(String name, Optional<String> key) implements Comparable<Segment> {
    /** Refuses what is no name. */
    public Segment {
      if (!Names.isName(name)) {
        throw new IllegalArgumentException("not a name: " + name);
      }
    }

    @Override
    public int compareTo(Segment other) {
      int order = name.compareTo(other.name);
      return order != 0 || key.isEmpty() && other.key.isEmpty()
          ? order
          : key.orElse("").compareTo(other.key.orElse(""));
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Segment that && name.equals(that.name) && key.equals(that.key);
    }

    @Override
    public int hashCode() {
      return 31 * name.hashCode() + key.hashCode();
    }

    @Override
    public String toString() {
      return key.map(k -> name + "[" + Names.quote(k) + "]").orElse(name);
    }
  }

  /** Copies the list. */
  public Address {
    segments = List.copyOf(segments);
    if (segments.isEmpty()) {
      throw new IllegalArgumentException("an address has a name");
    }
  }

  /** The address of a resource without instances, outside any component. */
  public static Address of(String name) {
    return new Address(List.of(new Segment(name, Optional.empty())));
  }

  /** The address of one instance, outside any component. */
  public static Address of(String name, String key) {
    return new Address(List.of(new Segment(name, Optional.of(key))));
  }

  /**
   * Reads an address as {@link #toString} writes it.
   *
   * @return empty where the text is not an address
   */
  public static Optional<Address> parse(String text) {
    return Names.isName(text) ? Optional.of(of(text)) : AddressReader.read(text);
  }

  /** The address of something inside the component that this one names. */
  public Address child(Segment segment) {
    List<Segment> longer = new ArrayList<>(segments);
    longer.add(segment);
    return new Address(longer);
  }

  /** The declared name of the resource itself. */
  public String name() {
    return segments.get(segments.size() - 1).name();
  }

  /** The key of the resource's own instance. */
  public Optional<String> key() {
    return segments.get(segments.size() - 1).key();
  }

  /** The same address without its last key: all instances of one declaration. */
  public Address declaration() {
    if (key().isEmpty()) {
      return this;
    }
    List<Segment> whole = new ArrayList<>(segments.subList(0, segments.size() - 1));
    whole.add(new Segment(name(), Optional.empty()));
    return new Address(whole);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other || other instanceof Address that && segments.equals(that.segments);
  }

  @Override
  public int hashCode() {
    return segments.hashCode();
  }

  @Override
  public int compareTo(Address other) {
    int common = Math.min(segments.size(), other.segments.size());
    for (int i = 0; i < common; i++) {
      int order = segments.get(i).compareTo(other.segments.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(segments.size(), other.segments.size());
  }

  @Override
  public String toString() {
    if (segments.size() == 1) {
      return segments.get(0).toString();
    }
    StringBuilder text = new StringBuilder();
    for (Segment segment : segments) {
      text.append(text.isEmpty() ? "" : "/").append(segment);
    }
    return text.toString();
  }
}
