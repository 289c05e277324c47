package dev.ashlar.memory;

import dev.ashlar.schema.Operation;
import java.time.Instant;
import java.util.Optional;

/**
 * That a fault struck a call: what a test counts to know that it tested something.
 *
 * @since 0.1
 */
public final class Hit {
  private final Instant at;
  private final String fault;
  private final Operation operation;
  private final String type;
  private final Optional<String> resource;

  Hit(Instant at, String fault, Operation operation, String type, Optional<String> resource) {
    this.at = at;
    this.fault = fault;
    this.operation = operation;
    this.type = type;
    this.resource = resource;
  }

  /** When. */
  public Instant at() {
    return at;
  }

  /** The fault's name: see {@link Fault#name}. */
  public String fault() {
    return fault;
  }

  /** What kind of call it struck. */
  public Operation operation() {
    return operation;
  }

  /** The resource type that the call was for. */
  public String type() {
    return type;
  }

  /** The address of the resource; empty where the call was for many. */
  public Optional<String> resource() {
    return resource;
  }

  @Override
  public String toString() {
    return fault + " struck " + operation + " " + type + resource.map(it -> " of " + it).orElse("");
  }
}
