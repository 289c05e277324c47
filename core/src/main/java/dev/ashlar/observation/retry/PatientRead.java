package dev.ashlar.observation.retry;

import dev.ashlar.connector.Failure;
import dev.ashlar.connector.call.Call;
import dev.ashlar.observation.limit.Admission;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A look at the cloud that is made when limits allow, and again when it failed in passing, until
 * its time is over. Time in the waiting line does not count.
 *
 * @param <T> what it answers
 */
public final class PatientRead<T> {
  private final Patience patience;
  private final Admission.Ask ask;
  private final Function<Duration, CompletableFuture<Call<T>>> look;
  private final Predicate<Failure> goOn;
  private Instant deadline;

  /**
   * A look.
   *
   * @param ask the wish to make one call of it
   * @param limit how long it may take altogether
   * @param look makes one call, which may take so long
   * @param goOn whether it is to be made again; asked only where that is safe and there is time
   */
  public PatientRead(
      Patience patience,
      Admission.Ask ask,
      Duration limit,
      Function<Duration, CompletableFuture<Call<T>>> look,
      Predicate<Failure> goOn) {
    this.patience = patience;
    this.ask = ask;
    this.look = look;
    this.goOn = goOn;
    this.deadline = now().plus(limit);
  }

  /** Makes it. */
  public CompletableFuture<Call<T>> start() {
    return attempt(1);
  }

  private CompletableFuture<Call<T>> attempt(int tries) {
    CompletableFuture<Admission.Permit> admission = patience.admission().admit(ask, about -> {});
    if (admission.isDone()) {
      return attempt(tries, admission.join());
    }
    Instant since = now();
    return admission.thenComposeAsync(
        permit -> {
          deadline = deadline.plus(Duration.between(since, now()));
          return attempt(tries, permit);
        },
        patience.delays().executor());
  }

  private CompletableFuture<Call<T>> attempt(int tries, Admission.Permit permit) {
    return look.apply(left())
        .thenCompose(
            call -> {
              permit.ended(call.failure());
              Failure failure = call.failure().orElse(null);
              if (failure == null || !failure.kind().retrySafe()) {
                return CompletableFuture.completedFuture(call);
              }
              Duration delay = patience.backoff().after(failure, tries);
              if (delay.compareTo(left()) >= 0 || !goOn.test(failure)) {
                return CompletableFuture.completedFuture(call);
              }
              return patience.delays().after(delay).thenCompose(over -> attempt(tries + 1));
            });
  }

  private Instant now() {
    return patience.delays().time().now();
  }

  private Duration left() {
    return Duration.between(now(), deadline);
  }
}
