package dev.ashlar.execution;

import dev.ashlar.connector.Failure;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.plan.Action;
import dev.ashlar.plan.Change;
import dev.ashlar.value.Address;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What just happened in a run. Will grow: match with {@code instanceof}; a switch needs a default,
 * and javac insists. Immutable. Of one change the events come in the order of its life: started,
 * then any number of waiting, limited and retrying, then finished or failed, or skipped where the
 * run was cancelled before the call; or skipped alone.
 *
 * @since 0.1
 */
public sealed interface Event permits Event.RunEvent, Event.ChangeEvent, FutureEvent {

  /** When it happened. */
  Instant at();

  /** How a change stands. Will grow: a switch needs a default. */
  enum Status {
    /** It is under way. */
    RUNNING,
    /** The cloud works on it; the engine asks again later. */
    WAITING,
    /** A rate limit keeps its next call back. */
    LIMITED,
    /** A call failed, and is made again later. */
    RETRYING,
    /** It is made. */
    DONE,
    /** It is not made, or not as planned. */
    FAILED,
    /** It was not begun. */
    SKIPPED,
    /** It is for the next plan. */
    DEFERRED
  }

  /** Why a change was not begun. Will grow: a switch needs a default. */
  enum SkipReason {
    /** Something that it depends on failed or was skipped. */
    DEPENDENCY,
    /** Something else failed, and after a failure nothing more is begun. */
    STOPPED,
    /** The run was cancelled. */
    CANCELLED
  }

  /** Something about the run as a whole. */
  sealed interface RunEvent extends Event permits Progress, Noted {}

  /** Something about one change. */
  sealed interface ChangeEvent extends Event
      permits Started, Waiting, Limited, Retrying, Finished, Failed, Skipped {

    /** The change, as planned. */
    Change change();

    /** How the change stands from now on. */
    Status status();

    /** The address of the object. */
    default Address address() {
      return change().address();
    }

    /** The canvas element that the change came from. */
    default Optional<String> canvas() {
      return change().canvas();
    }
  }

  /** A change is begun. */
  sealed interface Started extends ChangeEvent permits Events.ChangeStarted {}

  /** The cloud works on a change and is asked again later. */
  sealed interface Waiting extends ChangeEvent permits Events.ChangeWaiting {
    /** When it is asked again. */
    Instant until();
  }

  /** The cloud takes only so many calls, and the next one waits for its turn. */
  sealed interface Limited extends ChangeEvent permits Events.ChangeLimited {
    /** About when it will be made. */
    Instant until();
  }

  /** A call failed in a way that passes; it is made again. */
  sealed interface Retrying extends ChangeEvent permits Events.ChangeRetrying {
    /** Which try comes next, from 2. */
    int attempt();

    /** How long until then. */
    Duration delay();

    /** Why the last one failed. */
    Failure failure();
  }

  /** A change is made, and its record is durable. */
  sealed interface Finished extends ChangeEvent permits Events.ChangeFinished {
    /** What was done: as planned or weaker. */
    Action action();

    /** How long it took. */
    Duration duration();
  }

  /** A change is not made, or not as planned. */
  sealed interface Failed extends ChangeEvent permits Events.ChangeFailed {
    /** How long it took. */
    Duration duration();

    /** Why; at least one error. */
    List<Diagnostic> diagnostics();
  }

  /** A change is not begun. */
  sealed interface Skipped extends ChangeEvent permits Events.ChangeSkipped {
    /** Why. */
    SkipReason reason();

    /** The id of the change whose failure caused it, where one did. */
    Optional<String> cause();
  }

  /** How far the run is: for a progress bar. */
  sealed interface Progress extends RunEvent permits Events.RunProgress {
    /** How many changes have ended, skipped ones included. */
    int done();

    /** How many changes there are. */
    int total();

    /** About how long the rest takes; empty while nothing is known. */
    Optional<Duration> left();
  }

  /** Something to be said that belongs to no change, or came after its end. */
  sealed interface Noted extends RunEvent permits Events.RunNoted {
    /** What. */
    Diagnostic diagnostic();
  }
}
