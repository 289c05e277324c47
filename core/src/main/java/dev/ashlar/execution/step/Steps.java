package dev.ashlar.execution.step;

import dev.ashlar.connector.session.OpenConnector;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.execution.ExecutionProblems;
import dev.ashlar.execution.operation.Bench;
import dev.ashlar.plan.Action;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.Reason;
import dev.ashlar.plan.naming.OwnershipMark;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.state.ObjectId;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Makes changes: evaluates what was not known, finds the connector, does what the action says. */
public final class Steps implements Performer {
  private final Site site;
  private final Map<ObjectId, Change> undecided = new HashMap<>();
  private final Map<ObjectId, Boolean> replaced = new HashMap<>();

  /** Of one run. */
  public Steps(Site site) {
    this.site = site;
    Plan plan = site.plan();
    for (Change change : plan.changes()) {
      if (change.action() == Action.REPLACE_IF_CHANGED) {
        change.prior().ifPresent(old -> undecided.put(old, change));
      }
    }
  }

  @Override
  public CompletableFuture<Ending> perform(Change planned, Bench.Watcher watcher) {
    if (belongsToAReplacementThatIsNone(planned)) {
      return done(Ending.done(Action.NO_OP));
    }
    Checked<Change> resolved = site.remainder().change(planned, site.ledger());
    Optional<Change> change = resolved.value();
    if (change.isEmpty()) {
      return done(Ending.failed(planned.action(), Site.located(planned, resolved.diagnostics())));
    }
    if (planned.action() == Action.REPLACE_IF_CHANGED) {
      boolean replaces = change.get().action() == Action.REPLACE;
      planned.prior().ifPresent(old -> replaced.put(old, replaces));
    }
    List<Diagnostic> said = Site.located(planned, site.clearance().lastWord(planned, change.get()));
    if (said.stream().anyMatch(Diagnostic::isError)) {
      return done(Ending.failed(planned.action(), said));
    }
    CompletableFuture<Ending> made = perform(planned, change.get(), watcher);
    return said.isEmpty() ? made : made.thenApply(ending -> ending.saying(said));
  }

  /**
   * A replace-if-changed is decided before its deletion, whichever of the two comes first: an
   * object that is only updated, or left alone, is not deleted.
   */
  private boolean belongsToAReplacementThatIsNone(Change planned) {
    Change decider = undecided.get(planned.object());
    if (decider == null
        || planned.action() != Action.DELETE
        || planned.reason().kind() != Reason.Kind.REPLACED) {
      return false;
    }
    Boolean decided = replaced.get(planned.object());
    if (decided == null) {
      decided =
          site.remainder()
              .change(decider, site.ledger())
              .value()
              .map(change -> change.action() == Action.REPLACE)
              .orElse(false);
    }
    return !decided;
  }

  /**
   * A plan holds a symbol in the names and marks that the engine makes; the cloud never sees it.
   */
  private Change bound(ResourceSchema schema, Change change) {
    StateObject.Home home = site.home(change.home());
    Value.MapValue planned =
        OwnershipMark.bind(schema, change.planned(), site.ledger().lineage(), change.object());
    return home.equals(change.home()) && planned.equals(change.planned())
        ? change
        : change.toBuilder().home(home).planned(planned).build();
  }

  private CompletableFuture<Ending> perform(Change planned, Change change, Bench.Watcher watcher) {
    Optional<StateObject> prior = prior(change);
    switch (change.action()) {
      case NO_OP, RECORD, MOVE, FORGET -> {
        return done(record(planned, change, prior));
      }
      case DEFERRED, REPLACE_IF_CHANGED -> {
        return done(defect(planned, "it was not decided what is to be done."));
      }
      default -> {
        return call(planned, change, prior, watcher);
      }
    }
  }

  /** The record that a change starts from. A deletion never falls back to what stands there now. */
  private Optional<StateObject> prior(Change change) {
    Ledger ledger = site.ledger();
    Optional<StateObject> exact =
        change.prior().flatMap(ledger::object).or(() -> ledger.object(change.object()));
    boolean mayBeAnother =
        change.action() != Action.DELETE
            && change.action() != Action.CREATE
            && change.prior().isEmpty();
    return exact.isEmpty() && mayBeAnother ? ledger.at(change.address()) : exact;
  }

  private Ending record(Change planned, Change change, Optional<StateObject> prior) {
    if (prior.isEmpty()) {
      return change.action() == Action.FORGET
          ? Ending.done(change.action())
          : defect(planned, "there is no record of it.");
    }
    if (change.action() == Action.FORGET) {
      return Recording.forget(change, prior.get());
    }
    return Recording.rewrite(
        change,
        prior.get(),
        site.connector(change.home(), change.type()).value().map(OpenConnector::schema),
        site.fingerprint());
  }

  private CompletableFuture<Ending> call(
      Change planned, Change change, Optional<StateObject> prior, Bench.Watcher watcher) {
    StateObject.Home home =
        change.action() == Action.DELETE && prior.isPresent() ? prior.get().home() : change.home();
    Checked<OpenConnector<?, ?>> connector = site.connector(home, change.type());
    Optional<OpenConnector<?, ?>> on = connector.value();
    if (on.isEmpty()) {
      return done(Ending.failed(planned.action(), Site.located(planned, connector.diagnostics())));
    }
    Optional<Diagnostic> unknown = unknown(planned, change);
    if (unknown.isPresent()) {
      return done(Ending.failed(planned.action(), List.of(unknown.get())));
    }
    Work work = new Work(site, planned, bound(on.get().schema(), change), prior, on.get(), watcher);
    return switch (change.action()) {
      case CREATE, REPLACE -> new Creation(work).perform();
      case UPDATE ->
          prior
              .map(object -> Alteration.perform(work, object))
              .orElseGet(() -> done(defect(planned, "there is no record of it.")));
      case DELETE ->
          prior
              .map(object -> Removal.perform(work, object))
              .orElseGet(() -> done(Ending.done(change.action())));
      case ADOPT -> new Adoption(work).perform();
      case READ -> new Looking(work).perform();
      default -> done(defect(planned, "nothing is known of such an action."));
    };
  }

  private static Optional<Diagnostic> unknown(Change planned, Change change) {
    if (change.action() == Action.DELETE) {
      return Optional.empty();
    }
    boolean withheldCounts = change.action() != Action.UPDATE && change.action() != Action.ADOPT;
    return Unknowns.in(change.planned(), withheldCounts).stream()
        .findFirst()
        .map(
            path ->
                Site.problem(
                        planned,
                        ExecutionProblems.VALUE_UNKNOWN,
                        "The value of "
                            + path
                            + " of \""
                            + planned.address()
                            + "\" is still not known, though all that it depends on is done.")
                    .in(path));
  }

  private static Ending defect(Change planned, String why) {
    return Ending.failed(
        planned.action(),
        List.of(
            Site.problem(
                planned,
                ExecutionProblems.DEFECT,
                "The change \"" + planned.id() + "\" cannot be made: " + why)));
  }

  private static CompletableFuture<Ending> done(Ending ending) {
    return CompletableFuture.completedFuture(ending);
  }
}
