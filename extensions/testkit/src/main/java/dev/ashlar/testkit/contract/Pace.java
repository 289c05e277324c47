package dev.ashlar.testkit.contract;

import dev.ashlar.Ashlar;
import dev.ashlar.memory.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** How time goes by while a contract is checked. */
public sealed interface Pace {

  /** The engine, in this time; each number gives another lineage. */
  Ashlar.Builder of(Ashlar.Builder builder, int number);

  /** Lets time pass until the stage is complete; the stage's own exception passes. */
  <T> T await(CompletionStage<T> stage);

  /** Lets time pass. */
  void pause(Duration duration);

  /** The time now. */
  Instant now();

  /** The time of the machine; for each answer is waited so long at the most. */
  static Pace real(Duration patience) {
    return new Real(patience);
  }

  /** Virtual time: that of the cloud. */
  static Pace virtual(VirtualTime time) {
    return new Virtual(time);
  }

  /**
   * See {@link #real}.
   *
   * @param patience the longest wait for one answer
   */
  record Real(Duration patience) implements Pace {
    @Override
    public Ashlar.Builder of(Ashlar.Builder builder, int number) {
      return builder;
    }

    @Override
    public <T> T await(CompletionStage<T> stage) {
      return stage
          .toCompletableFuture()
          .thenApply(answer -> answer)
          .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
          .join();
    }

    @Override
    public void pause(Duration duration) {
      if (!duration.isZero()) {
        CompletableFuture.runAsync(
                () -> {},
                CompletableFuture.delayedExecutor(duration.toMillis(), TimeUnit.MILLISECONDS))
            .join();
      }
    }

    @Override
    public Instant now() {
      return Instant.now();
    }
  }

  /**
   * See {@link #virtual}.
   *
   * @param time the time
   */
  record Virtual(VirtualTime time) implements Pace {
    @Override
    public Ashlar.Builder of(Ashlar.Builder builder, int number) {
      return builder.time(time).executor(time).random(new Random(number));
    }

    @Override
    public <T> T await(CompletionStage<T> stage) {
      return time.run(stage.toCompletableFuture());
    }

    @Override
    public void pause(Duration duration) {
      if (!duration.isZero()) {
        time.advance(duration);
      }
    }

    @Override
    public Instant now() {
      return time.now();
    }
  }
}
