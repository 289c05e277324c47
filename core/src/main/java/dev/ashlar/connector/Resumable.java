package dev.ashlar.connector;

import dev.ashlar.schema.Operation;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * A connector whose operations may take long: the engine asks again with the token.
 *
 * @param <S> the Java type of what a user sets
 * @param <O> the Java type of what the cloud gives
 * @since 0.1
 */
public interface Resumable<S, O> extends Connector<S, O> {

  /** How far the operation is. Called after the delay that it asked for, also after a restart. */
  CompletionStage<Result<O>> resume(ResumeRequest<S> request);

  /**
   * A question after an operation under way.
   *
   * @param <S> the Java type of what a user sets
   */
  interface ResumeRequest<S> extends Connector.Mutation {
    /** What the connector called the operation. */
    String token();

    /** What kind of operation it is: create, update or delete. */
    Operation operation();

    /** What the object is to be; for a delete, what it was. */
    S spec();

    /** The provider's identifier, as soon as the connector has told one. */
    Optional<String> id();
  }
}
