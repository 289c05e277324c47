package dev.ashlar;

import dev.ashlar.value.Address;
import java.time.Instant;
import java.util.Optional;

/**
 * That the engine waits for a cloud that did not answer while a plan, a report of drift or a
 * preview is made: it looks again. Immutable.
 *
 * @since 0.1
 */
public sealed interface Waiting permits LookingAgain {
  /** When the last look failed. */
  Instant at();

  /** The object that is looked at; one of them where they are looked at together. */
  Address address();

  /** The name of the provider's configuration: {@code aws.replica}. */
  String configuration();

  /** The endpoint, where the configuration says one. */
  Optional<String> endpoint();

  /** Which try comes next, from 2. */
  int attempt();

  /** Why the last one failed, in the connector's words. */
  String detail();
}
