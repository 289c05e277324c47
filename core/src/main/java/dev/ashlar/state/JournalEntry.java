package dev.ashlar.state;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.schema.Operation;
import dev.ashlar.value.Value;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One line of the journal. An operation's begin is durable before its call, its end before anything
 * depends on it; independent entries overlap. Replaying is safe with gaps.
 *
 * @since 0.1
 */
public sealed interface JournalEntry {

  /**
   * A run began.
   *
   * @param run a random name of the run
   * @param lineage the environment's lineage
   * @param serial the serial that the run leads to
   * @param origin what is applied
   * @param principal who applies it
   * @param onFailure the choice, in the document's words: stop, continue, rollback
   * @param at when
   * @param restores for a rollback: the serial of the state that it leads back to
   */
  record RunBegan(
      String run,
      String lineage,
      long serial,
      State.Origin origin,
      String principal,
      String onFailure,
      Instant at,
      OptionalLong restores)
      implements JournalEntry {

    /** Of a run that is no rollback. */
    public RunBegan(
        String run,
        String lineage,
        long serial,
        State.Origin origin,
        String principal,
        String onFailure,
        Instant at) {
      this(run, lineage, serial, origin, principal, onFailure, at, OptionalLong.empty());
    }
  }

  /**
   * An operation is about to be called.
   *
   * @param change the change's id in the plan
   * @param object the object that it is about
   * @param operation what is called
   * @param key the idempotency key
   * @param attempt counts definitive failures, from 1; part of the key
   * @param intent the object as it is to be recorded while the outcome is not known
   * @param target of a change in place: the object as it is to be recorded when it took effect
   * @param at when
   */
  record OperationBegan(
      String change,
      ObjectId object,
      Operation operation,
      String key,
      int attempt,
      Optional<StateObject> intent,
      Optional<StateObject> target,
      Instant at)
      implements JournalEntry {

    /** Of one that is no change in place. */
    public OperationBegan(
        String change,
        ObjectId object,
        Operation operation,
        String key,
        int attempt,
        Optional<StateObject> intent,
        Instant at) {
      this(change, object, operation, key, attempt, intent, Optional.empty(), at);
    }
  }

  /**
   * The connector said that an operation goes on.
   *
   * @param change the change's id in the plan
   * @param token what to ask again with; empty where only the identity became known
   * @param identity the object's identifier, as soon as it is known
   * @param resumeAt when to ask again
   */
  record OperationProgressed(
      String change, String token, Optional<String> identity, Instant resumeAt)
      implements JournalEntry {

    /** What is known with this after an earlier one: what this does not say stays. */
    OperationProgressed after(Optional<OperationProgressed> earlier) {
      String latest = token.isEmpty() ? earlier.map(OperationProgressed::token).orElse("") : token;
      return new OperationProgressed(
          change, latest, identity.or(() -> earlier.flatMap(e -> e.identity)), resumeAt);
    }
  }

  /**
   * An operation ended, or a change that calls nothing was made.
   *
   * @param change the change's id in the plan
   * @param succeeded whether it did what was asked
   * @param effects what is recorded of it; also a failure can leave an object
   * @param at when
   * @param recovered whether a recovery ended it: then it has not failed, whatever it did not do
   * @param untouched whether it failed because the object was not as expected any more: what is
   *     there is somebody else's doing
   */
  record OperationEnded(
      String change,
      boolean succeeded,
      List<Effect> effects,
      Instant at,
      boolean recovered,
      boolean untouched)
      implements JournalEntry {
    /** Copies the list. */
    public OperationEnded {
      effects = List.copyOf(effects);
    }

    /** Of one that ended by itself. */
    public OperationEnded(String change, boolean succeeded, List<Effect> effects, Instant at) {
      this(change, succeeded, effects, at, false, false);
    }

    /** Of one that ended by itself, or that a recovery ended. */
    public OperationEnded(
        String change, boolean succeeded, List<Effect> effects, Instant at, boolean recovered) {
      this(change, succeeded, effects, at, recovered, false);
    }
  }

  /**
   * A run ended.
   *
   * @param outcome the outcome, in the documents' words: done, failed, cancelled, recovered,
   *     rolled-back
   * @param outputs the blueprint's outputs; empty where they stay as they were
   * @param at when
   */
  record RunEnded(String outcome, Optional<Value.MapValue> outputs, Instant at)
      implements JournalEntry {}

  /**
   * An object is on its way from one environment to another: first told in the one that it leaves,
   * then, with the object, in the one where it arrives; then the first forgets it. Until the runs
   * that do it have ended, both environments wait for it.
   *
   * @param direction whether this is where it leaves or where it arrives
   * @param token a random name of the way, the same in both
   * @param object the object in this environment
   * @param other the other environment
   * @param counterpart the object in the other environment
   * @param at when
   */
  record Crossing(
      Direction direction,
      String token,
      ObjectId object,
      Environment.Id other,
      ObjectId counterpart,
      Instant at)
      implements JournalEntry {
    /** Which end of the way. */
    public enum Direction {
      /** The object leaves this environment. */
      LEAVING,
      /** The object arrives in this environment. */
      ARRIVING
    }
  }

  /** What an operation's end does to the records. */
  sealed interface Effect {}

  /**
   * An object is recorded.
   *
   * @param object the object
   */
  record Put(StateObject object) implements Effect {}

  /**
   * An object is forgotten.
   *
   * @param id which
   */
  record Remove(ObjectId id) implements Effect {}
}
