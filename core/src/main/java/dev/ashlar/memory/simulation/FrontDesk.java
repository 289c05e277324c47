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
import java.util.function.Supplier;

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

  /** A request of a connector that may change something. */
  <T> CompletableFuture<T> request(
      Operation operation,
      String type,
      String subject,
      BiFunction<CloudState, Moment, Decision<T>> request) {
    return pass(operation, type, subject, () -> now(request));
  }

  /** A question of a connector. */
  <T> CompletableFuture<T> question(
      Operation operation,
      String type,
      String subject,
      BiFunction<CloudState, Moment, T> question) {
    return pass(operation, type, subject, () -> look(question));
  }

  private <T> CompletableFuture<T> pass(
      Operation operation, String type, String subject, Supplier<T> deed) {
    Weather.Twist twist = weather.over(new Weather.Occasion(operation, type, subject, time.now()));
    Duration latency = twist.latency();
    CompletableFuture<T> answer = new CompletableFuture<>();
    if (latency.isZero()) {
      answer(answer, deed);
    } else {
      time.schedule(latency, () -> answer(answer, deed));
    }
    return answer;
  }

  private static <T> void answer(CompletableFuture<T> answer, Supplier<T> deed) {
    try {
      answer.complete(deed.get());
    } catch (RuntimeException e) {
      answer.completeExceptionally(e);
    }
  }

  /** A request of nobody: behind the engine's back, without weather or latency. */
  public <T> T now(BiFunction<CloudState, Moment, Decision<T>> request) {
    return store.decide(state -> request.apply(state, moment()));
  }

  /** A question of nobody. */
  public <T> T look(BiFunction<CloudState, Moment, T> question) {
    return store.look(state -> question.apply(state, moment()));
  }

  private Moment moment() {
    return new Moment(time.now(), seed, speed);
  }

  /** Tidies up what is kept. */
  public void tidy() {
    store.tidy();
  }
}
