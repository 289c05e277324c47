package dev.ashlar.memory;

import dev.ashlar.value.Value;

/**
 * An object of the simulated cloud, as it is: secrets are there, marked as such.
 *
 * @since 0.1
 */
public final class CloudObject {
  private final String type;
  private final String id;
  private final Value.MapValue properties;
  private final Value.MapValue outputs;

  CloudObject(String type, String id, Value.MapValue properties, Value.MapValue outputs) {
    this.type = type;
    this.id = id;
    this.properties = properties;
    this.outputs = outputs;
  }

  /** The resource type. */
  public String type() {
    return type;
  }

  /** The identifier. */
  public String id() {
    return id;
  }

  /** What is set, completed by the cloud's defaults. */
  public Value.MapValue properties() {
    return properties;
  }

  /** What the cloud gives. */
  public Value.MapValue outputs() {
    return outputs;
  }

  @Override
  public String toString() {
    return type + " " + id + " " + properties;
  }
}
