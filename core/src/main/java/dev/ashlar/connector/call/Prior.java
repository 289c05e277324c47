package dev.ashlar.connector.call;

import dev.ashlar.value.Value;
import java.util.Optional;

/**
 * An object as it was before it is changed or removed.
 *
 * @param id the provider's identifier
 * @param properties what is set, as last observed
 * @param outputs what the cloud gave last
 * @param version what the read before this call told to guard the write with
 */
public record Prior(
    String id, Value.MapValue properties, Value.MapValue outputs, Optional<String> version) {}
