package dev.ashlar.execution.step;

import dev.ashlar.connector.Failure;
import dev.ashlar.connector.call.Call;
import dev.ashlar.connector.call.ConnectorCalls;
import dev.ashlar.connector.session.OpenConnector;
import dev.ashlar.connector.session.Sessions;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Code;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.execution.operation.Bench;
import dev.ashlar.observation.limit.Admission;
import dev.ashlar.observation.retry.PatientRead;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Plan;
import dev.ashlar.schema.Operation;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Value;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What all changes of a run are made with.
 *
 * @param plan the plan
 * @param ledger the records
 * @param remainder evaluates what is left
 * @param clearance has the last word on each change
 * @param sessions connectors
 * @param calls calls them
 * @param bench makes operations
 * @param fingerprint a keyed fingerprint of a value
 */
public record Site(
    Plan plan,
    Ledger ledger,
    Remainder remainder,
    Clearance clearance,
    Sessions sessions,
    ConnectorCalls calls,
    Bench bench,
    Function<Value, String> fingerprint) {

  /** The connector that serves a home, or why there is none. */
  public Checked<OpenConnector<?, ?>> connector(StateObject.Home home, String type) {
    Checked<Value.MapValue> configuration = remainder.configuration(home, ledger);
    Optional<Value.MapValue> values = configuration.value();
    return values.isPresent()
        ? sessions.connector(home.provider(), values.get(), type)
        : Checked.refused(configuration.diagnostics());
  }

  /** A home whose scope was not known while planning, as it is by now. */
  StateObject.Home home(StateObject.Home planned) {
    if (planned.scope().isKnown()) {
      return planned;
    }
    Value.MapValue configuration =
        remainder.configuration(planned, ledger).value().orElse(Value.MapValue.EMPTY);
    Value.MapValue scope = planned.scope();
    for (Map.Entry<String, Value> entry : planned.scope().entries().entrySet()) {
      if (!entry.getValue().isKnown()) {
        scope = scope.with(entry.getKey(), configuration.get(entry.getKey()));
      }
    }
    return new StateObject.Home(planned.provider(), planned.configuration(), scope);
  }

  /** A wish to make a call. */
  public Admission.Ask ask(StateObject.Home home, String type, Operation operation) {
    return bench.patience().ask(home, type, operation);
  }

  /** A look at the cloud, made again while it fails in passing. */
  public <T> CompletableFuture<Call<T>> patiently(
      Admission.Ask ask, Duration limit, Function<Duration, CompletableFuture<Call<T>>> look) {
    return patiently(ask, limit, look, failure -> !bench.cancelled().isDone());
  }

  /** The same after a call of unknown outcome, also in a cancelled run: what began is to end. */
  public <T> CompletableFuture<Call<T>> afterDoubt(
      Admission.Ask ask, Duration limit, Function<Duration, CompletableFuture<Call<T>>> look) {
    return patiently(ask, limit, look, failure -> true);
  }

  private <T> CompletableFuture<Call<T>> patiently(
      Admission.Ask ask,
      Duration limit,
      Function<Duration, CompletableFuture<Call<T>>> look,
      Predicate<Failure> goOn) {
    return new PatientRead<>(
            bench.patience(),
            ask,
            limit,
            left -> look.apply(left).thenApplyAsync(call -> call, bench.delays().executor()),
            goOn)
        .start();
  }

  /** A problem with a change, on its resource, at its place, for its canvas element. */
  public static Diagnostic problem(Change change, Code code, String detail) {
    return located(change, Diagnostic.of(code, detail));
  }

  /** The same problem, with the places of the change where it has none. */
  static Diagnostic located(Change change, Diagnostic diagnostic) {
    Diagnostic located =
        diagnostic.address().isPresent() ? diagnostic : diagnostic.on(change.address());
    if (located.location().isEmpty()) {
      located = located.at(change.location().orElse(null));
    }
    return located.canvas().isEmpty() ? located.canvas(change.canvas().orElse(null)) : located;
  }

  /** The same problems, with the places of the change where they have none. */
  public static List<Diagnostic> located(Change change, List<Diagnostic> diagnostics) {
    return diagnostics.stream().map(each -> located(change, each)).toList();
  }
}
