package dev.ashlar.plan.rollback;

import java.util.Optional;

/**
 * Where a recorded text came from, and can be read again.
 *
 * @param expression reads it from the object that there will be
 * @param now what it is by now; empty where only applying will tell
 */
record Source(String expression, Optional<String> now) {}
