package dev.ashlar.simulation.world;

import dev.ashlar.connector.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * A process: clock and executor of one engine. It can be killed, and does nothing any more; or fall
 * asleep, and go on when it wakes up as if nothing had been. For one thread.
 */
public final class Machine implements Executor, TimeSource {
  /** Decides where a process ends. */
  public interface Fate {
    /** A process that lives on. */
    Fate LIVES = (boundary, changes) -> Blow.NONE;

    /** What happens to it here. */
    Blow at(Boundary boundary, Collection<String> changes);
  }

  /** What can happen to a process. */
  public enum Blow {
    /** Nothing. */
    NONE,
    /** It is killed. */
    KILL,
    /** It is killed when it has done one thing more. */
    KILL_NEXT,
    /** It stands still. */
    PAUSE
  }

  private enum Condition {
    AWAKE,
    ASLEEP,
    DEAD
  }

  private final World world;
  private final Fate fate;
  private final Deque<Runnable> missed = new ArrayDeque<>();
  private Condition condition = Condition.AWAKE;
  private Runnable whenItFalls = () -> {};
  private Instant asleepSince = Instant.EPOCH;
  private Duration slept = Duration.ZERO;
  private boolean dying;
  private int passed;

  /** A process that has just started. */
  public Machine(World world, Fate fate) {
    this.world = world;
    this.fate = fate;
  }

  /** The world that it is in. */
  public World world() {
    return world;
  }

  /** Whether it goes on. */
  public boolean isAwake() {
    return condition == Condition.AWAKE;
  }

  /** Whether it is killed. */
  public boolean isDead() {
    return condition == Condition.DEAD;
  }

  /** Does something at the moment in which it is killed or falls asleep. */
  public void whenItFalls(Runnable action) {
    whenItFalls = action;
  }

  /** How many boundaries it has passed. */
  public int passed() {
    return passed;
  }

  /**
   * It has come to a boundary.
   *
   * @param changes the changes that it is about; empty for the run as a whole
   * @return whether it goes on
   */
  public boolean passes(Boundary boundary, Collection<String> changes) {
    if (condition == Condition.AWAKE) {
      passed++;
      switch (fate.at(boundary, changes)) {
        case KILL -> kill();
        case KILL_NEXT -> dying = true;
        case PAUSE -> {
          condition = Condition.ASLEEP;
          asleepSince = now();
          whenItFalls.run();
        }
        case NONE -> {}
      }
    }
    return condition == Condition.AWAKE;
  }

  /** Nothing of it happens any more. */
  public void kill() {
    boolean falls = condition == Condition.AWAKE;
    condition = Condition.DEAD;
    missed.clear();
    if (falls) {
      whenItFalls.run();
    }
  }

  /** It goes on with what it missed. */
  public void wake() {
    if (condition == Condition.ASLEEP) {
      condition = Condition.AWAKE;
      slept = slept.plus(Duration.between(asleepSince, now()));
      while (!missed.isEmpty()) {
        execute(missed.poll());
      }
    }
  }

  @Override
  public Instant now() {
    return world.now();
  }

  @Override
  public void execute(Runnable task) {
    if (condition != Condition.DEAD) {
      var unused = world.schedule(Duration.ZERO, () -> run(task));
    }
  }

  @Override
  public Timer schedule(Duration delay, Runnable action) {
    if (condition == Condition.DEAD) {
      return () -> {};
    }
    boolean[] cancelled = new boolean[1];
    Runnable unlessCancelled =
        () -> {
          if (!cancelled[0]) {
            action.run();
          }
        };
    Timer timer = world.schedule(delay, () -> run(unlessCancelled));
    return () -> {
      cancelled[0] = true;
      timer.cancel();
    };
  }

  private void run(Runnable task) {
    switch (condition) {
      case AWAKE -> {
        task.run();
        if (dying) {
          kill();
        }
      }
      case ASLEEP -> missed.add(task);
      case DEAD -> {}
    }
  }

  /** How long it slept: so much a clock lags that stands still meanwhile. */
  public Duration slept() {
    return slept;
  }

  /** An answer from outside, as the process hears it: a while later, and only if it listens. */
  public <T> CompletableFuture<T> hears(CompletionStage<T> answer, Duration later) {
    CompletableFuture<T> heard = new CompletableFuture<>();
    var unused =
        answer.whenComplete(
            (value, failure) ->
                schedule(
                    later,
                    () -> {
                      if (failure == null) {
                        heard.complete(value);
                      } else {
                        heard.completeExceptionally(failure);
                      }
                    }));
    return heard;
  }
}
