package dev.ashlar.connector;

import dev.ashlar.value.Value;

/**
 * A connector that reads what an older version of its schema stored. Pure.
 *
 * @param <S> the Java type of what a user sets
 * @param <O> the Java type of what the cloud gives
 * @since 0.1
 */
public interface Upgradable<S, O> extends Connector<S, O> {

  /** The values in the form of this version's schema. */
  Upgraded upgrade(UpgradeRequest request);

  /** What an older version stored. */
  interface UpgradeRequest {
    /** The schema version that stored it. */
    int version();

    /** The properties. */
    Value.MapValue properties();

    /** The outputs. */
    Value.MapValue outputs();
  }

  /**
   * The values in the form of this version's schema.
   *
   * @param properties the properties
   * @param outputs the outputs
   */
  record Upgraded(Value.MapValue properties, Value.MapValue outputs) {}
}
