package dev.ashlar.observation.retry;

import dev.ashlar.connector.Failure;
import dev.ashlar.connector.call.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A look at the cloud that is made again when it failed in passing, until its time is over.
 *
 * @param <T> what it answers
 */
public final class PatientRead<T> {
  private final Delays delays;
  private final Backoff backoff;
  private final Instant deadline;
  private final Function<Duration, CompletableFuture<Call<T>>> look;
  private final Predicate<Failure> goOn;

  /**
   * A look.
   *
   * @param limit how long it may take altogether
   * @param look makes one call, which may take so long
   * @param goOn whether it is to be made again; asked only where that is safe and there is time
   */
  public PatientRead(
      Delays delays,
      Backoff backoff,
      Duration limit,
      Function<Duration, CompletableFuture<Call<T>>> look,
      Predicate<Failure> goOn) {
    this.delays = delays;
    this.backoff = backoff;
    this.deadline = delays.time().now().plus(limit);
    this.look = look;
    this.goOn = goOn;
  }

  /** Makes it. */
  public CompletableFuture<Call<T>> start() {
    return attempt(1);
  }

  private CompletableFuture<Call<T>> attempt(int tries) {
    return look.apply(left())
        .thenCompose(
            call -> {
              Failure failure = call.failure().orElse(null);
              if (failure == null || !failure.kind().retrySafe()) {
                return CompletableFuture.completedFuture(call);
              }
              Duration delay = backoff.after(failure, tries);
              if (delay.compareTo(left()) >= 0 || !goOn.test(failure)) {
                return CompletableFuture.completedFuture(call);
              }
              return delays.after(delay).thenCompose(over -> attempt(tries + 1));
            });
  }

  private Duration left() {
    return Duration.between(delays.time().now(), deadline);
  }
}
