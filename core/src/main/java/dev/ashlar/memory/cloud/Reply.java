package dev.ashlar.memory.cloud;

import dev.ashlar.connector.Failure;
import dev.ashlar.value.Value;
import java.time.Duration;

/** What the cloud answers to a request for a change. */
public sealed interface Reply {
  /**
   * It is done.
   *
   * @param id the object
   * @param outputs what the cloud gives
   */
  record Done(String id, Value.MapValue outputs) implements Reply {}

  /**
   * It is under way.
   *
   * @param token what to ask again with
   * @param id the object
   * @param delay when to ask again
   */
  record Accepted(String token, String id, Duration delay) implements Reply {}

  /** The object is not there any more. */
  record Gone() implements Reply {}

  /**
   * It is not done, and nothing is changed.
   *
   * @param why the reason
   */
  record Refused(Failure why) implements Reply {}
}
