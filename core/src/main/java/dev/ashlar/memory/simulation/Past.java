package dev.ashlar.memory.simulation;

import dev.ashlar.memory.cloud.CloudChange;
import dev.ashlar.memory.cloud.CloudState;
import dev.ashlar.memory.cloud.StoredObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What was there before recent changes: for questions that do not see them yet. Nothing is
 * remembered where every question sees everything. Safe for every thread.
 */
final class Past {
  private final Map<StoredObject.Name, Deque<Step>> steps = new HashMap<>();

  /**
   * A change of one object.
   *
   * @param before what was there
   * @param at when it changed
   * @param readable from when on reads see the change
   * @param listable from when on lists see it
   */
  private record Step(
      Optional<StoredObject> before, Instant at, Instant readable, Instant listable) {
    boolean isOver(Instant then) {
      return at.isBefore(then) && !readable.isAfter(then) && !listable.isAfter(then);
    }
  }

  /** Remembers what a change is about to overwrite, for as long as anybody may want to see it. */
  synchronized void note(
      Instant now, CloudState state, CloudChange change, Treatment treatment, Duration memory) {
    boolean lags = !treatment.readLag().isZero() || !treatment.listLag().isZero();
    Deque<Step> known = steps.get(change.name());
    if (known == null && !lags && memory.isZero()) {
      return;
    }
    Deque<Step> kept = known == null ? new ArrayDeque<>() : known;
    kept.removeIf(step -> step.isOver(now.minus(memory)));
    kept.addLast(
        new Step(
            state.object(change.name()).flatMap(object -> object.at(now)),
            now,
            now.plus(treatment.readLag()),
            now.plus(treatment.listLag())));
    steps.put(change.name(), kept);
  }

  /** What a read sees of an object. */
  synchronized Optional<StoredObject> object(
      CloudState state, StoredObject.Name name, Instant now, Duration age) {
    Instant then = now.minus(age);
    return seen(state, name, step -> step.at().isAfter(then) || step.readable().isAfter(now));
  }

  /** What a list sees of a type. */
  synchronized CloudState list(CloudState state, String type, Instant now, Duration age) {
    Instant then = now.minus(age);
    Predicate<Step> hidden = step -> step.at().isAfter(then) || step.listable().isAfter(now);
    boolean nothingHidden =
        steps.entrySet().stream()
            .filter(entry -> entry.getKey().type().equals(type))
            .allMatch(entry -> entry.getValue().stream().noneMatch(hidden));
    if (nothingHidden) {
      return state;
    }
    CloudState shown = new CloudState();
    state.ofType(type).values().forEach(object -> shown.apply(new CloudChange.Put(object)));
    for (StoredObject.Name name : steps.keySet()) {
      if (name.type().equals(type)) {
        CloudChange change =
            seen(state, name, hidden)
                .<CloudChange>map(CloudChange.Put::new)
                .orElseGet(() -> new CloudChange.Remove(name));
        shown.apply(change);
      }
    }
    return shown;
  }

  /** The newest version that is not hidden. */
  private Optional<StoredObject> seen(
      CloudState state, StoredObject.Name name, Predicate<Step> hidden) {
    Optional<StoredObject> seen = state.object(name);
    Iterator<Step> newestFirst = steps.getOrDefault(name, new ArrayDeque<>()).descendingIterator();
    while (newestFirst.hasNext()) {
      Step step = newestFirst.next();
      if (!hidden.test(step)) {
        break;
      }
      seen = step.before();
    }
    return seen;
  }
}
