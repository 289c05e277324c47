package dev.ashlar.execution.recovery;

import dev.ashlar.execution.operation.Interruption;
import dev.ashlar.plan.Action;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Reason;
import dev.ashlar.schema.Operation;
import dev.ashlar.state.JournalEntry;
import dev.ashlar.state.ObjectId;
import dev.ashlar.state.State;
import dev.ashlar.state.StateObject;
import java.util.Arrays;
import java.util.Optional;

/**
 * An operation that began and of which no end is recorded.
 *
 * @param pending what the journal says of it
 * @param object what was recorded when it began: of a creation what was to be made, of a change or
 *     a deletion the object before it
 */
record Unfinished(State.Pending pending, StateObject object) {

  Operation operation() {
    return pending.began().operation();
  }

  String change() {
    return pending.began().change();
  }

  /** Of a change in place: what it was to make of the object. */
  Optional<StateObject> target() {
    return pending.began().target().filter(target -> target.id().equals(object.id()));
  }

  /** How far it had come. */
  Interruption interruption() {
    JournalEntry.OperationBegan began = pending.began();
    return new Interruption(
        began.key(),
        began.attempt(),
        pending
            .progress()
            .map(JournalEntry.OperationProgressed::token)
            .filter(token -> !token.isEmpty()),
        identity());
  }

  /** The cloud's name of it, as far as one was told. */
  Optional<String> identity() {
    return pending
        .progress()
        .flatMap(JournalEntry.OperationProgressed::identity)
        .or(object::identity);
  }

  /** The change that it belongs to, as far as the records tell. */
  Change asChange() {
    return Change.builder(leadsTo(), object.type(), action())
        .reason(Reason.of(Reason.Kind.INTERRUPTED))
        .home(object.home())
        .schema(object.schema())
        .declared(object.values().declared())
        .planned(object.values().effective())
        .lifecycle(object.lifecycle())
        .dependencies(object.dependencies())
        .opaque(object.opaque())
        .identity(object.identity())
        .canvas(object.canvas())
        .build();
  }

  /**
   * What the change was to lead to, for its id begins so: another object than the operation's,
   * where a replacement turned out to be an update.
   */
  private ObjectId leadsTo() {
    String id = change().substring(0, change().lastIndexOf('/'));
    return id.equals(object.id().toString())
        ? object.id()
        : new ObjectId(
            object.id().address(), Integer.parseInt(id.substring(id.lastIndexOf('#') + 1)));
  }

  /** A change's id ends in the word of its action. */
  private Action action() {
    String word = change().substring(change().lastIndexOf('/') + 1);
    return Arrays.stream(Action.values())
        .filter(action -> action.text().equals(word))
        .findFirst()
        .orElse(operation() == Operation.DELETE ? Action.DELETE : Action.UPDATE);
  }
}
