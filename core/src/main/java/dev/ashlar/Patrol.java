package dev.ashlar;

import dev.ashlar.drift.PatrolEvent;
import java.util.concurrent.Flow;

/**
 * Looks at many environments for drift, again and again, until it is closed. It changes nothing. It
 * holds no thread: it works on the engine's, within the clouds' rate limits. Safe for every thread.
 *
 * @since 0.1
 */
public sealed interface Patrol extends AutoCloseable permits EnginePatrol {

  /**
   * What it sees, from now on. A subscriber that lies more than a thousand events behind misses
   * some; one that throws hears no more. Completes when the patrol is closed.
   */
  Flow.Publisher<PatrolEvent> events();

  /** Begins nothing more. What it is looking at is let go of. Closing the engine does it, too. */
  @Override
  void close();
}
