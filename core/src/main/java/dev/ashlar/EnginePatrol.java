package dev.ashlar;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.connector.TimeSource;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.drift.DriftReport;
import dev.ashlar.drift.PatrolEvent;
import dev.ashlar.state.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SubmissionPublisher;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A patrol of an engine: a timer, a rota, and what was seen. */
final class EnginePatrol implements Patrol {
  /** How many environments are looked at at once. */
  private static final int MOST = 16;

  private static final int EVENTS = 1_024;

  private final Engine engine;
  private final Supplier<? extends Collection<Workspace>> workspaces;
  private final Rota rota;
  private final SubmissionPublisher<PatrolEvent> events;
  private Instant followAt = Instant.MIN;
  private TimeSource.@Nullable Timer timer;
  private int looking;
  private boolean closed;

  private EnginePatrol(
      Engine engine, Duration every, Supplier<? extends Collection<Workspace>> workspaces) {
    this.engine = engine;
    this.workspaces = workspaces;
    this.rota = new Rota(every, engine.random());
    this.events = new SubmissionPublisher<>(engine.executor(), EVENTS);
  }

  static EnginePatrol start(
      Engine engine, Duration every, Supplier<? extends Collection<Workspace>> workspaces) {
    EnginePatrol patrol = new EnginePatrol(engine, every, workspaces);
    engine.patrols().add(patrol);
    patrol.soon();
    return patrol;
  }

  @Override
  public Flow.Publisher<PatrolEvent> events() {
    return events;
  }

  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      if (timer != null) {
        timer.cancel();
      }
    }
    engine.patrols().remove(this);
    events.close();
  }

  private void soon() {
    try {
      engine.executor().execute(this::step);
    } catch (RejectedExecutionException ended) {
      close();
    }
  }

  private void step() {
    List<Rota.Post> begun = new ArrayList<>();
    synchronized (this) {
      Instant now = engine.time().now();
      if (closed) {
        return;
      }
      if (!now.isBefore(followAt)) {
        rota.follow(workspaces.get(), now);
        followAt = now.plus(rota.tenth());
      }
      while (looking < MOST) {
        Optional<Rota.Post> next = rota.poll(now);
        if (next.isEmpty()) {
          break;
        }
        looking++;
        begun.add(next.get());
      }
      arm(now);
    }
    begun.forEach(this::look);
  }

  private void arm(Instant now) {
    if (timer != null) {
      timer.cancel();
    }
    Instant at = rota.next().filter(next -> next.isBefore(followAt)).orElse(followAt);
    if (looking < MOST || at.isAfter(now)) {
      Duration delay = Duration.between(now, at);
      timer = engine.time().schedule(delay.isNegative() ? Duration.ZERO : delay, this::soon);
    }
  }

  private void look(Rota.Post post) {
    Environment.Id id = post.id();
    if (!engine.patrolled().add(id)) {
      over(post, skipped(id, PatrolEvent.SkipReason.PATROLLED), Optional.empty());
      return;
    }
    CompletableFuture<?> ended;
    try {
      ended = post.workspace.state().thenCompose(state -> recorded(post, state));
    } catch (IllegalStateException engineClosed) {
      ended = CompletableFuture.failedFuture(engineClosed);
    }
    var unused =
        ended.whenComplete(
            (nothing, failure) -> {
              engine.patrolled().remove(id);
              if (failure != null) {
                over(post, at -> new PatrolEvent.Failed(at, id, List.of()), Optional.empty());
              }
            });
  }

  private static Function<Instant, PatrolEvent> skipped(
      Environment.Id id, PatrolEvent.SkipReason reason) {
    return at -> new PatrolEvent.Skipped(at, id, reason);
  }

  private CompletableFuture<Void> recorded(Rota.Post post, Checked<State> state) {
    Environment.Id id = post.id();
    if (state.value().isEmpty()) {
      over(post, at -> new PatrolEvent.Failed(at, id, state.diagnostics()), Optional.empty());
      return CompletableFuture.completedFuture(null);
    }
    if (state.value().get().run().isPresent()) {
      over(post, skipped(id, PatrolEvent.SkipReason.RUN_OPEN), Optional.empty());
      return CompletableFuture.completedFuture(null);
    }
    tell(new PatrolEvent.Started(engine.time().now(), id));
    return post.workspace.drift().thenAccept(report -> seen(post, report));
  }

  private void seen(Rota.Post post, DriftReport report) {
    Environment.Id id = post.id();
    if (report.diagnostics().stream().anyMatch(Diagnostic::isError)) {
      over(post, at -> new PatrolEvent.Failed(at, id, report.diagnostics()), Optional.empty());
      return;
    }
    int drift = report.drifts().isEmpty() ? 0 : report.drifts().hashCode() | 1;
    int before = post.drift;
    over(
        post,
        at ->
            drift == before
                ? new PatrolEvent.Unchanged(at, id, drift != 0)
                : drift == 0
                    ? new PatrolEvent.Cleared(at, id)
                    : new PatrolEvent.Found(at, id, report),
        Optional.of(drift));
  }

  private void over(Rota.Post post, Function<Instant, PatrolEvent> event, Optional<Integer> drift) {
    Instant now = engine.time().now();
    tell(event.apply(now));
    synchronized (this) {
      looking--;
      rota.looked(post.id(), drift, now);
    }
    soon();
  }

  /** Nobody holds the engine up: who does not keep up misses events. */
  private void tell(PatrolEvent event) {
    synchronized (this) {
      if (closed) {
        return;
      }
    }
    try {
      events.offer(event, (subscriber, dropped) -> false);
    } catch (IllegalStateException | RejectedExecutionException closedMeanwhile) {
      return;
    }
  }
}
