package dev.ashlar.execution;

import java.time.Instant;

/** Never made: while it exists, no switch over events outside this package is exhaustive. */
record FutureEvent(Instant at) implements Event {}
