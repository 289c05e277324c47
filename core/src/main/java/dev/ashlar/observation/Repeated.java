package dev.ashlar.observation;

import dev.ashlar.connector.Failure;
import dev.ashlar.value.Address;
import java.time.Instant;

/**
 * A look that failed in passing and is made again.
 *
 * @param at when it failed
 * @param address the object that is looked at, one of them where they are many
 * @param endpoint where it went to
 * @param attempt which try comes next, from 2
 * @param failure why the last one failed
 */
public record Repeated(
    Instant at, Address address, Endpoint endpoint, int attempt, Failure failure) {}
