package dev.ashlar.governance;

import dev.ashlar.blueprint.Environment;
import java.util.Objects;
import java.util.Optional;

/**
 * The question whether somebody may do something. Immutable.
 *
 * @since 0.1
 */
public final class AccessRequest {
  private final Principal principal;
  private final Permission permission;
  private final Environment.Id environment;
  private final Optional<String> stage;
  private final Optional<String> type;

  private AccessRequest(
      Principal principal,
      Permission permission,
      Environment.Id environment,
      Optional<String> stage,
      Optional<String> type) {
    this.principal = Objects.requireNonNull(principal);
    this.permission = Objects.requireNonNull(permission);
    this.environment = Objects.requireNonNull(environment);
    this.stage = stage;
    this.type = type;
  }

  /** Whether somebody may do something in an environment. */
  public static AccessRequest of(
      Principal principal, Permission permission, Environment.Id environment) {
    return new AccessRequest(
        principal, permission, environment, Optional.empty(), Optional.empty());
  }

  /** The same, at a stage. */
  public AccessRequest at(String name) {
    return new AccessRequest(principal, permission, environment, Optional.of(name), type);
  }

  /** The same, to objects of a type. */
  public AccessRequest to(String name) {
    return new AccessRequest(principal, permission, environment, stage, Optional.of(name));
  }

  /** Who. */
  public Principal principal() {
    return principal;
  }

  /** What. */
  public Permission permission() {
    return permission;
  }

  /** Where, and of which tenant. */
  public Environment.Id environment() {
    return environment;
  }

  /** The stage, as the environment's document says; empty where there is no document. */
  public Optional<String> stage() {
    return stage;
  }

  /** To objects of which type; empty for the environment as a whole. */
  public Optional<String> type() {
    return type;
  }

  @Override
  public String toString() {
    return principal
        + " "
        + permission.text()
        + " "
        + environment
        + type.map(name -> " " + name).orElse("");
  }
}
