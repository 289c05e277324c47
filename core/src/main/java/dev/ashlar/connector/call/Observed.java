package dev.ashlar.connector.call;

import dev.ashlar.value.Value;
import java.util.Optional;

/**
 * An object as a read saw it, as values.
 *
 * @param id the provider's identifier
 * @param properties what is set; of write-only properties at most a secret unknown
 * @param outputs what the cloud gives
 * @param version what guards the next write, where the cloud tells one
 */
public record Observed(
    String id, Value.MapValue properties, Value.MapValue outputs, Optional<String> version) {}
