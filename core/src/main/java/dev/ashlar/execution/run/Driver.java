package dev.ashlar.execution.run;

import dev.ashlar.blueprint.Environment.OnFailure;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.execution.Event;
import dev.ashlar.execution.ExecutionProblems;
import dev.ashlar.execution.Outcome;
import dev.ashlar.execution.readiness.Readiness;
import dev.ashlar.execution.step.Ending;
import dev.ashlar.execution.step.Performer;
import dev.ashlar.execution.step.Site;
import dev.ashlar.execution.turn.Line;
import dev.ashlar.execution.turn.Turns;
import dev.ashlar.plan.Change;
import dev.ashlar.state.JournalEntry;
import dev.ashlar.state.journal.Journal;
import dev.ashlar.state.journal.JournalException;
import dev.ashlar.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Walks one plan: begins what may begin, as many changes at a time as allowed, records what they
 * come to, and only then lets others depend on it. Everything here runs on the run's one logical
 * thread.
 */
final class Driver {
  private final Site site;
  private final Performer performer;
  private final Readiness readiness;
  private final Parallelism parallelism;
  private final Chronicle chronicle;
  private final Tally tally;
  private final Journal journal;
  private final Executor thread;
  private final CompletableFuture<Outcome> outcome;
  private final Map<String, Change> changes = new HashMap<>();
  private final Map<String, Integer> underWay = new HashMap<>();
  private final Set<String> calling = new HashSet<>();
  private final Instant began;
  private final Line line;
  private final Course course;
  private boolean begun;
  private boolean finishing;
  private boolean cancelled;
  private boolean broken;

  Driver(
      Site site,
      Performer performer,
      Parallelism parallelism,
      Turns turns,
      Chronicle chronicle,
      Tally tally,
      Journal journal,
      Executor thread,
      Course course,
      CompletableFuture<Outcome> outcome) {
    this.site = site;
    this.performer = performer;
    this.parallelism = parallelism;
    this.chronicle = chronicle;
    this.tally = tally;
    this.journal = journal;
    this.thread = thread;
    this.outcome = outcome;
    this.began = now();
    this.course = course;
    this.readiness = course.readiness(site.plan());
    for (Change change : site.plan().changes()) {
      changes.put(change.id(), change);
      if (course.done().contains(change.id())) {
        tally.ended(change, Event.Status.DONE, change.action(), Duration.ZERO);
      }
    }
    this.line = turns.join(site.plan().environment().tenant(), () -> wake(thread));
  }

  /** Begins the run: all at once, or not at all. */
  void begin(List<JournalEntry> entries) {
    var unused =
        site.ledger()
            .append(entries)
            .whenCompleteAsync(
                (durable, thrown) -> {
                  if (thrown == null) {
                    begun = true;
                  } else {
                    stopFor(thrown);
                  }
                  pump();
                },
                thread);
  }

  /** Goes on with a run that has begun already. */
  void goOn() {
    begun = true;
    pump();
  }

  /** Begins nothing more. */
  void cancel() {
    if (!cancelled) {
      cancelled = true;
      readiness.cancel();
      site.bench().cancelled().complete(null);
      if (begun) {
        pump();
      }
    }
  }

  private Instant now() {
    return site.bench().delays().time().now();
  }

  /** Its turn has come, among all runs of the engine. */
  private void wake(Executor thread) {
    try {
      thread.execute(this::pump);
    } catch (RejectedExecutionException closed) {
      line.leave();
    }
  }

  private void pump() {
    int wish = wish();
    while (wish > 0 && line.take(wish)) {
      start(change(readiness.start(parallelism.busy(underWay)).orElseThrow()));
      wish = wish();
    }
    if (wish == 0) {
      line.pass();
    }
    if (readiness.isOver() && !finishing) {
      finishing = true;
      finish();
    }
  }

  /** How many changes could be begun now, if all turns were this run's. */
  private int wish() {
    int room = parallelism.total() - calling.size();
    return room > 0 ? Math.min(room, readiness.startable(parallelism.busy(underWay))) : 0;
  }

  private void start(Change change) {
    Instant started = now();
    calling.add(change.id());
    underWay.merge(change.home().provider(), 1, Integer::sum);
    chronicle.started(change);
    var unused =
        performed(change)
            .handleAsync(
                (ending, thrown) -> thrown == null ? ending : thrown(change, thrown), thread)
            .thenCompose(ending -> returned(change, ending))
            .thenAccept(ending -> ended(change, started, ending))
            .exceptionally(this::failed);
  }

  /** A defect of the driver's own: better an outcome that says so than none. */
  private @Nullable Void failed(Throwable thrown) {
    stopFor(thrown);
    if (!finishing) {
      finishing = true;
      over();
    }
    return null;
  }

  private CompletableFuture<Ending> performed(Change change) {
    try {
      return performer.perform(change, chronicle.watching(change));
    } catch (RuntimeException | Error e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  /** An end without an ending: the journal failed, or something of ours did. */
  private Ending thrown(Change change, Throwable thrown) {
    Throwable cause = cause(thrown);
    if (cause instanceof JournalException) {
      stopFor(cause);
    }
    Diagnostic why =
        cause instanceof JournalException
            ? Complaints.notBegun(change)
            : Complaints.defect(change, cause);
    return new Ending(false, change.action(), List.of(), List.of(why), Optional.empty());
  }

  private static Throwable cause(Throwable thrown) {
    Throwable cause = thrown;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  /**
   * The cloud has answered. Others may begin while that becomes durable, and their begins with it:
   * not after a failure, and not before what is more urgent and waits for this one.
   */
  private CompletableFuture<Ending> returned(Change change, Ending ending) {
    CompletableFuture<Ending> recorded = recorded(change, ending);
    if (!ending.isFailure() && readiness.yields(change.id(), parallelism.busy(underWay))) {
      leave(change);
      pump();
    }
    return recorded;
  }

  /** Gives the turn back. */
  private void leave(Change change) {
    if (calling.remove(change.id())) {
      underWay.merge(change.home().provider(), -1, Integer::sum);
      line.ended();
    }
  }

  private CompletableFuture<Ending> recorded(Change change, Ending ending) {
    if (ending.decision().isPresent()) {
      return open(change, ending);
    }
    JournalEntry end =
        new JournalEntry.OperationEnded(
            change.id(),
            ending.succeeded(),
            ending.effects(),
            now(),
            course.recovering() || ending.isWithout(),
            ending.isConflict());
    return site.ledger()
        .append(end)
        .handleAsync(
            (durable, thrown) -> {
              if (thrown == null) {
                return ending;
              }
              stopFor(cause(thrown));
              return ending.effects().isEmpty()
                  ? ending
                  : new Ending(
                      false,
                      ending.done(),
                      List.of(),
                      List.of(Complaints.notRecorded(change, ending.identity())),
                      ending.identity());
            },
            thread);
  }

  /** The operation stays open; only the name that the cloud gave is added. */
  private CompletableFuture<Ending> open(Change change, Ending ending) {
    if (ending.identity().isEmpty()) {
      return CompletableFuture.completedFuture(ending);
    }
    return site.ledger()
        .append(new JournalEntry.OperationProgressed(change.id(), "", ending.identity(), now()))
        .handleAsync(
            (durable, thrown) -> {
              if (thrown != null) {
                stopFor(cause(thrown));
              }
              return ending;
            },
            thread);
  }

  private void ended(Change change, Instant started, Ending ending) {
    Duration duration = Duration.between(started, now());
    leave(change);
    tally.say(ending.diagnostics());
    ending.decision().ifPresent(tally::ask);
    if (ending.isWithout() && !course.recovering()) {
      skip(change.id(), Event.SkipReason.CANCELLED, Optional.empty());
      readiness
          .failed(change.id())
          .forEach(id -> skip(id, Event.SkipReason.CANCELLED, Optional.empty()));
    } else if (!ending.isFailure()) {
      tally.ended(change, Event.Status.DONE, ending.done(), duration);
      readiness.succeeded(change.id());
      chronicle.finished(change, ending.done(), duration);
    } else {
      tally.ended(change, Event.Status.FAILED, ending.done(), duration);
      List<String> skipped = readiness.failed(change.id());
      chronicle.failed(change, duration, ending.diagnostics());
      skipped.forEach(id -> skip(id, Event.SkipReason.DEPENDENCY, Optional.of(change.id())));
    }
    chronicle.progress(readiness.ended());
    pump();
  }

  private void skip(String id, Event.SkipReason reason, Optional<String> cause) {
    Change change = change(id);
    tally.ended(change, Event.Status.SKIPPED, change.action(), Duration.ZERO);
    chronicle.skipped(change, reason, cause);
  }

  private Change change(String id) {
    return Objects.requireNonNull(changes.get(id), id);
  }

  /** The journal cannot be written: nothing more is begun, what is under way ends. */
  private void stopFor(Throwable thrown) {
    if (!broken) {
      broken = true;
      readiness.cancel();
      site.bench().cancelled().complete(null);
      tally.fail(Complaints.journal(cause(thrown)));
    }
  }

  private void finish() {
    Event.SkipReason reason =
        cancelled && !tally.hasFailed() ? Event.SkipReason.CANCELLED : Event.SkipReason.STOPPED;
    List<String> rest = readiness.skipRest();
    rest.forEach(id -> skip(id, reason, Optional.empty()));
    if (!rest.isEmpty()) {
      chronicle.progress(readiness.ended());
    }
    Optional<Value.MapValue> outputs = course.recovering() ? Optional.empty() : outputs();
    if (broken || !tally.decisions().isEmpty()) {
      over();
      return;
    }
    boolean staysOpen =
        course.recovering()
            ? course.leavesOpen() || tally.isIncomplete()
            : tally.hasFailed() && site.plan().onFailure() == OnFailure.ROLLBACK;
    if (staysOpen) {
      over();
      return;
    }
    var unused =
        site.ledger()
            .append(new JournalEntry.RunEnded(word(), outputs, now()))
            .whenCompleteAsync(
                (durable, thrown) -> {
                  if (thrown != null) {
                    stopFor(thrown);
                  }
                  over();
                },
                thread);
  }

  private String word() {
    if (course.recovering()) {
      return "recovered";
    }
    return tally.hasFailed() ? "failed" : tally.isIncomplete() ? "cancelled" : "done";
  }

  /** The blueprint's outputs, where all was done that could be done. */
  private Optional<Value.MapValue> outputs() {
    if (tally.hasFailed() || tally.isIncomplete()) {
      return Optional.empty();
    }
    Checked<Value.MapValue> outputs = site.remainder().outputs(site.ledger());
    tally.say(outputs.diagnostics());
    if (!outputs.isSound()) {
      tally.fail(
          Diagnostic.of(
              ExecutionProblems.OUTPUTS_FAILED,
              "All resources are as planned, and the outputs stay as they were."));
    }
    return outputs.value();
  }

  private void over() {
    line.leave();
    Outcome.Report report = tally.report(journal.state(), Duration.between(began, now()));
    chronicle.end();
    outcome.complete(of(report));
  }

  private Outcome of(Outcome.Report report) {
    if (!tally.decisions().isEmpty()) {
      return new Outcome.NeedsDecision(report, tally.decisions());
    }
    return tally.hasFailed()
        ? new Outcome.Failed(report)
        : tally.isIncomplete() ? new Outcome.Cancelled(report) : new Outcome.Succeeded(report);
  }
}
