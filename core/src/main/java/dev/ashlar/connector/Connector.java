package dev.ashlar.connector;

import dev.ashlar.schema.ResourceType;
import dev.ashlar.value.Address;
import dev.ashlar.value.Bytes;
import dev.ashlar.value.ValuePath;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * One resource type, made real. Called from many threads for different resources, never twice at
 * once for the same one; returns promptly and completes later, on any thread. A failed stage is
 * explained by {@link ProviderSession#classify}, or carries an {@link OperationFailedException}.
 *
 * <p>More power is a separate small interface that a connector implements as well: {@link
 * Resumable}, {@link Findable}, {@link Searchable}, {@link BatchReadable}, {@link PlanRefining},
 * {@link Upgradable}.
 *
 * @param <S> the Java type of what a user sets; decoded values hold no unknowns
 * @param <O> the Java type of what the cloud gives
 * @since 0.1
 */
public interface Connector<S, O> {

  /** The schema and the Java types. Asked once per session and kept. */
  ResourceType<S, O> type();

  /**
   * Makes a new object. With the idempotency key of an earlier call it must not make a second one,
   * if the cloud can tell.
   */
  CompletionStage<Result<O>> create(CreateRequest<S> request);

  /** Looks at an object. One that does not exist is {@link Reading#absent}, not a failure. */
  CompletionStage<Reading<S, O>> read(ReadRequest<S, O> request);

  /** Changes an object in place. */
  CompletionStage<Result<O>> update(UpdateRequest<S, O> request);

  /** Removes an object. One that does not exist any more is {@link Result#deleted}, too. */
  CompletionStage<Result<O>> delete(DeleteRequest<S, O> request);

  /** What every request says. */
  interface Request {
    /** The resource that this is for, to be named in messages and tags. */
    Address address();

    /** Bytes that the connector asked to be kept with the object; empty at first. */
    Bytes opaque();

    /** How long the engine waits for the answer. */
    Duration timeout();
  }

  /** A request that changes something. */
  interface Mutation extends Request {
    /** The same for every try of one operation, also after a restart; at most 64 characters. */
    String idempotencyKey();
  }

  /**
   * A new object.
   *
   * @param <S> the Java type of what a user sets
   */
  interface CreateRequest<S> extends Mutation {
    /** What the object is to be. */
    S spec();
  }

  /**
   * A look at an object.
   *
   * @param <S> the Java type of what a user sets
   * @param <O> the Java type of what the cloud gives
   */
  interface ReadRequest<S, O> extends Request {
    /** The provider's identifier. */
    String id();

    /** What was last applied; empty when an object is imported. */
    Optional<S> spec();
  }

  /**
   * A change of an object in place.
   *
   * @param <S> the Java type of what a user sets
   * @param <O> the Java type of what the cloud gives
   */
  interface UpdateRequest<S, O> extends Mutation {
    /** The provider's identifier. */
    String id();

    /** What the object is to be. */
    S spec();

    /** What it is, as last observed; write-only components withheld. */
    S prior();

    /** What the cloud gave last. */
    O outputs();

    /**
     * The paths that differ between {@link #prior} and {@link #spec}, by the type's equivalence.
     */
    Set<ValuePath> changed();

    /** The version that the read before this call saw, where it told one. */
    Optional<String> version();
  }

  /**
   * The removal of an object.
   *
   * @param <S> the Java type of what a user sets
   * @param <O> the Java type of what the cloud gives
   */
  interface DeleteRequest<S, O> extends Mutation {
    /** The provider's identifier. */
    String id();

    /** What it is, as last observed; write-only components withheld. */
    S prior();

    /** What the cloud gave last. */
    O outputs();

    /** The version that the read before this call saw, where it told one. */
    Optional<String> version();
  }
}
