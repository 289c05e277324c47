package dev.ashlar.state.journal;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.connector.TimeSource;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.state.KeyService;
import dev.ashlar.state.State;
import dev.ashlar.state.StateProblems;
import dev.ashlar.state.StateStore;
import dev.ashlar.state.format.SnapshotText;
import dev.ashlar.state.secret.Fingerprints;
import dev.ashlar.state.secret.Keyring;
import dev.ashlar.state.secret.Keyrings;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * The states of all environments in one store. Safe for every thread; nothing here blocks, futures
 * complete on the executor. What a user can mend comes as diagnostics, a program's mistake as a
 * failed future.
 */
public final class States {
  private static final int LINEAGE_BYTES = 10;

  private final StateStore store;
  private final Keyrings keyrings;
  private final TimeSource time;
  private final Executor executor;
  private final RandomGenerator random;
  private final LeaseTerms terms;

  /**
   * States in a store.
   *
   * @param random fit for cryptography outside simulations; makes keys, nonces and lineages
   */
  public States(
      StateStore store,
      KeyService keys,
      TimeSource time,
      Executor executor,
      RandomGenerator random,
      LeaseTerms terms) {
    this.store = store;
    this.keyrings = new Keyrings(store, keys, random);
    this.time = time;
    this.executor = executor;
    this.random = random;
    this.terms = terms;
  }

  /** The state as it is now; serial 0 and no lineage where nothing is recorded. */
  public CompletableFuture<Checked<State>> load(Environment.Id environment) {
    return checked(environment, fold(environment, OptionalLong.empty()).thenApply(LogFold::state));
  }

  /** The state as it was when the run of a serial had ended; the last 20 are kept. */
  public CompletableFuture<Checked<State>> load(Environment.Id environment, long serial) {
    return checked(
        environment, fold(environment, OptionalLong.of(serial)).thenApply(LogFold::state));
  }

  /**
   * Opens the records for writing: acquires the lease, loads and checks.
   *
   * @param holder who, in words for a person: user, machine, process
   * @param maxWait how long to wait for another's lease
   * @return the journal; an environment of which nothing is recorded gets a fresh lineage
   */
  public CompletableFuture<Checked<Journal>> open(
      Environment.Id environment, String holder, Duration maxWait) {
    return checked(
        environment,
        Acquiring.acquire(store, time, executor, terms, environment, holder, maxWait)
            .thenCompose(granted -> opened(environment, granted)));
  }

  /** That somebody is writing at this moment; empty where nobody is, or that cannot be told. */
  public CompletableFuture<Optional<Diagnostic>> locked(Environment.Id environment) {
    return Stages.call(() -> store.holder(environment))
        .handleAsync(
            (holder, failure) ->
                failure == null
                    ? holder.map(by -> StateProblems.locked(environment, by.name(), by.until()))
                    : Optional.empty(),
            executor);
  }

  /** The fingerprints of an environment; its key is made where there is none. */
  public CompletableFuture<Checked<Fingerprints>> fingerprints(Environment.Id environment) {
    return checked(
        environment,
        Stages.call(() -> keyrings.findOrMake(environment)).thenApply(Keyring::fingerprints));
  }

  /** What is kept beside the log of an environment; what fails comes as for the log. */
  public <T> CompletableFuture<Checked<T>> beside(
      Environment.Id environment, Supplier<CompletionStage<T>> call) {
    return checked(environment, Stages.call(call));
  }

  /** The environments of which something is recorded. */
  public CompletableFuture<List<Environment.Id>> environments() {
    return Stages.call(store::environments).thenApplyAsync(List::copyOf, executor);
  }

  /**
   * Changes the key that secrets are encrypted with, and writes the state anew under it. The former
   * keys open what is left of them, or are forgotten: then the serials from before are lost.
   *
   * @return the state, as it was and is
   */
  public CompletableFuture<Checked<State>> rekey(
      Environment.Id environment, String holder, Duration maxWait, boolean forget) {
    return checked(
        environment,
        Acquiring.acquire(store, time, executor, terms, environment, holder, maxWait)
            .thenCompose(
                granted -> {
                  CompletableFuture<State> done = rekeyed(granted.lease(), forget);
                  return Stages.settled(done)
                      .thenCompose(
                          nothing ->
                              Stages.settled(Stages.call(() -> store.release(granted.lease()))))
                      .thenCompose(released -> done);
                }));
  }

  private CompletableFuture<State> rekeyed(StateStore.Lease lease, boolean forget) {
    return Stages.call(() -> keyrings.refresh(lease.environment()))
        .thenCompose(known -> fold(lease.environment(), OptionalLong.empty()))
        .thenCompose(
            fold ->
                Stages.call(() -> keyrings.turn(lease))
                    .thenComposeAsync(keyring -> rewritten(lease, fold.state(), keyring), executor)
                    .thenCompose(
                        written ->
                            forget
                                ? Stages.call(() -> keyrings.forget(lease))
                                    .thenApply(keyring -> fold.state())
                                : CompletableFuture.completedFuture(fold.state())));
  }

  private CompletableFuture<Void> rewritten(StateStore.Lease lease, State state, Keyring keyring) {
    return state.lineage().isEmpty()
        ? CompletableFuture.completedFuture(null)
        : Stages.call(
            () ->
                store.compact(
                    lease,
                    new StateStore.Snapshot(
                        state.serial(), new SnapshotText(keyring).write(state))));
  }

  private CompletableFuture<Journal> opened(
      Environment.Id environment, LeaseKeeper.Granted granted) {
    // Folded first: where there are records, a keyring that is missing must not be made anew.
    CompletableFuture<Journal> opened =
        Stages.call(() -> keyrings.refresh(environment))
            .thenCompose(known -> fold(environment, OptionalLong.empty()))
            .thenCompose(
                fold ->
                    Stages.call(() -> keyrings.findOrMake(environment))
                        .thenApplyAsync(keyring -> journal(keyring, fold, granted), executor));
    return opened.exceptionallyCompose(
        failure ->
            Stages.settled(Stages.call(() -> store.release(granted.lease())))
                .thenCompose(released -> CompletableFuture.failedFuture(failure)));
  }

  private Journal journal(Keyring keyring, LogFold fold, LeaseKeeper.Granted granted) {
    State state = fold.state();
    LogFold begun =
        state.lineage().isEmpty()
            ? new LogFold(State.empty(state.environment(), lineage()), 0, 0)
            : fold;
    return BatchingJournal.open(store, time, executor, terms, keyring, begun, granted);
  }

  private CompletableFuture<LogFold> fold(Environment.Id environment, OptionalLong serial) {
    return Stages.call(() -> keyrings.find(environment))
        .thenCombineAsync(
            Stages.call(() -> store.load(environment, serial)),
            (keyring, log) -> LogFold.of(environment, log, keyring),
            executor);
  }

  private String lineage() {
    byte[] bytes = new byte[LINEAGE_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private <T> CompletableFuture<Checked<T>> checked(
      Environment.Id environment, CompletableFuture<T> future) {
    return future.handleAsync(
        (value, failure) ->
            failure == null
                ? Checked.of(value)
                : Checked.refused(StoreFailure.explain(environment, failure)),
        executor);
  }
}
