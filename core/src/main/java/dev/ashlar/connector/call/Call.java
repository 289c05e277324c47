package dev.ashlar.connector.call;

import dev.ashlar.connector.Failure;
import dev.ashlar.diagnostic.Diagnostic;
import java.util.List;
import java.util.Optional;

/**
 * How a call of a connector ended.
 *
 * @param <T> what it answers
 */
public sealed interface Call<T> {

  /** The answer, if there is one. */
  default Optional<T> answer() {
    return this instanceof Answered<T> answered ? Optional.of(answered.value()) : Optional.empty();
  }

  /** Why there is none. */
  default Optional<Failure> failure() {
    return this instanceof Failed<T> failed ? Optional.of(failed.why()) : Optional.empty();
  }

  /** What is to be said of the connector itself: that it broke its contract, and how. */
  List<Diagnostic> diagnostics();

  /**
   * An answer that keeps the contract.
   *
   * @param <T> what it answers
   * @param value the answer
   */
  record Answered<T>(T value) implements Call<T> {
    @Override
    public List<Diagnostic> diagnostics() {
      return List.of();
    }
  }

  /**
   * No answer that can be used.
   *
   * @param <T> what it would answer
   * @param why the failure, typed; the cloud's, or that the connector broke its contract
   * @param diagnostics the connector's own fault, if it is one
   */
  record Failed<T>(Failure why, List<Diagnostic> diagnostics) implements Call<T> {
    /** Copies the list. */
    public Failed {
      diagnostics = List.copyOf(diagnostics);
    }
  }
}
