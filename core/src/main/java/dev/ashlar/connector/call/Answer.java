package dev.ashlar.connector.call;

import dev.ashlar.connector.Result;
import dev.ashlar.value.Bytes;
import dev.ashlar.value.Value;
import java.time.Duration;
import java.util.Optional;

/**
 * What a mutation came to, as values.
 *
 * @param state how far it is
 * @param id the provider's identifier; there is always one when done, maybe one while in progress
 * @param outputs what the cloud gave, checked against the schema and with its secrets marked; empty
 *     unless done
 * @param token what to ask again with; there is always one while in progress
 * @param delay when to ask again, while in progress
 * @param opaque bytes to keep with the object; none means none
 */
public record Answer(
    Result.State state,
    Optional<String> id,
    Value.MapValue outputs,
    Optional<String> token,
    Duration delay,
    Bytes opaque) {

  /** Whether the object is as asked for, or gone as asked for. */
  public boolean isFinal() {
    return state != Result.State.IN_PROGRESS;
  }
}
