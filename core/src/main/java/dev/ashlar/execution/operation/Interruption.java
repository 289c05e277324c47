package dev.ashlar.execution.operation;

import java.util.Optional;

/**
 * How far an operation had come when the process that began it ended.
 *
 * @param key its idempotency key
 * @param attempt which attempt it was, from 1
 * @param token what the connector said to ask again with
 * @param id the object, if the cloud had named one
 */
public record Interruption(String key, int attempt, Optional<String> token, Optional<String> id) {}
