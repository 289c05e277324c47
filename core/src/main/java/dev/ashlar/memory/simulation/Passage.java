package dev.ashlar.memory.simulation;

import dev.ashlar.connector.Failure;
import dev.ashlar.connector.TimeSource;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * One call from its sending to its answer, with all that befalls it.
 *
 * @param <T> the answer
 */
final class Passage<T> {
  private final TimeSource time;
  private final Twist twist;
  private final Supplier<T> deed;
  private final CompletableFuture<T> answer = new CompletableFuture<>();

  Passage(TimeSource time, Twist twist, Supplier<T> deed) {
    this.time = time;
    this.twist = twist;
    this.deed = deed;
  }

  CompletableFuture<T> start() {
    twist.patience().ifPresent(most -> after(most, this::breakOff));
    if (twist.arrives()) {
      after(twist.outward(), this::arrive);
    }
    return answer;
  }

  private void arrive() {
    if (twist.treatment().refusal().isPresent()) {
      RuntimeException refusal = twist.treatment().refusal().get().toException();
      after(twist.homeward(), () -> comeHome(() -> answer.completeExceptionally(refusal)));
      return;
    }
    try {
      T done = deed.get();
      after(twist.homeward(), () -> comeHome(() -> answer.complete(done)));
    } catch (RuntimeException e) {
      after(twist.homeward(), () -> comeHome(() -> answer.completeExceptionally(e)));
    }
    twist.again().ifPresent(later -> after(later, this::arriveAgain));
  }

  /** Nobody hears the second answer. */
  private void arriveAgain() {
    try {
      var unused = deed.get();
    } catch (RuntimeException e) {
      return;
    }
  }

  private void comeHome(Runnable heard) {
    switch (twist.homecoming()) {
      case HEARD -> heard.run();
      case BROKEN -> breakOff();
      case LOST -> {}
    }
  }

  private void breakOff() {
    answer.completeExceptionally(
        Failure.inDoubt("the connection broke before an answer came").toException());
  }

  private void after(Duration delay, Runnable step) {
    if (delay.isZero()) {
      step.run();
    } else {
      time.schedule(delay, step);
    }
  }
}
