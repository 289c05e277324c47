package dev.ashlar.execution.run;

import com.google.common.util.concurrent.MoreExecutors;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.connector.call.ConnectorCalls;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.execution.Outcome;
import dev.ashlar.execution.Run;
import dev.ashlar.execution.estimate.Estimate;
import dev.ashlar.execution.event.EventStream;
import dev.ashlar.execution.operation.Bench;
import dev.ashlar.execution.recovery.Recovery;
import dev.ashlar.execution.step.Ledger;
import dev.ashlar.execution.step.Performer;
import dev.ashlar.execution.step.Site;
import dev.ashlar.execution.step.Steps;
import dev.ashlar.observation.retry.Delays;
import dev.ashlar.observation.retry.Patience;
import dev.ashlar.plan.Action;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.OutputChange;
import dev.ashlar.plan.Plan;
import dev.ashlar.state.JournalEntry;
import dev.ashlar.state.State;
import dev.ashlar.state.journal.Journal;
import dev.ashlar.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Applies plans, each in a run of its own. Blocks no thread: any number of changes may be under way
 * on a few. Safe for every thread.
 */
public final class Execution {
  /** How many events a subscriber may lie behind before progress is left out for it. */
  private static final int EVENT_BOUND = 256;

  private final Surroundings surroundings;

  /** Applies plans in these surroundings. */
  public Execution(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /**
   * Starts to apply a plan. A plan that is refused, or of which nothing is to be done now, writes
   * nothing.
   *
   * @return the run; its events and its outcome arrive on the executor
   */
  public Run start(ExecutionRequest request) {
    return start(request, new CompletableFuture<>());
  }

  /**
   * Starts to apply a plan.
   *
   * @param cancelled when it completes, nothing more is begun, as with {@link Run#cancel}: for who
   *     has to be able to cancel before there is a run
   */
  public Run start(ExecutionRequest request, CompletionStage<Void> cancelled) {
    State state = request.journal().state();
    List<Diagnostic> refusals =
        Gate.refusals(request.plan(), state, request.genuine(), request.opening());
    if (!refusals.isEmpty()) {
      return ended(
          new Outcome.Refused(
              new Outcome.Report(state, List.of(), List.of(), refusals, Duration.ZERO)));
    }
    if (request.opening() == Opening.FRESH && isNothing(request.plan())) {
      return ended(new Outcome.Succeeded(new Tally(request.plan()).report(state, Duration.ZERO)));
    }
    return start(
        request,
        state,
        Steps::new,
        cancelled,
        request.opening() == Opening.GOING_ON ? Course.after(request.plan(), state) : Course.NEW,
        first(request, state));
  }

  private BiConsumer<Driver, String> first(ExecutionRequest request, State state) {
    return switch (request.opening()) {
      case FRESH ->
          (driver, lineage) -> driver.begin(List.of(began(request, lineage, state.serial() + 1)));
      case GOING_ON -> (driver, lineage) -> driver.goOn();
      case INSTEAD ->
          (driver, lineage) ->
              driver.begin(
                  List.of(
                      new JournalEntry.RunEnded(
                          "failed", Optional.empty(), surroundings.time().now()),
                      began(request, lineage, state.serial() + 1)));
    };
  }

  /** Ends a run that was left open, without beginning anything. */
  public CompletableFuture<Void> end(Journal journal, String outcome) {
    return journal.append(
        List.of(new JournalEntry.RunEnded(outcome, Optional.empty(), surroundings.time().now())));
  }

  /**
   * Ends what an interrupted run had begun, and begins nothing.
   *
   * @return the run; where there is nothing to end it writes nothing
   */
  public Run recover(RecoveryRequest request) {
    return recover(request, new CompletableFuture<>());
  }

  /**
   * Ends what an interrupted run had begun.
   *
   * @param cancelled as in {@link #start(ExecutionRequest, CompletionStage)}
   */
  public Run recover(RecoveryRequest request, CompletionStage<Void> cancelled) {
    State state = request.journal().state();
    List<Diagnostic> refusals = Answers.refusals(state, request.answers());
    if (!refusals.isEmpty()) {
      return ended(
          new Outcome.Refused(
              new Outcome.Report(state, List.of(), List.of(), refusals, Duration.ZERO)));
    }
    Plan plan =
        Plan.builder(state.environment(), state.serial())
            .changes(Recovery.changes(state))
            .onFailure(Environment.OnFailure.CONTINUE)
            .build();
    if (state.run().isEmpty()) {
      return ended(new Outcome.Succeeded(new Tally(plan).report(state, Duration.ZERO)));
    }
    ExecutionRequest going =
        new ExecutionRequest(
            plan,
            request.journal(),
            request.remainder(),
            request.fingerprint(),
            any -> true,
            request.principal());
    return start(
        going,
        state,
        site -> new Recovery(site, state, Answers.byOperation(request.answers())),
        cancelled,
        request.leavesOpen() ? Course.RECOVERY_LEFT_OPEN : Course.RECOVERY,
        (driver, lineage) -> driver.goOn());
  }

  /** Whether nothing is to be done in this round. */
  private static boolean isNothing(Plan plan) {
    return plan.changes().stream().allMatch(change -> change.action() == Action.DEFERRED)
        && plan.outputs().values().stream()
            .noneMatch(output -> isSettled(output.after()) && isOther(output));
  }

  /** Whether a value is known by now; of a secret that was read from a file nobody can tell. */
  private static boolean isSettled(Value value) {
    return value.isKnown() || value instanceof Value.SecretValue;
  }

  private static boolean isOther(OutputChange output) {
    return !output.before().equals(output.after());
  }

  private Run ended(Outcome outcome) {
    EventStream stream = new EventStream(surroundings.executor(), EVENT_BOUND, thrown -> {});
    stream.end();
    return Run.of(stream, CompletableFuture.completedFuture(outcome), () -> {});
  }

  private Run start(
      ExecutionRequest request,
      State state,
      Function<Site, Performer> performer,
      CompletionStage<Void> cancelled,
      Course course,
      BiConsumer<Driver, String> first) {
    Executor thread = MoreExecutors.newSequentialExecutor(surroundings.executor());
    AtomicReference<@Nullable Chronicle> teller = new AtomicReference<>();
    EventStream stream =
        new EventStream(
            surroundings.executor(),
            EVENT_BOUND,
            thrown -> note(thread, teller, Complaints.listener(thrown)));
    ConnectorCalls calls =
        new ConnectorCalls(
            surroundings.executor(),
            surroundings.time(),
            diagnostic -> note(thread, teller, diagnostic));
    Chronicle chronicle = chronicle(request.plan(), stream);
    teller.set(chronicle);
    String lineage = state.lineage().isEmpty() ? name(16) : state.lineage();
    Ledger ledger = new Ledger(request.journal(), thread, lineage);
    Bench bench =
        new Bench(
            ledger::append,
            new Patience(
                new Delays(surroundings.time(), thread),
                surroundings.backoff(),
                surroundings.admission(),
                state.environment().tenant()),
            lineage,
            request.plan().serial(),
            request.journal()::leaseLeft,
            new CompletableFuture<>(),
            change -> state.ended().attempts(change) + 1);
    Site site =
        new Site(
            request.plan(),
            ledger,
            request.remainder(),
            request.clearance(),
            surroundings.sessions(),
            calls,
            bench,
            request.fingerprint());
    CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    Driver driver =
        new Driver(
            site,
            performer.apply(site),
            surroundings.parallelism(),
            surroundings.turns(),
            chronicle,
            new Tally(request.plan()),
            request.journal(),
            thread,
            course,
            outcome);
    Runnable cancel = () -> unlessClosed(thread, driver::cancel);
    var unused = cancelled.thenRun(cancel);
    thread.execute(() -> first.accept(driver, lineage));
    return Run.of(stream, outcome, cancel);
  }

  private Chronicle chronicle(Plan plan, EventStream stream) {
    List<Change> now =
        plan.changes().stream().filter(change -> change.action() != Action.DEFERRED).toList();
    Estimate estimate = new Estimate(now, surroundings.parallelism().total());
    return new Chronicle(stream, surroundings.time(), estimate, now.size());
  }

  private static void note(
      Executor thread, AtomicReference<@Nullable Chronicle> teller, Diagnostic diagnostic) {
    unlessClosed(
        thread,
        () -> {
          Chronicle chronicle = teller.get();
          if (chronicle != null) {
            chronicle.noted(diagnostic);
          }
        });
  }

  /** After the engine's end nobody is left to be told or to be cancelled. */
  private static void unlessClosed(Executor thread, Runnable task) {
    try {
      thread.execute(task);
    } catch (RejectedExecutionException e) {
      return;
    }
  }

  private JournalEntry.RunBegan began(ExecutionRequest request, String lineage, long serial) {
    Instant now = surroundings.time().now();
    return new JournalEntry.RunBegan(
        name(16),
        lineage,
        serial,
        request.plan().origin(),
        request.principal(),
        request.plan().onFailure().name().toLowerCase(Locale.ROOT),
        now,
        request.plan().restores());
  }

  /** A random name. */
  private String name(int digits) {
    RandomGenerator random = surroundings.random();
    byte[] bytes = new byte[digits / 2];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
