package dev.ashlar.cli;

import dev.ashlar.execution.Run;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * What happens when the user interrupts: the run is cancelled, and what is in flight is recorded.
 */
final class Interruption {
  private static final long LONGEST_SECONDS = 60;

  private Interruption() {}

  /** Waits; an interrupt of the process cancels the run and still waits for its end. */
  static <T> T cancelling(Run run, Supplier<T> waiting) {
    CountDownLatch ended = new CountDownLatch(1);
    Thread hook =
        new Thread(
            () -> {
              run.cancel();
              try {
                ended.await(LONGEST_SECONDS, TimeUnit.SECONDS);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            "ashlar-interruption");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      return waiting.get();
    } finally {
      ended.countDown();
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException shuttingDown) {
        // The hook is under way, and has just been told that the run ended.
      }
    }
  }
}
