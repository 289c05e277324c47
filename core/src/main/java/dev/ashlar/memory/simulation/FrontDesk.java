package dev.ashlar.memory.simulation;

import dev.ashlar.connector.Failure;
import dev.ashlar.connector.TimeSource;
import dev.ashlar.memory.cloud.CloudChange;
import dev.ashlar.memory.cloud.CloudState;
import dev.ashlar.memory.cloud.Course;
import dev.ashlar.memory.cloud.Decision;
import dev.ashlar.memory.cloud.Moment;
import dev.ashlar.memory.cloud.Reply;
import dev.ashlar.memory.cloud.StoredObject;
import dev.ashlar.memory.store.CloudStore;
import dev.ashlar.schema.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Where every request passes: it meets the weather, travels, is decided on, and what it did is
 * noted. Safe for every thread.
 */
public final class FrontDesk {
  private final CloudStore store;
  private final TimeSource time;
  private final Weather weather;
  private final long seed;
  private final double speed;
  private final Effects effects = new Effects();
  private final Past past = new Past();

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
  CompletableFuture<Reply> request(
      Errand errand, BiFunction<CloudState, Moment, Decision<Reply>> request) {
    Twist twist = weather.over(new Weather.Occasion(errand, time.now()));
    Treatment treatment = twist.treatment();
    return new Passage<>(
            time,
            twist,
            () ->
                decide(
                    errand.key(),
                    treatment,
                    (state, moment) -> {
                      refuseTooMany(errand, treatment, state, moment);
                      return request.apply(state, moment);
                    }))
        .start();
  }

  /** A question of a connector. */
  <T> CompletableFuture<T> question(Errand errand, Function<View, T> question) {
    Twist twist = weather.over(new Weather.Occasion(errand, time.now()));
    return new Passage<>(
            time,
            twist,
            () ->
                look(
                    (state, moment) ->
                        question.apply(new View(state, moment, past, twist.treatment().age()))))
        .start();
  }

  private static void refuseTooMany(
      Errand errand, Treatment treatment, CloudState state, Moment moment) {
    if (errand.operation() != Operation.CREATE
        || treatment.quota().isEmpty()
        || errand.type().schema().idempotencyHorizon().isPresent()
            && state.createdBy(errand.key()).isPresent()) {
      return;
    }
    long there =
        state.ofType(errand.typeName()).values().stream()
            .filter(object -> object.name().place().equals(errand.place()))
            .filter(object -> object.at(moment.now()).isPresent())
            .count();
    int most = treatment.quota().getAsInt();
    if (there >= most) {
      throw Failure.quota("there may be " + most + " " + errand.typeName() + " and no more")
          .toException();
    }
  }

  /** A request of nobody: behind the engine's back, without weather or latency. */
  public <T> T now(BiFunction<CloudState, Moment, Decision<T>> request) {
    return decide("", Treatment.USUAL, request);
  }

  private <T> T decide(
      String key, Treatment treatment, BiFunction<CloudState, Moment, Decision<T>> request) {
    List<Effects.Effect> noted = new ArrayList<>();
    try {
      return store.decide(
          state -> {
            Moment moment = moment(treatment.course());
            Decision<T> decision = request.apply(state, moment);
            for (CloudChange change : decision.changes()) {
              past.note(moment.now(), state, change, treatment, weather.memory());
              noted.addAll(effects.note(moment.now(), state, change, key));
            }
            return decision;
          });
    } catch (RuntimeException e) {
      effects.revoke(noted);
      throw e;
    }
  }

  /** A question of nobody. */
  public <T> T look(BiFunction<CloudState, Moment, T> question) {
    return store.look(state -> question.apply(state, moment(Course.USUAL)));
  }

  /** What was done to the cloud since it was opened, in order. */
  public List<Effects.Effect> effects() {
    // A deletion whose time has come is an effect, though nobody has asked for it since.
    this.<Boolean>now(
        (state, moment) -> {
          List<CloudChange> over = new ArrayList<>();
          for (StoredObject object : state.all()) {
            if (object.at(moment.now()).isEmpty()) {
              over.add(new CloudChange.Remove(object.name()));
            }
          }
          return new Decision<>(over, true);
        });
    return effects.all();
  }

  private Moment moment(Course course) {
    return new Moment(time.now(), seed, speed, course);
  }

  /** Makes sure that there can be a cloud, without reading it. */
  public void check() {
    store.check();
  }

  /** Tidies up what is kept. */
  public void tidy() {
    store.tidy();
  }
}
