package dev.ashlar.memory.simulation;

import dev.ashlar.connector.TimeSource;
import dev.ashlar.memory.cloud.CloudState;
import dev.ashlar.memory.cloud.Decision;
import dev.ashlar.memory.cloud.Moment;
import dev.ashlar.memory.store.CloudStore;
import dev.ashlar.schema.Operation;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;

/**
 * Where every request passes: it meets the weather, waits out its latency, and is decided on. Safe
 * for every thread.
 */
public final class FrontDesk {
  private final CloudStore store;
  private final TimeSource time;
  private final Weather weather;
  private final long seed;
  private final double speed;

  /**
   * A desk.
   *
   * @param seed what identifiers and outputs are drawn from
   * @param speed how many times faster than in a real cloud long operations are
   */
  public FrontDesk(CloudStore store, TimeSource time, Weather weather, long seed, double speed) {
    this.store = store;
    this.time = time;
    this.weather = weather;
    this.seed = seed;
    this.speed = speed;
  }

  /** A request of a connector. */
  <T> CompletableFuture<T> request(
      Operation operation,
      String type,
      String subject,
      BiFunction<CloudState, Moment, Decision<T>> request) {
    Weather.Twist twist = weather.over(new Weather.Occasion(operation, type, subject, time.now()));
    Duration latency = twist.latency();
    CompletableFuture<T> answer = new CompletableFuture<>();
    if (latency.isZero()) {
      answer(answer, request);
    } else {
      time.schedule(latency, () -> answer(answer, request));
    }
    return answer;
  }

  private <T> void answer(
      CompletableFuture<T> answer, BiFunction<CloudState, Moment, Decision<T>> request) {
    try {
      answer.complete(now(request));
    } catch (RuntimeException e) {
      answer.completeExceptionally(e);
    }
  }

  /** A request of nobody: behind the engine's back, without weather or latency. */
  public <T> T now(BiFunction<CloudState, Moment, Decision<T>> request) {
    Moment moment = new Moment(time.now(), seed, speed);
    return store.decide(state -> request.apply(state, moment));
  }

  /** Makes sure that what was kept can be read. */
  public void look() {
    store.look(CloudState::size);
  }

  /** Tidies up what is kept. */
  public void tidy() {
    store.tidy();
  }
}
