package dev.ashlar.execution.recovery;

import dev.ashlar.connector.session.OpenConnector;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.execution.Decision;
import dev.ashlar.execution.operation.Bench;
import dev.ashlar.execution.step.Doubts;
import dev.ashlar.execution.step.Ending;
import dev.ashlar.execution.step.Performer;
import dev.ashlar.execution.step.Site;
import dev.ashlar.plan.Change;
import dev.ashlar.state.JournalEntry;
import dev.ashlar.state.ObjectId;
import dev.ashlar.state.State;
import dev.ashlar.state.StateObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Ends the operations that an interrupted run had begun. For the run's logical thread. */
public final class Recovery implements Performer {
  private final Site site;
  private final State state;
  private final Map<String, Decision.Answer> answers;
  private final Map<String, Unfinished> unfinished;

  /**
   * A recovery.
   *
   * @param state the records as they were found
   * @param answers what a person said, by the id of the change
   */
  public Recovery(Site site, State state, Map<String, Decision.Answer> answers) {
    this.site = site;
    this.state = state;
    this.answers = Map.copyOf(answers);
    this.unfinished = unfinished(state);
  }

  /** What is to be ended, as changes. */
  public static List<Change> changes(State state) {
    List<Change> changes = new ArrayList<>();
    unfinished(state).values().forEach(each -> changes.add(each.asChange()));
    return changes;
  }

  /** Whose the object is that a person named: recorded elsewhere, or named in another answer. */
  private Optional<ObjectId> owner(Unfinished operation, Decision.Answer answer) {
    if (answer.identity().isEmpty()) {
      return Optional.empty();
    }
    StateObject made = operation.object();
    return Stream.concat(
            state.objects().stream().filter(object -> object.identity().equals(answer.identity())),
            answers.values().stream()
                .filter(other -> other.identity().equals(answer.identity()))
                .map(other -> unfinished.get(other.operation()))
                .filter(Objects::nonNull)
                .map(Unfinished::object))
        .filter(object -> object.type().equals(made.type()) && object.home().equals(made.home()))
        .map(StateObject::id)
        .filter(id -> !id.equals(made.id()))
        .findFirst();
  }

  private static Map<String, Unfinished> unfinished(State state) {
    Map<String, Unfinished> all = new LinkedHashMap<>();
    state
        .pending()
        .forEach(
            (change, pending) ->
                object(state, pending.began().object())
                    .or(() -> pending.began().intent())
                    .ifPresent(object -> all.put(change, new Unfinished(pending, object))));
    return all;
  }

  private static Optional<StateObject> object(State state, ObjectId id) {
    return state
        .at(id.address())
        .filter(object -> object.id().equals(id))
        .or(() -> Optional.ofNullable(state.deposed().get(id)));
  }

  @Override
  public CompletableFuture<Ending> perform(Change change, Bench.Watcher watcher) {
    Unfinished operation = Objects.requireNonNull(unfinished.get(change.id()), change.id());
    Decision.Answer answer = answers.get(change.id());
    if (answer != null && answer.choice() == Decision.Choice.FORGET) {
      return CompletableFuture.completedFuture(
          Ending.without(new JournalEntry.Remove(operation.object().id())));
    }
    Checked<OpenConnector<?, ?>> connector =
        site.connector(operation.object().home(), operation.object().type());
    if (connector.value().isEmpty()) {
      return CompletableFuture.completedFuture(
          Doubts.open(
              change, operation.operation(), Site.located(change, connector.diagnostics())));
    }
    Scene scene = new Scene(site, operation, change, connector.value().get(), watcher);
    Replaced replaced = new Replaced(state);
    if (answer != null) {
      return new Answered(scene, replaced, owner(operation, answer)).end(answer);
    }
    return switch (operation.operation()) {
      case CREATE -> new InterruptedCreation(scene, replaced).end();
      case UPDATE, DELETE -> InterruptedChange.end(scene);
      default ->
          CompletableFuture.completedFuture(
              Ending.without(new JournalEntry.Put(operation.object())));
    };
  }
}
