package dev.ashlar.memory;

import dev.ashlar.value.Value;

/**
 * An object of the simulated cloud, as it is: secrets are there, marked as such.
 *
 * @param type the resource type
 * @param id the identifier
 * @param properties what is set
 * @param outputs what the cloud gives
 * @since 0.1
 */
public record CloudObject(
    String type, String id, Value.MapValue properties, Value.MapValue outputs) {}
