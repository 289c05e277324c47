package dev.ashlar;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.execution.Outcome;
import dev.ashlar.governance.AccessRequest;
import dev.ashlar.governance.Permission;
import dev.ashlar.governance.Principal;
import dev.ashlar.plan.naming.OwnershipMark;
import dev.ashlar.state.JournalEntry;
import dev.ashlar.state.JournalEntry.Crossing;
import dev.ashlar.state.ObjectId;
import dev.ashlar.state.State;
import dev.ashlar.state.StateObject;
import dev.ashlar.state.journal.Journal;
import dev.ashlar.state.journal.JournalException;
import dev.ashlar.value.Address;
import dev.ashlar.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Moves an object from one environment to another: with both leases held, the intent in the records
 * of the one, then the object in those of the other, then its removal from the first, each durable
 * before the next. Whoever recovers either environment goes on where it stopped.
 */
final class Moving {
  private final Engine engine;
  private final Principal principal;

  Moving(Engine engine, Principal principal) {
    this.engine = engine;
    this.principal = principal;
  }

  CompletableFuture<Move> plan(Environment.Id from, Address address, Environment.Id to) {
    List<Diagnostic> unread = denied(from, to, Optional.empty());
    if (!unread.isEmpty()) {
      return CompletableFuture.completedFuture(
          new Move(from, 0, to, 0, address, "", Optional.empty(), unread));
    }
    return engine
        .states()
        .load(from)
        .thenCombine(
            engine.states().load(to),
            (source, target) -> {
              List<Diagnostic> no = denied(from, to, typeAt(source, address));
              if (!no.isEmpty()) {
                return new Move(from, 0, to, 0, address, "", Optional.empty(), no);
              }
              if (source.value().isPresent() && target.value().isPresent()) {
                return new MoveCheck(source.orThrow(), target.orThrow(), address).move();
              }
              List<Diagnostic> problems =
                  source.value().isEmpty() ? source.diagnostics() : target.diagnostics();
              return new Move(from, 0, to, 0, address, "", Optional.empty(), problems);
            });
  }

  private static Optional<String> typeAt(Checked<State> state, Address address) {
    return state.value().flatMap(read -> read.at(address)).map(StateObject::type);
  }

  /** It leaves one environment, and comes to the other: both must be allowed. */
  private List<Diagnostic> denied(Environment.Id from, Environment.Id to, Optional<String> type) {
    List<Diagnostic> all = new ArrayList<>();
    for (Environment.Id each : List.of(from, to)) {
      AccessRequest request = AccessRequest.of(principal, Permission.MOVE, each);
      all.addAll(engine.admission().to(type.isPresent() ? request.to(type.get()) : request));
    }
    return all;
  }

  /** Carries a move out, if it still can be. */
  CompletableFuture<Outcome> apply(Move move) {
    List<Diagnostic> no = denied(move.from(), move.to(), Optional.empty());
    if (!no.isEmpty()) {
      return refused(move.from(), no);
    }
    if (move.hasErrors()) {
      return refused(move.from(), move.diagnostics());
    }
    return holding(
        move.from(),
        move.to(),
        (source, target) -> {
          State from = source.state();
          State to = target.state();
          if (from.serial() != move.fromSerial() || to.serial() != move.toSerial()) {
            return refused(
                move.from(),
                List.of(
                    Diagnostic.of(
                        FacadeProblems.MOVE_OUTDATED,
                        "The move was planned on serial "
                            + move.fromSerial()
                            + " and "
                            + move.toSerial()
                            + "; now they are "
                            + from.serial()
                            + " and "
                            + to.serial()
                            + ".")));
          }
          List<Diagnostic> problems =
              new ArrayList<>(
                  denied(move.from(), move.to(), from.at(move.address()).map(StateObject::type)));
          problems.addAll(new MoveCheck(from, to, move.address()).problems());
          return problems.isEmpty()
              ? leave(source, target, move.address())
              : refused(move.from(), problems);
        });
  }

  private CompletableFuture<Outcome> leave(Journal source, Journal target, Address address) {
    StateObject object = source.state().at(address).orElseThrow();
    byte[] random = new byte[8];
    engine.random().nextBytes(random);
    Crossing way =
        new Crossing(
            Crossing.Direction.LEAVING,
            HexFormat.of().formatHex(random),
            object.id(),
            target.state().environment(),
            new ObjectId(address, incarnation(target.state(), object.id())),
            now());
    return source
        .append(List.of(began(source.state(), way.token()), way))
        .thenCompose(durable -> forward(source, target, way));
  }

  /** Its own number, unless an object that waits for its deletion there has it. */
  private static int incarnation(State to, ObjectId own) {
    int highest = 0;
    for (StateObject object : to.objects()) {
      if (object.id().address().equals(own.address())) {
        highest = Math.max(highest, object.id().incarnation());
      }
    }
    return highest >= own.incarnation() ? highest + 1 : own.incarnation();
  }

  private JournalEntry.RunBegan began(State state, String token) {
    return new JournalEntry.RunBegan(
        token,
        state.lineage(),
        state.serial() + 1,
        state.origin(),
        principal.name(),
        "stop",
        now());
  }

  private Instant now() {
    return engine.time().now();
  }

  /** Brings to its end what an environment's records say is on its way. */
  CompletableFuture<Outcome> finish(Environment.Id environment, Crossing way) {
    boolean leaving = way.direction() == Crossing.Direction.LEAVING;
    return holding(
        leaving ? environment : way.other(),
        leaving ? way.other() : environment,
        (source, target) -> finish(source, target, way.token()));
  }

  private CompletableFuture<Outcome> finish(Journal source, Journal target, String token) {
    Optional<Crossing> leaving = of(source.state(), token);
    Optional<Crossing> arriving = of(target.state(), token);
    if (leaving.isEmpty()) {
      return arriving.isEmpty()
          ? done(succeeded(source.state()))
          : target.append(List.of(ended("done"))).thenApply(durable -> succeeded(target.state()));
    }
    if (arriving.isPresent() || isOf(target.state(), token)) {
      return forward(source, target, leaving.get());
    }
    if (target.state().run().isPresent()) {
      return done(failed(source.state(), unfinished(target.state(), "has another open run")));
    }
    if (target.state().at(leaving.get().counterpart().address()).isPresent()) {
      // It never arrived, and cannot any more: it stays where it is.
      return source
          .append(List.of(ended("failed")))
          .thenApply(
              durable ->
                  failed(
                      source.state(),
                      unfinished(target.state(), "has an object of its own there by now")));
    }
    return forward(source, target, leaving.get());
  }

  private static Optional<Crossing> of(State state, String token) {
    return state.crossing().filter(way -> way.token().equals(token));
  }

  /** Whether the open run is this move's: its begin may be all that was written. */
  private static boolean isOf(State state, String token) {
    return state.run().filter(run -> run.run().equals(token)).isPresent();
  }

  private static Diagnostic unfinished(State target, String why) {
    return Diagnostic.of(
        FacadeProblems.MOVE_UNFINISHED,
        "The environment \"" + target.environment() + "\" " + why + ".");
  }

  /** The object arrives, if it has not yet; then it is forgotten where it was; then both end. */
  private CompletableFuture<Outcome> forward(Journal source, Journal target, Crossing way) {
    return arrive(source.state(), target, way)
        .thenCompose(
            arrived ->
                source.append(
                    List.of(
                        new JournalEntry.OperationEnded(
                            way.object() + "/forget",
                            true,
                            List.of(new JournalEntry.Remove(way.object())),
                            now()),
                        ended("done"))))
        .thenCompose(forgotten -> target.append(List.of(ended("done"))))
        .thenApply(durable -> succeeded(source.state()));
  }

  private CompletableFuture<Void> arrive(State source, Journal target, Crossing way) {
    State to = target.state();
    boolean told = of(to, way.token()).isPresent();
    if (told && to.at(way.counterpart().address()).isPresent()) {
      return CompletableFuture.completedFuture(null);
    }
    StateObject object = source.at(way.object().address()).orElseThrow();
    JournalEntry put =
        new JournalEntry.OperationEnded(
            way.counterpart() + "/adopt",
            true,
            List.of(new JournalEntry.Put(rebound(object, way.counterpart()))),
            now());
    Crossing arriving =
        new Crossing(
            Crossing.Direction.ARRIVING,
            way.token(),
            /* object= */ way.counterpart(),
            source.environment(),
            /* counterpart= */ way.object(),
            now());
    if (told) {
      return target.append(List.of(put));
    }
    return target.append(
        isOf(to, way.token())
            ? List.of(arriving, put)
            : List.of(began(to, way.token()), arriving, put));
  }

  private JournalEntry ended(String outcome) {
    return new JournalEntry.RunEnded(outcome, Optional.empty(), now());
  }

  /**
   * The object in the records of the other environment: its secrets are encrypted with that one's
   * key when it is written; fingerprints are of the old key and mean nothing; the mark of the old
   * lineage is to be replaced.
   */
  private StateObject rebound(StateObject object, ObjectId id) {
    StateObject.Values values = object.values();
    Value.MapValue effective =
        engine
            .providers()
            .catalog()
            .schema(object.type())
            .map(schema -> OwnershipMark.unbind(schema, values.effective()))
            .orElse(values.effective());
    return object
        .withAddress(id)
        .withoutFingerprints()
        .withAdopted(true)
        .withValues(
            new StateObject.Values(
                values.declared(), effective, values.observed(), values.outputs()));
  }

  /** Opens both records, always in the same order, and closes both. */
  private CompletableFuture<Outcome> holding(
      Environment.Id from,
      Environment.Id to,
      BiFunction<Journal, Journal, CompletableFuture<Outcome>> work) {
    boolean inOrder = from.toString().compareTo(to.toString()) < 0;
    return holding(
        inOrder ? from : to,
        from,
        first ->
            holding(
                inOrder ? to : from,
                from,
                second -> inOrder ? work.apply(first, second) : work.apply(second, first)));
  }

  private CompletableFuture<Outcome> holding(
      Environment.Id environment,
      Environment.Id about,
      Function<Journal, CompletableFuture<Outcome>> work) {
    return engine
        .states()
        .open(environment, principal.name(), Applying.LONGEST_WAIT_FOR_RECORDS)
        .thenCompose(
            opened ->
                opened.value().isEmpty()
                    ? refused(about, opened.diagnostics())
                    : worked(opened.value().get(), work));
  }

  private CompletableFuture<Outcome> worked(
      Journal journal, Function<Journal, CompletableFuture<Outcome>> work) {
    return work.apply(journal)
        .exceptionally(thrown -> unwritten(journal.state(), thrown))
        .thenCompose(outcome -> journal.close().handle((nothing, failure) -> outcome));
  }

  private static Outcome unwritten(State state, Throwable thrown) {
    Throwable cause =
        thrown instanceof CompletionException && thrown.getCause() != null
            ? thrown.getCause()
            : thrown;
    if (cause instanceof JournalException known) {
      return failed(state, known.diagnostic());
    }
    throw new CompletionException(cause);
  }

  private static Outcome succeeded(State state) {
    return new Outcome.Succeeded(report(state, List.of()));
  }

  private static Outcome failed(State state, Diagnostic why) {
    return new Outcome.Failed(report(state, List.of(why)));
  }

  private static Outcome.Report report(State state, List<Diagnostic> diagnostics) {
    return new Outcome.Report(state, List.of(), List.of(), diagnostics, Duration.ZERO);
  }

  private static CompletableFuture<Outcome> done(Outcome outcome) {
    return CompletableFuture.completedFuture(outcome);
  }

  private static CompletableFuture<Outcome> refused(
      Environment.Id environment, List<Diagnostic> problems) {
    return done(new Outcome.Refused(report(State.empty(environment, ""), problems)));
  }
}
