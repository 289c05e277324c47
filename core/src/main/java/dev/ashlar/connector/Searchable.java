package dev.ashlar.connector;

import dev.ashlar.value.Value;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * A connector that finds objects by their attributes: for lookups.
 *
 * @param <S> the Java type of what a user sets
 * @param <O> the Java type of what the cloud gives
 * @since 0.1
 */
public interface Searchable<S, O> extends Connector<S, O> {

  /** The objects that match, at most {@link SearchRequest#limit} of them, in a stable order. */
  CompletionStage<List<Reading<S, O>>> search(SearchRequest request);

  /** A search. */
  interface SearchRequest extends Connector.Request {
    /** Attributes (properties or outputs) that must be equal; known, maybe with secrets. */
    Value.MapValue where();

    /** The most objects that are wanted. */
    int limit();
  }
}
