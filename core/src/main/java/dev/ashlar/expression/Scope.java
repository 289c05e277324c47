package dev.ashlar.expression;

import java.util.Optional;
import java.util.SortedSet;

/** The names that an expression may use, and their types. Immutable. */
public interface Scope {
  /** The type of a root name; empty where there is none. */
  Optional<Typed> root(String name);

  /** All root names, for "did you mean". */
  SortedSet<String> names();
}
