package dev.ashlar.observation.retry;

import dev.ashlar.observation.limit.Admission;
import dev.ashlar.schema.Operation;
import dev.ashlar.state.StateObject;

/**
 * How calls are waited for, and made again.
 *
 * @param delays waits
 * @param backoff says how long before another try
 * @param admission says when a call may be made
 * @param tenant for whom
 */
public record Patience(Delays delays, Backoff backoff, Admission admission, String tenant) {

  /** Without limits, for nobody in particular. */
  public static Patience of(Delays delays, Backoff backoff) {
    return new Patience(delays, backoff, Admission.UNLIMITED, "");
  }

  /** A wish to make a call. */
  public Admission.Ask ask(StateObject.Home home, String type, Operation operation) {
    return new Admission.Ask(tenant, home, type, operation);
  }
}
