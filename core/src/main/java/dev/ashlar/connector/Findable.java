package dev.ashlar.connector;

import dev.ashlar.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * A connector that can tell, after a crash, whether a create took effect.
 *
 * @param <S> the Java type of what a user sets
 * @param <O> the Java type of what the cloud gives
 * @since 0.1
 */
public interface Findable<S, O> extends Connector<S, O> {

  /** Looks for the objects that an operation with this key, mark or identity made. */
  CompletionStage<Finding<S, O>> find(FindRequest<S> request);

  /**
   * A search for what an interrupted create may have made.
   *
   * @param <S> the Java type of what a user sets
   */
  interface FindRequest<S> extends Connector.Mutation {
    /** What the object was to be, its mark of ownership included. */
    S spec();

    /** The mark of ownership; null where the type carries none. */
    Value ownershipMark();

    /**
     * When the operation was sent for the last time. What a cloud does not show when the type's
     * visibility bound after this is over, it will never show.
     */
    Instant since();
  }

  /**
   * What a search saw.
   *
   * @param <S> the Java type of what a user sets
   * @param <O> the Java type of what the cloud gives
   */
  final class Finding<S, O> {
    /** What can be said. */
    public enum Answer {
      /** These objects are there. */
      FOUND,
      /** There is none, and there will be none. */
      ABSENT,
      /** None is to be seen yet; ask again later. */
      NOT_YET,
      /** There is one, and the cloud is still making it, or could not: go on with the token. */
      UNDER_WAY
    }

    private final Answer answer;
    private final List<Reading<S, O>> objects;
    private final Duration delay;
    private final Optional<String> token;

    private Finding(
        Answer answer, List<Reading<S, O>> objects, Duration delay, Optional<String> token) {
      this.answer = answer;
      this.objects = List.copyOf(objects);
      this.delay = delay;
      this.token = token;
    }

    /** These objects are there. */
    public static <S, O> Finding<S, O> found(List<Reading<S, O>> objects) {
      return new Finding<>(Answer.FOUND, objects, Duration.ZERO, Optional.empty());
    }

    /**
     * There is none, and there will be none: the cloud's reads are consistent in this, or the
     * type's visibility bound is over.
     */
    public static <S, O> Finding<S, O> absent() {
      return new Finding<>(Answer.ABSENT, List.of(), Duration.ZERO, Optional.empty());
    }

    /** None is to be seen yet. */
    public static <S, O> Finding<S, O> notYet(Duration delay) {
      return new Finding<>(Answer.NOT_YET, List.of(), delay, Optional.empty());
    }

    /**
     * There is one object, and the cloud is still making it, or has begun and could not finish:
     * then the resumption tells. Only for connectors that are {@link Resumable}: what the create
     * would have answered goes on from here.
     *
     * @param token what to resume with
     * @param delay when to ask how far it is
     */
    public static <S, O> Finding<S, O> underWay(
        Reading<S, O> object, String token, Duration delay) {
      return new Finding<>(Answer.UNDER_WAY, List.of(object), delay, Optional.of(token));
    }

    /** What can be said. */
    public Answer answer() {
      return answer;
    }

    /** The objects found. */
    public List<Reading<S, O>> objects() {
      return objects;
    }

    /** When to ask again. */
    public Duration delay() {
      return delay;
    }

    /** What to resume with, where the cloud is still making the object. */
    public Optional<String> token() {
      return token;
    }
  }
}
