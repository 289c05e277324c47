package dev.ashlar.graph;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One declaration in a graph.
 *
 * @param kind what is declared
 * @param name its name
 */
public record NodeId(Kind kind, String name) implements Comparable<NodeId> {

  /** What is declared. */
  public enum Kind {
    /** A named value. */
    LOCAL,
    /** A configuration of a provider. */
    PROVIDER,
    /** Another environment's outputs. */
    IMPORT,
    /** Objects that are read. */
    LOOKUP,
    /** A resource. */
    RESOURCE,
    /** A value shown to the outside. */
    OUTPUT
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof NodeId that && kind == that.kind && name.equals(that.name);
  }

  /** Asked for often: every look-up in a graph begins with it. */
  @Override
  public int hashCode() {
    return 31 * kind.name().hashCode() + name.hashCode();
  }

  @Override
  public int compareTo(NodeId other) {
    int order = kind.compareTo(other.kind);
    return order != 0 ? order : name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return kind == Kind.RESOURCE ? name : kind.name().toLowerCase(Locale.ROOT) + " " + name;
  }
}
