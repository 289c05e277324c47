package dev.ashlar.state.journal;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Calls of an SPI, whose methods may also throw. */
final class Stages {
  private Stages() {}

  static <T> CompletableFuture<T> call(Supplier<CompletionStage<T>> call) {
    try {
      return call.get().toCompletableFuture();
    } catch (RuntimeException | Error e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  /**
   * Goes on with the result or the failure, on the executor; where that takes no task, at once and
   * with that failure. The action must not throw.
   */
  static <T> void onEnd(
      CompletableFuture<T> future,
      Executor executor,
      BiConsumer<@Nullable T, @Nullable Throwable> action) {
    var unused =
        future.whenComplete(
            (value, failure) -> {
              try {
                executor.execute(() -> action.accept(value, failure));
              } catch (RuntimeException | Error e) {
                action.accept(null, e);
              }
            });
  }

  /** Completes when the future has, whatever came of it. */
  static CompletableFuture<Boolean> settled(CompletableFuture<?> future) {
    return future.handle((value, failure) -> failure == null);
  }
}
