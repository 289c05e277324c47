package dev.ashlar.execution.key;

import dev.ashlar.schema.Operation;
import dev.ashlar.state.ObjectId;
import dev.ashlar.value.Value;
import dev.ashlar.value.digest.Sha256;
import dev.ashlar.value.json.ValueJson;
import java.util.Locale;

/**
 * By what a cloud recognises that a call is the same operation as one before: the same for every
 * try and across restarts, another one after a definitive failure.
 */
public final class IdempotencyKey {
  /** The most characters that every cloud takes. */
  public static final int MAX_LENGTH = 64;

  private IdempotencyKey() {}

  /**
   * The key of an operation.
   *
   * @param lineage of the environment
   * @param serial of the state that the plan starts from
   * @param object what it is about
   * @param operation what is called
   * @param attempt counts definitive failures, from 1
   */
  public static String of(
      String lineage, long serial, ObjectId object, Operation operation, int attempt) {
    Value parts =
        Value.list(
            Value.of(lineage),
            Value.of(serial),
            Value.of(object.address().toString()),
            Value.of(object.incarnation()),
            Value.of(operation.name().toLowerCase(Locale.ROOT)),
            Value.of(attempt));
    String hash = Sha256.of(ValueJson.canonical(parts));
    return hash.substring(0, Math.min(MAX_LENGTH, hash.length()));
  }
}
