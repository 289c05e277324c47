package dev.ashlar.state;

import com.google.common.collect.ImmutableSortedMap;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.schema.Operation;
import dev.ashlar.value.Address;
import dev.ashlar.value.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A consistent look at one environment's records. Immutable.
 *
 * @since 0.1
 */
public final class State {
  private final Environment.Id environment;
  private final String lineage;
  private final long serial;
  private final Origin origin;
  private final Value.MapValue outputs;
  private final SortedMap<Address, StateObject> current;
  private final SortedMap<ObjectId, StateObject> deposed;
  private final Optional<JournalEntry.RunBegan> run;
  private final Map<String, Pending> pending;
  private final Ended ended;
  private final OptionalLong restoring;
  private final Optional<JournalEntry.Crossing> crossing;
  private final Optional<LastRun> lastRun;

  private State(Builder b) {
    environment = b.environment;
    lineage = b.lineage;
    serial = b.serial;
    origin = b.origin;
    outputs = b.outputs;
    current = ImmutableSortedMap.copyOf(b.current);
    deposed = ImmutableSortedMap.copyOf(b.deposed);
    run = b.run;
    pending = Collections.unmodifiableMap(new LinkedHashMap<>(b.pending));
    ended =
        b.done.isEmpty() && b.failed.isEmpty() && b.again.isEmpty()
            ? Ended.NOTHING
            : new Ended(b.done, b.failed, b.again);
    restoring = b.restoring;
    crossing = b.crossing;
    lastRun = b.lastRun;
  }

  /**
   * What was applied last.
   *
   * @param blueprint the blueprint's name
   * @param version the blueprint's version
   * @param planDigest the digest of the plan
   * @param parameters the parameters; secret ones as texts of their fingerprints
   * @param flags the flags
   */
  public record Origin(
      String blueprint,
      String version,
      String planDigest,
      Value.MapValue parameters,
      Map<String, Boolean> flags) {
    /** Nothing was applied yet. */
    public static final Origin NONE = new Origin("", "", "", Value.MapValue.EMPTY, Map.of());

    /** Copies the map, sorted. */
    public Origin {
      flags = Collections.unmodifiableSortedMap(new TreeMap<>(flags));
    }
  }

  /**
   * An operation that began and has not ended.
   *
   * @param began how it began
   * @param progress the last that the connector said of it
   */
  public record Pending(
      JournalEntry.OperationBegan began, Optional<JournalEntry.OperationProgressed> progress) {}

  /**
   * The changes of a run that has not ended which have come to their end.
   *
   * @param done ids of those that did what was asked
   * @param failed ids of those that failed, and the number of the last attempt; 0 where nothing was
   *     called, or the call found the object changed by somebody else
   * @param again ids of those that are to be made again under another number, and the number of the
   *     last attempt. A recovery ended them: they did not happen, or were changes in place, of
   *     which only what is there now is known. Or they have failed too, and touched nothing
   */
  public record Ended(Set<String> done, Map<String, Integer> failed, Map<String, Integer> again) {
    /** None. */
    public static final Ended NOTHING = new Ended(Set.of(), Map.of(), Map.of());

    /** Copies them, sorted. */
    public Ended {
      done = Collections.unmodifiableSortedSet(new TreeSet<>(done));
      failed = Collections.unmodifiableSortedMap(new TreeMap<>(failed));
      again = Collections.unmodifiableSortedMap(new TreeMap<>(again));
    }

    /** The number of the last attempt at a change; 0 where there was none. */
    public int attempts(String change) {
      return Math.max(failed.getOrDefault(change, 0), again.getOrDefault(change, 0));
    }
  }

  /**
   * How the run that led to a serial ended.
   *
   * @param outcome in the documents' words: done, failed, cancelled, recovered, rolled-back
   * @param at when
   */
  public record LastRun(String outcome, Instant at) {}

  /** The state of an environment of which nothing is recorded. */
  public static State empty(Environment.Id environment, String lineage) {
    return builder(environment, lineage).build();
  }

  /** Starts from nothing. */
  public static Builder builder(Environment.Id environment, String lineage) {
    return new Builder(environment, lineage);
  }

  /** Which environment. */
  public Environment.Id environment() {
    return environment;
  }

  /** A random name given at the first run: equally named environments are told apart by it. */
  public String lineage() {
    return lineage;
  }

  /** 0 without a state, one more for each run that changes something. */
  public long serial() {
    return serial;
  }

  /** What was applied last. */
  public Origin origin() {
    return origin;
  }

  /** The blueprint's outputs; secret ones as secret values. */
  public Value.MapValue outputs() {
    return outputs;
  }

  /** The current object at each address. */
  public SortedMap<Address, StateObject> current() {
    return current;
  }

  /** Objects that were replaced and wait for their deletion. */
  public SortedMap<ObjectId, StateObject> deposed() {
    return deposed;
  }

  /** All objects, current and deposed. */
  public Collection<StateObject> objects() {
    List<StateObject> all = new ArrayList<>(current.size() + deposed.size());
    all.addAll(current.values());
    all.addAll(deposed.values());
    return all;
  }

  /** The current object at an address. */
  public Optional<StateObject> at(Address address) {
    return Optional.ofNullable(current.get(address));
  }

  /** The run that has not ended. */
  public Optional<JournalEntry.RunBegan> run() {
    return run;
  }

  /** Operations that began and have not ended, by the change's id, in the order of their begin. */
  public Map<String, Pending> pending() {
    return pending;
  }

  /** What has come to its end of the run that has not ended. */
  public Ended ended() {
    return ended;
  }

  /** The serial that a rollback leads back to which has begun and has not restored everything. */
  public OptionalLong restoring() {
    return restoring;
  }

  /**
   * The object that is on its way from or to another environment, in the run that has not ended.
   */
  public Optional<JournalEntry.Crossing> crossing() {
    return crossing;
  }

  /**
   * How the run that led to this serial ended; empty while it has not, and where records of an
   * older version do not tell.
   */
  public Optional<LastRun> lastRun() {
    return lastRun;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof State that
        && environment.equals(that.environment)
        && lineage.equals(that.lineage)
        && serial == that.serial
        && origin.equals(that.origin)
        && outputs.equals(that.outputs)
        && current.equals(that.current)
        && deposed.equals(that.deposed)
        && run.equals(that.run)
        && pending.equals(that.pending)
        && ended.equals(that.ended)
        && restoring.equals(that.restoring)
        && crossing.equals(that.crossing)
        && lastRun.equals(that.lastRun);
  }

  @Override
  public int hashCode() {
    return Objects.hash(environment, lineage, serial, origin);
  }

  /** A builder that holds everything this state has. */
  public Builder toBuilder() {
    Builder b = new Builder(environment, lineage);
    b.serial = serial;
    b.origin = origin;
    b.outputs = outputs;
    b.current.putAll(current);
    b.deposed.putAll(deposed);
    b.run = run;
    b.pending.putAll(pending);
    b.done.addAll(ended.done());
    b.failed.putAll(ended.failed());
    b.again.putAll(ended.again());
    b.restoring = restoring;
    b.crossing = crossing;
    b.lastRun = lastRun;
    return b;
  }

  /** Folds journal entries into a state. For one thread. */
  public static final class Builder {
    /** How a rollback ends that leaves nothing to be restored. */
    private static final Set<String> COMPLETE = Set.of("done", "rolled-back");

    private final Environment.Id environment;
    private String lineage;
    private long serial;
    private Origin origin = Origin.NONE;
    private Value.MapValue outputs = Value.MapValue.EMPTY;
    // In the order of their coming: what is read comes sorted, and sorting it again costs little.
    private final Map<Address, StateObject> current = new LinkedHashMap<>();
    private final Map<ObjectId, StateObject> deposed = new LinkedHashMap<>();
    private Optional<JournalEntry.RunBegan> run = Optional.empty();
    private final Map<String, Pending> pending = new LinkedHashMap<>();
    private final Set<String> done = new HashSet<>();
    private final Map<String, Integer> failed = new HashMap<>();
    private final Map<String, Integer> again = new HashMap<>();
    private OptionalLong restoring = OptionalLong.empty();
    private Optional<JournalEntry.Crossing> crossing = Optional.empty();
    private Optional<LastRun> lastRun = Optional.empty();

    private Builder(Environment.Id environment, String lineage) {
      this.environment = environment;
      this.lineage = lineage;
    }

    /** Which environment. */
    public Environment.Id environment() {
      return environment;
    }

    /** The serial. */
    public Builder serial(long number) {
      serial = number;
      return this;
    }

    /** What was applied last. */
    public Builder origin(Origin value) {
      origin = value;
      return this;
    }

    /** The blueprint's outputs. */
    public Builder outputs(Value.MapValue value) {
      outputs = value;
      return this;
    }

    /** The run that has not ended. */
    public Builder run(Optional<JournalEntry.RunBegan> began) {
      run = began;
      return this;
    }

    /** An operation that has not ended. */
    public Builder pending(Pending operation) {
      pending.put(operation.began().change(), operation);
      return this;
    }

    /** What has come to its end of the run that has not ended. */
    public Builder ended(Ended changes) {
      done.addAll(changes.done());
      failed.putAll(changes.failed());
      again.putAll(changes.again());
      return this;
    }

    /** The serial that an unfinished rollback leads back to. */
    public Builder restoring(OptionalLong to) {
      restoring = to;
      return this;
    }

    /** How the run that led to the serial ended. */
    public Builder lastRun(Optional<LastRun> ended) {
      lastRun = ended;
      return this;
    }

    /** The object on its way from or to another environment. */
    public Builder crossing(Optional<JournalEntry.Crossing> way) {
      crossing = way;
      return this;
    }

    /**
     * Records an object, in the place of the one with its id. Another object that is current at its
     * address is not lost: it becomes deposed.
     */
    public Builder put(StateObject object) {
      remove(object.id());
      if (object.deposed()) {
        deposed.put(object.id(), object);
      } else {
        StateObject replaced = current.put(object.id().address(), object);
        if (replaced != null) {
          deposed.put(replaced.id(), replaced.asDeposed());
        }
      }
      return this;
    }

    /** Forgets an object; one that is not recorded is no error, so that replaying is safe. */
    public Builder remove(ObjectId id) {
      deposed.remove(id);
      StateObject there = current.get(id.address());
      if (there != null && there.id().equals(id)) {
        current.remove(id.address());
      }
      return this;
    }

    /** The current object at an address, as of now. */
    public Optional<StateObject> at(Address address) {
      return Optional.ofNullable(current.get(address));
    }

    /** An object, current or deposed, as of now. */
    public Optional<StateObject> object(ObjectId id) {
      StateObject there = current.get(id.address());
      return there != null && there.id().equals(id)
          ? Optional.of(there)
          : Optional.ofNullable(deposed.get(id));
    }

    /** Takes an entry in. Entries that were taken in already change nothing. */
    public Builder apply(JournalEntry entry) {
      if (entry instanceof JournalEntry.RunBegan began) {
        run = Optional.of(began);
        lastRun = Optional.empty();
        lineage = began.lineage();
        serial = began.serial();
        origin = began.origin();
        restoring = began.restores();
        crossing = Optional.empty();
        forgetEnded();
      } else if (entry instanceof JournalEntry.OperationBegan began) {
        pending.put(began.change(), new Pending(began, Optional.empty()));
        began.intent().ifPresent(this::put);
      } else if (entry instanceof JournalEntry.Crossing way) {
        crossing = Optional.of(way);
      } else if (entry instanceof JournalEntry.OperationProgressed progressed) {
        pending.computeIfPresent(
            progressed.change(),
            (id, at) -> new Pending(at.began(), Optional.of(progressed.after(at.progress()))));
      } else if (entry instanceof JournalEntry.OperationEnded ended) {
        ended(ended);
        for (JournalEntry.Effect effect : ended.effects()) {
          if (effect instanceof JournalEntry.Put put) {
            put(put.object());
          } else if (effect instanceof JournalEntry.Remove remove) {
            remove(remove.id());
          }
        }
      } else if (entry instanceof JournalEntry.RunEnded ended) {
        run = Optional.empty();
        lastRun = Optional.of(new LastRun(ended.outcome(), ended.at()));
        crossing = Optional.empty();
        forgetEnded();
        if (COMPLETE.contains(ended.outcome())) {
          restoring = OptionalLong.empty();
        }
        ended.outputs().ifPresent(value -> outputs = value);
      }
      return this;
    }

    private void ended(JournalEntry.OperationEnded ended) {
      Pending operation = pending.remove(ended.change());
      int attempt = operation == null ? 0 : operation.began().attempt();
      boolean changed = operation != null && operation.began().operation() == Operation.UPDATE;
      failed.remove(ended.change());
      again.remove(ended.change());
      if (ended.recovered() && (changed || !ended.succeeded())) {
        again.put(ended.change(), attempt);
      } else if (ended.succeeded()) {
        done.add(ended.change());
      } else {
        failed.put(ended.change(), ended.untouched() ? 0 : attempt);
        if (ended.untouched() && attempt > 0) {
          again.put(ended.change(), attempt);
        }
      }
    }

    private void forgetEnded() {
      done.clear();
      failed.clear();
      again.clear();
    }

    /** The state as of now. */
    public State build() {
      return new State(this);
    }
  }
}
