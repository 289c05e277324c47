package dev.ashlar.governance;

import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who acts, as the embedder knows them.
 *
 * @since 0.1
 */
public final class Principal {
  private final String name;
  private final Set<String> roles;

  private Principal(String name, Set<String> roles) {
    this.name = Objects.requireNonNull(name, "name");
    this.roles = Set.copyOf(roles);
  }

  /** Somebody without roles. */
  public static Principal named(String name) {
    return new Principal(name, Set.of());
  }

  /** The same, in a role more. */
  public Principal role(String role) {
    Set<String> more = new TreeSet<>(roles);
    more.add(role);
    return new Principal(name, more);
  }

  /** The name, as it stands in records. */
  public String name() {
    return name;
  }

  /** The roles. */
  public Set<String> roles() {
    return roles;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Principal that && name.equals(that.name) && roles.equals(that.roles);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, roles);
  }

  @Override
  public String toString() {
    return name;
  }
}
