package dev.ashlar.connector.call;

import dev.ashlar.connector.Failure;
import dev.ashlar.connector.OperationFailedException;
import dev.ashlar.connector.ProviderSession;
import dev.ashlar.connector.problem.ConnectorProblems;
import dev.ashlar.connector.session.OpenConnector;
import dev.ashlar.diagnostic.Code;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.value.Address;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a call that went wrong comes to, and what is said of the connector.
 *
 * @param on the connector
 * @param address the resource
 * @param what the word for the operation
 * @param mutates whether the call may have changed something
 * @param notes takes what is noticed after the call is over
 */
record Verdicts(
    OpenConnector<?, ?> on,
    Address address,
    String what,
    boolean mutates,
    Consumer<Diagnostic> notes) {

  /** A failure that needs no word about the connector. */
  <T> Call<T> failed(Failure failure) {
    return new Call.Failed<>(failure, List.of());
  }

  /** The connector threw, or its stage failed. */
  <T> Call<T> thrown(Throwable thrown) {
    Failure failure;
    try {
      failure = ProviderSession.explain(on.session(), thrown);
    } catch (RuntimeException | LinkageError e) {
      return broken(
          new Breach(
              "failed with an exception, and its provider's classify() threw "
                  + e.getClass().getName()));
    }
    if (failure == null) {
      return broken(
          new Breach("failed with an exception, and its provider's classify() gave null"));
    }
    if (failure.kind().outcomeKnown() || cause(thrown) instanceof OperationFailedException) {
      return failed(asFarAsItGoes(failure));
    }
    return new Call.Failed<>(
        asFarAsItGoes(failure),
        List.of(
            diagnostic(
                ConnectorProblems.UNEXPLAINED_EXCEPTION,
                "threw " + cause(thrown).getClass().getName())));
  }

  /** The connector broke its contract. */
  <T> Call<T> broken(Breach breach) {
    Failure failure = Failure.broken("the connector " + breach.how());
    Failure named = breach.id().map(failure::withId).orElse(failure);
    return new Call.Failed<>(
        named, List.of(diagnostic(ConnectorProblems.BROKEN_CONTRACT, breach.how())));
  }

  /** The connector did not answer in time. */
  <T> Call<T> unanswered(Duration timeout) {
    String detail = "there was no answer within " + seconds(timeout);
    return new Call.Failed<>(
        mutates ? Failure.inDoubt(detail) : Failure.temporary(detail),
        List.of(
            diagnostic(ConnectorProblems.NO_ANSWER, "did not answer within " + seconds(timeout))));
  }

  /** Something was noticed after the call was over. */
  void note(Code code) {
    notes.accept(
        diagnostic(
            code,
            code.equals(ConnectorProblems.LATE_ANSWER)
                ? "answered after its time was over"
                : "answered once more"));
  }

  /** A read that failed changed nothing, whatever the exception: it may be made again. */
  private Failure asFarAsItGoes(Failure failure) {
    return mutates || failure.kind() != Failure.Kind.IN_DOUBT
        ? failure
        : Failure.temporary(failure.detail());
  }

  private Diagnostic diagnostic(Code code, String how) {
    return Diagnostic.of(
            code, "On " + what + " of " + address + ", " + on.described() + " " + how + ".")
        .on(address);
  }

  private static Throwable cause(Throwable thrown) {
    Throwable cause = thrown;
    while (cause instanceof java.util.concurrent.CompletionException) {
      @Nullable Throwable inner = cause.getCause();
      if (inner == null) {
        break;
      }
      cause = inner;
    }
    return cause;
  }

  private static String seconds(Duration timeout) {
    return timeout.toMillis() % 1000 == 0 ? timeout.toSeconds() + " s" : timeout.toMillis() + " ms";
  }
}
