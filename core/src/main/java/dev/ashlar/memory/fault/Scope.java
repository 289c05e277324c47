package dev.ashlar.memory.fault;

import dev.ashlar.memory.simulation.Errand;
import dev.ashlar.schema.Operation;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Which calls a fault is for.
 *
 * @param types what the type's name is like; {@code *} stands for anything
 * @param operations the kinds of calls
 * @param resource the address of the resource; empty for any
 */
public record Scope(String types, Set<Operation> operations, Optional<String> resource) {
  /** Every call. */
  public static final Scope EVERYTHING =
      new Scope("*", EnumSet.allOf(Operation.class), Optional.empty());

  /** Copies the set. */
  public Scope {
    operations = Set.copyOf(operations);
  }

  /** The same, for these types. */
  public Scope types(String pattern) {
    return new Scope(pattern, operations, resource);
  }

  /** The same, for these operations of those it was for. */
  public Scope operations(Set<Operation> some) {
    Set<Operation> both = EnumSet.copyOf(some);
    both.retainAll(operations);
    if (both.isEmpty()) {
      throw new IllegalArgumentException(
          "this fault befalls " + operations + " and nothing else, not " + some);
    }
    return new Scope(types, both, resource);
  }

  /** The same, for this resource. */
  public Scope resource(String address) {
    return new Scope(types, operations, Optional.of(address));
  }

  boolean covers(Errand errand) {
    return operations.contains(errand.operation())
        && isLike(types, errand.typeName())
        && (resource.isEmpty()
            || errand.address().filter(it -> it.toString().equals(resource.get())).isPresent());
  }

  private static boolean isLike(String pattern, String name) {
    int star = pattern.indexOf('*');
    if (star < 0) {
      return pattern.equals(name);
    }
    if (!name.startsWith(pattern.substring(0, star))) {
      return false;
    }
    String rest = pattern.substring(star + 1);
    for (int from = star; from <= name.length(); from++) {
      if (isLike(rest, name.substring(from))) {
        return true;
      }
    }
    return false;
  }
}
