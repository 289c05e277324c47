package dev.ashlar.memory;

import dev.ashlar.schema.Operation;
import java.time.Instant;

/**
 * Something that was really done to the simulated cloud, whoever heard of it.
 *
 * @since 0.1
 */
public final class Effect {
  private final Instant at;
  private final Operation operation;
  private final String type;
  private final String id;
  private final String idempotencyKey;

  Effect(Instant at, Operation operation, String type, String id, String idempotencyKey) {
    this.at = at;
    this.operation = operation;
    this.type = type;
    this.id = id;
    this.idempotencyKey = idempotencyKey;
  }

  /** When. */
  public Instant at() {
    return at;
  }

  /** What was done: a create, an update or a delete. */
  public Operation operation() {
    return operation;
  }

  /** The resource type. */
  public String type() {
    return type;
  }

  /** The object's identifier. */
  public String id() {
    return id;
  }

  /** The key that came with the call; empty for what was done behind the engine's back. */
  public String idempotencyKey() {
    return idempotencyKey;
  }

  @Override
  public String toString() {
    return operation + " " + type + " " + id + " at " + at;
  }
}
