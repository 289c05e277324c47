package dev.ashlar.connector;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/**
 * A connector that reads many resources in one call. An id that is missing from the answer is read
 * alone.
 *
 * @param <S> the Java type of what a user sets
 * @param <O> the Java type of what the cloud gives
 * @since 0.1
 */
public interface BatchReadable<S, O> extends Connector<S, O> {

  /** The most requests that one call takes. */
  int batchLimit();

  /** Looks at many objects, by their identifiers. */
  CompletionStage<Map<String, Reading<S, O>>> readAll(BatchReadRequest<S, O> request);

  /**
   * A look at many objects.
   *
   * @param <S> the Java type of what a user sets
   * @param <O> the Java type of what the cloud gives
   */
  interface BatchReadRequest<S, O> {
    /** The single requests, each with another identifier. */
    List<Connector.ReadRequest<S, O>> reads();
  }
}
