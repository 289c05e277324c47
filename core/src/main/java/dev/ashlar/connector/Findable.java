package dev.ashlar.connector;

import dev.ashlar.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
      NOT_YET
    }

    private final Answer answer;
    private final List<Reading<S, O>> objects;
    private final Duration delay;

    private Finding(Answer answer, List<Reading<S, O>> objects, Duration delay) {
      this.answer = answer;
      this.objects = List.copyOf(objects);
      this.delay = delay;
    }

    /** These objects are there. */
    public static <S, O> Finding<S, O> found(List<Reading<S, O>> objects) {
      return new Finding<>(Answer.FOUND, objects, Duration.ZERO);
    }

    /**
     * There is none, and there will be none: the cloud's reads are consistent in this, or the
     * type's visibility bound is over.
     */
    public static <S, O> Finding<S, O> absent() {
      return new Finding<>(Answer.ABSENT, List.of(), Duration.ZERO);
    }

    /** None is to be seen yet. */
    public static <S, O> Finding<S, O> notYet(Duration delay) {
      return new Finding<>(Answer.NOT_YET, List.of(), delay);
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
  }
}
