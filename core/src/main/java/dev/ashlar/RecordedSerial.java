package dev.ashlar;

import java.time.Instant;
import java.util.Optional;

/** A serial as it is recorded. */
record RecordedSerial(
    long number,
    boolean isCurrent,
    Optional<Instant> at,
    String planDigest,
    Optional<String> outcome,
    int objects,
    Optional<Serial.Counts> counts)
    implements Serial {}
