package dev.ashlar.connector.call;

import dev.ashlar.connector.BatchReadable;
import dev.ashlar.connector.Failure;
import dev.ashlar.connector.Findable;
import dev.ashlar.connector.PlanRefining;
import dev.ashlar.connector.Reading;
import dev.ashlar.connector.Requests;
import dev.ashlar.connector.Requests.Envelope;
import dev.ashlar.connector.Result;
import dev.ashlar.connector.Resumable;
import dev.ashlar.connector.Searchable;
import dev.ashlar.connector.TimeSource;
import dev.ashlar.connector.Upgradable;
import dev.ashlar.connector.session.OpenConnector;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.schema.Operation;
import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import dev.ashlar.value.ValuePath;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Calls connectors, with values in and values out. The connector runs on the executor, and so does
 * whatever depends on the returned future. That future always completes normally, at the latest
 * when the envelope's timeout is over: a connector that throws, answers null, twice, never, or
 * against its schema is a {@link Call.Failed} that names it.
 */
public final class ConnectorCalls {
  private final Executor executor;
  private final TimeSource time;
  private final Consumer<Diagnostic> notes;

  /**
   * Calls on this executor.
   *
   * @param time what deadlines are measured with
   * @param notes takes, on any thread, what is noticed after a call is over: late and second
   *     answers
   */
  public ConnectorCalls(Executor executor, TimeSource time, Consumer<Diagnostic> notes) {
    this.executor = executor;
    this.time = time;
    this.notes = notes;
  }

  /** Makes a new object. */
  public <S, O> CompletableFuture<Call<Answer>> create(
      OpenConnector<S, O> on, Envelope envelope, MapValue spec) {
    return this.<S, O>mutate(
        on,
        envelope,
        Operation.CREATE,
        () -> on.connector().create(Requests.create(envelope, spec(on, spec))));
  }

  /** Changes an object in place. */
  public <S, O> CompletableFuture<Call<Answer>> update(
      OpenConnector<S, O> on,
      Envelope envelope,
      MapValue spec,
      Prior prior,
      Set<ValuePath> changed) {
    return this.<S, O>mutate(
        on,
        envelope,
        Operation.UPDATE,
        () ->
            on.connector()
                .update(
                    Requests.update(
                        envelope,
                        prior.id(),
                        spec(on, spec),
                        spec(on, prior.properties()),
                        outputs(on, prior.outputs()),
                        changed,
                        prior.version())));
  }

  /** Removes an object. */
  public <S, O> CompletableFuture<Call<Answer>> delete(
      OpenConnector<S, O> on, Envelope envelope, Prior prior) {
    return this.<S, O>mutate(
        on,
        envelope,
        Operation.DELETE,
        () ->
            on.connector()
                .delete(
                    Requests.delete(
                        envelope,
                        prior.id(),
                        spec(on, prior.properties()),
                        outputs(on, prior.outputs()),
                        prior.version())));
  }

  /** Asks how far an operation is. */
  public <S, O> CompletableFuture<Call<Answer>> resume(
      OpenConnector<S, O> on,
      Envelope envelope,
      String token,
      Operation operation,
      MapValue spec,
      Optional<String> id) {
    if (!(on.connector() instanceof Resumable<S, O> resumable)) {
      return CompletableFuture.completedFuture(
          new Call.Failed<>(
              Failure.inDoubt("the connector cannot say how far its operation is"), List.of()));
    }
    return this.<S, O>mutate(
        on,
        envelope,
        operation,
        () -> resumable.resume(Requests.resume(envelope, token, operation, spec(on, spec), id)));
  }

  /** Looks at an object; empty where there is none. */
  public <S, O> CompletableFuture<Call<Optional<Observed>>> read(
      OpenConnector<S, O> on, Envelope envelope, String id, Optional<MapValue> spec) {
    return this.<Reading<S, O>, Optional<Observed>>look(
        on,
        envelope,
        "read",
        () -> on.connector().read(Requests.read(envelope, id, spec.map(known -> spec(on, known)))),
        new ReadingCheck<>(on)::checked);
  }

  /** Looks for what was made long ago. */
  public <S, O> CompletableFuture<Call<Found>> find(
      OpenConnector<S, O> on, Envelope envelope, MapValue spec, Value ownershipMark) {
    return find(on, envelope, spec, ownershipMark, Instant.EPOCH);
  }

  /**
   * Looks for what an interrupted create may have made.
   *
   * @param since when it was sent for the last time
   */
  public <S, O> CompletableFuture<Call<Found>> find(
      OpenConnector<S, O> on,
      Envelope envelope,
      MapValue spec,
      Value ownershipMark,
      Instant since) {
    if (!(on.connector() instanceof Findable<S, O> findable)) {
      return unable("find");
    }
    return this.<Findable.Finding<S, O>, Found>look(
        on,
        envelope,
        "find",
        () -> findable.find(Requests.find(envelope, spec(on, spec), ownershipMark, since)),
        finding -> {
          Findable.Finding<S, O> found = answered(finding);
          return new Found(
              found.answer(),
              new ReadingCheck<>(on).all(found.objects()),
              found.delay(),
              found.token());
        });
  }

  /** Finds objects by their attributes, at most so many. */
  public <S, O> CompletableFuture<Call<List<Observed>>> search(
      OpenConnector<S, O> on, Envelope envelope, MapValue where, int limit) {
    if (!(on.connector() instanceof Searchable<S, O> searchable)) {
      return unable("search");
    }
    return this.<List<Reading<S, O>>, List<Observed>>look(
        on,
        envelope,
        "search",
        () -> searchable.search(Requests.search(envelope, where, limit)),
        readings -> {
          List<Observed> all = new ReadingCheck<>(on).all(readings);
          return all.size() > limit ? List.copyOf(all.subList(0, limit)) : all;
        });
  }

  /**
   * Looks at many objects in one call; at most {@link BatchReadable#batchLimit} of them. What is
   * wrong with one object is told of that one. An object that the answer leaves out is to be read
   * alone.
   */
  public <S, O> CompletableFuture<Call<BatchAnswer>> readAll(
      OpenConnector<S, O> on, List<BatchItem> items) {
    if (!(on.connector() instanceof BatchReadable<S, O> batch) || items.isEmpty()) {
      return unable("read in batches");
    }
    return new BatchCall<>(on, batch, items).start(this);
  }

  /** Lets the connector complete a proposed plan. */
  public <S, O> CompletableFuture<Call<PlanRefining.Refinement>> refine(
      OpenConnector<S, O> on,
      Envelope envelope,
      MapValue declared,
      Optional<MapValue> prior,
      MapValue proposed) {
    if (!(on.connector() instanceof PlanRefining<S, O> refining)) {
      return unable("refine a plan");
    }
    return this.<PlanRefining.Refinement, PlanRefining.Refinement>look(
        on,
        envelope,
        "plan",
        () -> refining.refine(Requests.refine(envelope, declared, prior, proposed)),
        ConnectorCalls::answered);
  }

  /** Takes what an older version of the schema stored into the form of this one. */
  public <S, O> CompletableFuture<Call<Upgradable.Upgraded>> upgrade(
      OpenConnector<S, O> on,
      Envelope envelope,
      int version,
      MapValue properties,
      MapValue outputs) {
    if (!(on.connector() instanceof Upgradable<S, O> upgradable)) {
      return unable("read what an older version stored");
    }
    return this.<Upgradable.Upgraded, Upgradable.Upgraded>look(
        on,
        envelope,
        "upgrade",
        () ->
            CompletableFuture.completedFuture(
                upgradable.upgrade(Requests.upgrade(version, properties, outputs))),
        upgraded -> {
          SchemaCheck schema = new SchemaCheck(on.schema());
          Upgradable.Upgraded given = answered(upgraded);
          return new Upgradable.Upgraded(
              schema.checked(on.schema().properties(), given.properties()),
              schema.checked(on.schema().outputs(), given.outputs()));
        });
  }

  private <S, O> CompletableFuture<Call<Answer>> mutate(
      OpenConnector<S, O> on,
      Envelope envelope,
      Operation operation,
      Supplier<CompletionStage<Result<O>>> connector) {
    String what = operation.name().toLowerCase(Locale.ROOT);
    return new PendingCall<>(
            executor,
            new Verdicts(on, envelope.address(), what, true, notes),
            connector,
            new ResultCheck<>(on, operation)::checked)
        .start(time, envelope.timeout());
  }

  <R, T> CompletableFuture<Call<T>> look(
      OpenConnector<?, ?> on,
      Envelope envelope,
      String what,
      Supplier<CompletionStage<R>> connector,
      Function<@Nullable R, T> check) {
    return new PendingCall<>(
            executor, new Verdicts(on, envelope.address(), what, false, notes), connector, check)
        .start(time, envelope.timeout());
  }

  private static <T> CompletableFuture<Call<T>> unable(String what) {
    return CompletableFuture.completedFuture(
        new Call.Failed<>(Failure.invalid("the connector cannot " + what), List.of()));
  }

  private static <R> R answered(@Nullable R answer) {
    if (answer == null) {
      throw new Breach("answered null");
    }
    return Objects.requireNonNull(answer);
  }

  static <S, O> S spec(OpenConnector<S, O> on, MapValue values) {
    return Undecodable.decode(on.type().spec(), values);
  }

  private static <S, O> O outputs(OpenConnector<S, O> on, MapValue values) {
    return Undecodable.decode(on.type().outputs(), values);
  }
}
