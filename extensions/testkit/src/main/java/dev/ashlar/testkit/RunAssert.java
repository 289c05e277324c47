package dev.ashlar.testkit;

import dev.ashlar.execution.Event;
import dev.ashlar.execution.Outcome;
import dev.ashlar.execution.Run;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;

/**
 * What happened in a run, event by event, from the first one: it does not matter when one begins to
 * listen.
 *
 * @since 0.1
 */
public final class RunAssert extends AbstractAssert<RunAssert, Run> {
  private final List<Event> events;
  private final Outcome outcome;

  private RunAssert(Run run, List<Event> events, Outcome outcome) {
    super(run, RunAssert.class);
    this.events = events;
    this.outcome = outcome;
  }

  static RunAssert of(Run run) {
    List<Event> events = Collections.synchronizedList(new ArrayList<>());
    Outcome outcome = run.onEvent(events::add).outcome().join();
    return new RunAssert(run, List.copyOf(events), outcome);
  }

  /** How it ended. */
  public OutcomeAssert outcome() {
    return new OutcomeAssert(outcome);
  }

  /** All was done that could be done in this round. */
  public RunAssert succeeded() {
    outcome().succeeded();
    return this;
  }

  /** Something failed. */
  public RunAssert failed() {
    outcome().failed();
    return this;
  }

  /** The changes of these were finished in this order; others may have been in between. */
  public RunAssert finishedInOrder(String... addresses) {
    List<String> finished =
        events.stream()
            .filter(Event.Finished.class::isInstance)
            .map(event -> ((Event.ChangeEvent) event).address().toString())
            .toList();
    int from = 0;
    for (String address : addresses) {
      int at = finished.subList(from, finished.size()).indexOf(address);
      if (at < 0) {
        throw told("finished in the order %s, and not %s".formatted(finished, List.of(addresses)));
      }
      from += at + 1;
    }
    return this;
  }

  /** A call for it was made again. */
  public RunAssert retried(String address) {
    return had(address, Event.Retrying.class::isInstance, "retried");
  }

  /** The cloud worked on it for a while. */
  public RunAssert waitedFor(String address) {
    return had(address, Event.Waiting.class::isInstance, "waited for");
  }

  /** Its change failed. */
  public RunAssert failedAt(String address) {
    return had(address, Event.Failed.class::isInstance, "failed at");
  }

  /** Its change was not begun, for this reason. */
  public RunAssert skipped(String address, Event.SkipReason reason) {
    return had(
        address,
        event -> event instanceof Event.Skipped skipped && skipped.reason() == reason,
        "skipped, as %s,".formatted(reason));
  }

  /** It was over after no more than so long, by the engine's time. */
  public RunAssert tookAtMost(Duration most) {
    Duration took = outcome.report().duration();
    if (took.compareTo(most) > 0) {
      throw told("took %s, which is more than %s".formatted(took, most));
    }
    return this;
  }

  private RunAssert had(String address, Predicate<Event> which, String word) {
    boolean so =
        events.stream()
            .filter(which)
            .anyMatch(
                event ->
                    event instanceof Event.ChangeEvent change
                        && change.address().toString().equals(address));
    if (!so) {
      throw told("never %s %s".formatted(word, address));
    }
    return this;
  }

  private AssertionError told(String what) {
    String all =
        events.stream()
            .filter(event -> !(event instanceof Event.Progress))
            .map(event -> "  " + event)
            .collect(Collectors.joining("\n"));
    return failure("the run %s; its events were:\n%s\n%s", what, all, outcome.summary());
  }
}
