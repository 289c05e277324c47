package dev.ashlar.execution.operation;

import dev.ashlar.connector.Failure;
import dev.ashlar.connector.Requests.Envelope;
import dev.ashlar.connector.call.Answer;
import dev.ashlar.connector.call.Call;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.observation.limit.Admission.Permit;
import dev.ashlar.schema.Operation;
import dev.ashlar.state.JournalEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One operation under way, from its durable begin to its end: tries again what failed in passing,
 * waits for what takes long, looks before it does anything when nobody knows whether a call took
 * effect. For the run's logical thread.
 */
public final class Mutation {
  /** Asking more often than this helps nobody. */
  private static final Duration SHORTEST_WAIT = Duration.ofMillis(100);

  /** A call is given at least this much of a lease. */
  private static final Duration SHORTEST_LEASE = Duration.ofMinutes(1);

  private static final Duration LEASE_WAIT = Duration.ofSeconds(5);
  private static final int MAX_ATTEMPTS = 5;

  private final Bench bench;
  private final Subject subject;
  private final Caller caller;
  private final Bench.Watcher watcher;
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final Optional<Interruption> interruption;
  private Optional<String> id = Optional.empty();
  private Optional<String> token = Optional.empty();
  private Instant lastTry;
  private Instant deadline;
  private int attempt;
  private int firstAttempt;
  private @Nullable String key;
  private @Nullable Failure doubt;
  private int tries;

  /** An operation that has not begun. */
  public Mutation(Bench bench, Subject subject, Caller caller, Bench.Watcher watcher) {
    this(bench, subject, caller, watcher, Optional.empty());
  }

  private Mutation(
      Bench bench,
      Subject subject,
      Caller caller,
      Bench.Watcher watcher,
      Optional<Interruption> interruption) {
    this.bench = bench;
    this.subject = subject;
    this.caller = caller;
    this.watcher = watcher;
    this.interruption = interruption;
    this.lastTry = bench.now().plus(subject.timeout());
    this.deadline = lastTry;
    this.attempt = bench.firstAttempt().applyAsInt(subject.change());
    this.firstAttempt = attempt;
  }

  /** Begins it; fails only where the journal does. */
  public CompletableFuture<Settled> start() {
    JournalEntry began =
        new JournalEntry.OperationBegan(
            subject.change(),
            subject.object(),
            subject.operation(),
            key(),
            attempt,
            subject.intent(),
            subject.target(),
            bench.now());
    return bench.journal().apply(began).thenCompose(durable -> call());
  }

  /**
   * An operation that another process had begun: it is asked after by its token, looked for, or
   * called again under its own key, and never begun anew.
   */
  public static Mutation after(
      Interruption interruption,
      Bench bench,
      Subject subject,
      Caller caller,
      Bench.Watcher watcher) {
    Mutation mutation = new Mutation(bench, subject, caller, watcher, Optional.of(interruption));
    mutation.attempt = interruption.attempt();
    mutation.firstAttempt = 1;
    mutation.token = interruption.token();
    mutation.id = interruption.id();
    return mutation;
  }

  /** Ends what was interrupted; fails only where the journal does. */
  public CompletableFuture<Settled> goOn() {
    return token.isPresent()
        ? resume()
        : look(Failure.inDoubt("the process that began it ended before the answer came"));
  }

  /** Worked out once for each attempt. */
  private String key() {
    String known = key;
    if (known == null) {
      known =
          interruption
              .map(Interruption::key)
              .orElseGet(() -> bench.key(subject.object(), subject.operation(), attempt));
      key = known;
    }
    return known;
  }

  private CompletableFuture<Settled> call() {
    if (isLeaseTooShort()) {
      return awaitLease();
    }
    Instant since = bench.now();
    CompletableFuture<Permit> admission = admission(subject.operation());
    if (admission.isDone()) {
      return call(admission.join());
    }
    return CompletableFuture.anyOf(admission, bench.cancelled())
        .thenComposeAsync(
            over -> {
              waitedSince(since);
              return admission.cancel(false) ? cancelled() : call(admission.join());
            },
            bench.delays().executor());
  }

  private boolean isLeaseTooShort() {
    Duration lease = bench.leaseLeft().get();
    return lease.compareTo(shorter(subject.timeout(), SHORTEST_LEASE)) < 0;
  }

  private CompletableFuture<Settled> call(Permit permit) {
    if (isLeaseTooShort()) {
      permit.ended(Optional.empty());
      return awaitLease();
    }
    tries++;
    deadline = bench.now().plus(subject.timeout());
    Duration longest = shorter(subject.timeout(), bench.leaseLeft().get());
    return answer(permit, caller.call(envelope(longest)), this::call);
  }

  /** Who waited for a limit or the lease when the run was cancelled makes no call. */
  private CompletableFuture<Settled> cancelled() {
    return done(
        doubt == null ? new Settled.Cancelled() : new Settled.InDoubt(doubt, id, diagnostics));
  }

  /** No more is tried; an earlier call may have taken effect for all that. */
  private CompletableFuture<Settled> givenUp(Failure failure) {
    return done(
        doubt == null
            ? new Settled.Failed(failure, id, diagnostics)
            : new Settled.InDoubt(doubt, id, diagnostics));
  }

  private CompletableFuture<Permit> admission(Operation operation) {
    return bench
        .patience()
        .admission()
        .admit(bench.patience().ask(subject.home(), subject.type(), operation), watcher::limited);
  }

  /** Time in a waiting line does not count, nor does that of looking, which has its own limit. */
  private void waitedSince(Instant since) {
    Duration waited = Duration.between(since, bench.now());
    lastTry = lastTry.plus(waited);
    deadline = deadline.plus(waited);
  }

  /** No call outlasts the lease: another process might make the same one meanwhile. */
  private CompletableFuture<Settled> awaitLease() {
    if (bench.cancelled().isDone()) {
      return cancelled();
    }
    if (bench.now().isAfter(lastTry)) {
      return givenUp(Failure.temporary("the lease on the records could not be renewed"));
    }
    return bench.delays().after(LEASE_WAIT, bench.cancelled()).thenCompose(over -> call());
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) <= 0 ? a : b;
  }

  private CompletableFuture<Settled> resume() {
    Instant since = bench.now();
    CompletableFuture<Permit> admission = admission(Operation.READ);
    if (admission.isDone()) {
      return resume(admission.join());
    }
    return admission.thenComposeAsync(
        permit -> {
          waitedSince(since);
          return resume(permit);
        },
        bench.delays().executor());
  }

  /** Asks also in a cancelled run: what was begun is to end. */
  private CompletableFuture<Settled> resume(Permit permit) {
    return answer(permit, caller.resume(envelope(left()), token.orElseThrow(), id), this::resume);
  }

  private CompletableFuture<Settled> answer(
      Permit permit,
      CompletableFuture<Call<Answer>> called,
      Supplier<CompletableFuture<Settled>> again) {
    return called.thenComposeAsync(
        call -> {
          permit.ended(call.failure());
          diagnostics.addAll(call.diagnostics());
          Optional<Answer> given = call.answer();
          return given.isPresent()
              ? answered(given.get())
              : failed(call.failure().orElseThrow(), again);
        },
        bench.delays().executor());
  }

  private Envelope envelope(Duration timeout) {
    return new Envelope(subject.object().address(), subject.opaque(), timeout, key());
  }

  private Duration left() {
    Duration left = Duration.between(bench.now(), deadline);
    return left.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : left;
  }

  private CompletableFuture<Settled> answered(Answer answer) {
    answer.id().ifPresent(named -> id = Optional.of(named));
    if (answer.isFinal()) {
      return done(new Settled.Done(answer));
    }
    Duration delay = answer.delay().compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : answer.delay();
    Instant resumeAt = bench.now().plus(delay);
    if (resumeAt.isAfter(deadline)) {
      return look(Failure.inDoubt("it is not done after " + subject.timeout().toSeconds() + " s"));
    }
    return progressed(answer, resumeAt)
        .thenCompose(
            durable -> {
              watcher.waiting(resumeAt);
              return bench.delays().after(delay);
            })
        .thenCompose(over -> resume());
  }

  /** Makes the token durable; one that was told before is. */
  private CompletableFuture<Void> progressed(Answer answer, Instant resumeAt) {
    boolean known = token.isPresent() && token.equals(answer.token()) && answer.id().isEmpty();
    token = answer.token();
    return known
        ? CompletableFuture.completedFuture(null)
        : bench
            .journal()
            .apply(
                new JournalEntry.OperationProgressed(
                    subject.change(), token.orElseThrow(), id, resumeAt));
  }

  private CompletableFuture<Settled> failed(
      Failure failure, Supplier<CompletableFuture<Settled>> again) {
    // A name that was told early may turn out to be that of somebody else's object.
    id = failure.kind() == Failure.Kind.ALREADY_EXISTS ? failure.id() : failure.id().or(() -> id);
    boolean underWay = token.isPresent();
    boolean half = subject.operation() == Operation.CREATE && id.isPresent() && !underWay;
    if (failure.kind().retrySafe() && !half) {
      return later(failure, underWay ? deadline : lastTry, again)
          .orElseGet(() -> underWay ? look(failure) : givenUp(failure));
    }
    // A broken answer that names its object is known well enough: the object is there, not as
    // asked.
    boolean known = failure.kind().outcomeKnown() || half && failure.kind() == Failure.Kind.BROKEN;
    return known ? done(new Settled.Failed(failure, id, diagnostics)) : look(failure);
  }

  /** Tries again after a while; empty where there is no time left or nothing more is begun. */
  private Optional<CompletableFuture<Settled>> later(
      Failure failure, Instant until, Supplier<CompletableFuture<Settled>> again) {
    Duration delay = bench.patience().backoff().after(failure, Math.max(1, tries));
    boolean underWay = token.isPresent();
    if (bench.now().plus(delay).isAfter(until) || !underWay && bench.cancelled().isDone()) {
      return Optional.empty();
    }
    watcher.retrying(tries + 1, delay, failure);
    if (underWay) {
      tries++;
      return Optional.of(bench.delays().after(delay).thenCompose(over -> again.get()));
    }
    return Optional.of(
        bench
            .delays()
            .after(delay, bench.cancelled())
            .thenCompose(over -> bench.cancelled().isDone() ? givenUp(failure) : again.get()));
  }

  private CompletableFuture<Settled> look(Failure failure) {
    return look(failure, bench.now().plus(subject.visibility()));
  }

  private CompletableFuture<Settled> look(Failure failure, Instant until) {
    Instant since = bench.now();
    return caller
        .look(envelope(subject.timeout()), id)
        .thenComposeAsync(
            sight -> {
              waitedSince(since);
              return seen(failure, until, sight);
            },
            bench.delays().executor());
  }

  private CompletableFuture<Settled> seen(Failure failure, Instant until, Sight sight) {
    if (sight instanceof Sight.Effect effect) {
      return done(new Settled.Done(effect.answer()));
    }
    if (sight instanceof Sight.UnderWay underWay) {
      return answered(underWay.answer());
    }
    boolean mayGoOn =
        failure.kind() != Failure.Kind.BROKEN
            && attempt - firstAttempt + 1 < MAX_ATTEMPTS
            && bench.now().isBefore(lastTry)
            && !bench.cancelled().isDone();
    if (sight instanceof Sight.NoEffect) {
      return mayGoOn && interruption.isEmpty()
          ? anew(failure)
          : done(new Settled.Failed(failure, id, diagnostics));
    }
    if (sight instanceof Sight.NotYet notYet && bench.now().isBefore(until)) {
      Duration delay = notYet.delay().compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : notYet.delay();
      return bench.delays().after(delay).thenCompose(over -> look(failure, until));
    }
    if (mayGoOn && subject.keyHonoured() && tries < MAX_ATTEMPTS) {
      doubt = failure;
      Optional<CompletableFuture<Settled>> again = later(failure, lastTry, this::call);
      if (again.isPresent()) {
        return again.get();
      }
    }
    return done(new Settled.InDoubt(failure, id, diagnostics));
  }

  /** It surely did not happen: the next attempt has a key of its own. */
  private CompletableFuture<Settled> anew(Failure failure) {
    attempt++;
    key = null;
    doubt = null;
    token = Optional.empty();
    return later(failure, lastTry, this::start)
        .orElseGet(() -> done(new Settled.Failed(failure, id, diagnostics)));
  }

  private static CompletableFuture<Settled> done(Settled settled) {
    return CompletableFuture.completedFuture(settled);
  }
}
