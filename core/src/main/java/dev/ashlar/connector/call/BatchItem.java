package dev.ashlar.connector.call;

import dev.ashlar.connector.Requests;
import dev.ashlar.value.Value;
import java.util.Optional;

/**
 * One object of a batch of reads.
 *
 * @param envelope the resource and its deadline
 * @param id the provider's identifier; another one for every item
 * @param spec what was last applied; empty when an object is imported
 */
public record BatchItem(Requests.Envelope envelope, String id, Optional<Value.MapValue> spec) {}
