package dev.ashlar.governance;

import dev.ashlar.governance.policy.document.Globs;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What a role may do, and where. What is not said is not limited; {@code *} stands for anything.
 * Withers return copies.
 *
 * @since 0.1
 */
public final class Grant {
  private final String role;
  private final Set<Permission> permissions;
  private List<String> environments = List.of();
  private List<String> stages = List.of();
  private List<String> types = List.of();
  private List<String> tenants = List.of();

  private Grant(String role, Set<Permission> permissions) {
    this.role = Objects.requireNonNull(role);
    this.permissions = permissions;
  }

  /** What a role may do everywhere. */
  public static Grant of(String role, Permission... permissions) {
    Set<Permission> all = EnumSet.noneOf(Permission.class);
    all.addAll(List.of(permissions));
    return new Grant(role, all);
  }

  private Grant with(Consumer<Grant> change) {
    Grant copy = new Grant(role, permissions);
    copy.environments = environments;
    copy.stages = stages;
    copy.types = types;
    copy.tenants = tenants;
    change.accept(copy);
    return copy;
  }

  /** The same, in environments of these names only. */
  public Grant environments(String... patterns) {
    return with(grant -> grant.environments = List.of(patterns));
  }

  /** The same, at these stages only; not where the stage is not known. */
  public Grant stages(String... patterns) {
    return with(grant -> grant.stages = List.of(patterns));
  }

  /** The same, for objects of these types only. */
  public Grant types(String... patterns) {
    return with(grant -> grant.types = List.of(patterns));
  }

  /** The same, for these tenants only. */
  public Grant tenants(String... patterns) {
    return with(grant -> grant.tenants = List.of(patterns));
  }

  /** Which role. */
  public String role() {
    return role;
  }

  /**
   * Whether it covers what is asked. What is asked of an environment as a whole does not depend on
   * types: those are asked for one by one.
   */
  boolean covers(AccessRequest request) {
    return permissions.contains(request.permission())
        && request.principal().roles().contains(role)
        && fits(environments, Optional.of(request.environment().name()))
        && fits(tenants, Optional.of(request.environment().tenant()))
        && fits(stages, request.stage())
        && (request.type().isEmpty() || fits(types, request.type()));
  }

  private static boolean fits(List<String> patterns, Optional<String> text) {
    return patterns.isEmpty()
        || text.isPresent()
            && patterns.stream().anyMatch(pattern -> Globs.matches(pattern, text.get()));
  }

  @Override
  public String toString() {
    return role + " " + permissions;
  }
}
