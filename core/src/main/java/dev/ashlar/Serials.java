package dev.ashlar;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.state.JournalEntry;
import dev.ashlar.state.ObjectId;
import dev.ashlar.state.State;
import dev.ashlar.state.StateObject;
import dev.ashlar.state.StateStore;
import dev.ashlar.state.journal.States;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Lists the states of an environment that can still be read, the newest first. */
final class Serials {
  private final States states;
  private final Environment.Id environment;
  private final List<Serial> found = new ArrayList<>();

  Serials(States states, Environment.Id environment) {
    this.states = states;
    this.environment = environment;
  }

  /** All of them; none where nothing is recorded. For one use. */
  CompletableFuture<Checked<List<Serial>>> list() {
    return states
        .load(environment)
        .thenCompose(
            now ->
                now.value().filter(state -> state.serial() > 0).isEmpty()
                    ? CompletableFuture.completedFuture(now.map(nothing -> List.of()))
                    : before(now.orThrow(), now.orThrow().serial())
                        .thenApply(nothing -> now.map(state -> List.copyOf(found))));
  }

  /** At most two states are held at once. */
  private CompletableFuture<Void> before(State state, long current) {
    boolean last = state.serial() == 0 || current - state.serial() >= StateStore.KEPT_SERIALS;
    if (last) {
      return CompletableFuture.completedFuture(add(state, Optional.empty(), current));
    }
    return states
        .load(environment, state.serial() - 1)
        .thenCompose(
            former -> {
              add(state, former.value(), current);
              return former.value().isEmpty()
                  ? CompletableFuture.completedFuture(null)
                  : before(former.value().get(), current);
            });
  }

  private Void add(State state, Optional<State> former, long current) {
    if (current - state.serial() < StateStore.KEPT_SERIALS) {
      found.add(
          new RecordedSerial(
              state.serial(),
              state.serial() == current,
              at(state),
              state.origin().planDigest(),
              outcome(state),
              state.objects().size(),
              former.map(before -> counts(before, state))));
    }
    return null;
  }

  private static Optional<Instant> at(State state) {
    return state
        .lastRun()
        .map(State.LastRun::at)
        .or(() -> state.run().map(JournalEntry.RunBegan::at));
  }

  private static Optional<String> outcome(State state) {
    return state
        .lastRun()
        .map(State.LastRun::outcome)
        .or(() -> state.run().map(run -> "unfinished"));
  }

  /** An object that has another address is changed, not deleted and created. */
  private static Serial.Counts counts(State before, State after) {
    Map<ObjectId, StateObject> left = new HashMap<>();
    Map<String, ObjectId> named = new HashMap<>();
    for (StateObject object : before.objects()) {
      left.put(object.id(), object);
      named.put(name(object), object.id());
    }
    int created = 0;
    int changed = 0;
    for (StateObject object : after.objects()) {
      StateObject former = left.remove(object.id());
      boolean moved = former == null && left.remove(named.get(name(object))) != null;
      if (former == null && !moved) {
        created++;
      } else if (!object.equals(former)) {
        changed++;
      }
    }
    return new Serial.Counts(created, changed, left.size());
  }

  private static String name(StateObject object) {
    return object.type() + " " + object.identity().orElse(object.id().toString());
  }
}
