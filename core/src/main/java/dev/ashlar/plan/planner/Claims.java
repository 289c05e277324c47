package dev.ashlar.plan.planner;

import dev.ashlar.diagnostic.Code;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.plan.Action;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.problem.PlanProblems;
import dev.ashlar.state.ObjectId;
import dev.ashlar.state.State;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Address;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Refuses to take over an object for one address that belongs to another, or is not there. */
final class Claims {
  private final Map<Claim, String> taken = new HashMap<>();

  /** What tells an object of a cloud from all others. */
  private record Claim(String type, StateObject.Home home, String identity) {}

  private Claims() {}

  /** The problems of all that a plan takes over. */
  static List<Diagnostic> in(List<Change> changes, PlanRequest request) {
    Map<Address, String> wished = request.mode().adopted();
    boolean adopts =
        !wished.isEmpty() || changes.stream().anyMatch(each -> each.action() == Action.ADOPT);
    if (!adopts) {
      return List.of();
    }
    List<Diagnostic> problems = new ArrayList<>(new Claims().taken(changes, request.state()));
    wished.forEach(
        (address, identity) ->
            request
                .state()
                .at(address)
                .flatMap(object -> unanswered(object, identity, changes))
                .ifPresent(problems::add));
    return problems;
  }

  private List<Diagnostic> taken(List<Change> changes, State state) {
    Set<ObjectId> leaving = new HashSet<>();
    for (Change change : changes) {
      if (change.action() == Action.FORGET || change.action() == Action.DELETE) {
        leaving.add(change.object());
      }
    }
    for (StateObject object : state.objects()) {
      if (!leaving.contains(object.id()) && object.identity().isPresent()) {
        taken.put(
            new Claim(object.type(), object.home(), object.identity().get()),
            object.id().address().toString());
      }
    }
    List<Diagnostic> problems = new ArrayList<>();
    for (Change change : changes) {
      if (change.action() == Action.ADOPT && change.identity().isPresent()) {
        String identity = change.identity().get();
        String address = change.address().toString();
        String other = taken.put(new Claim(change.type(), change.home(), identity), address);
        if (other != null && !other.equals(address)) {
          problems.add(
              problem(
                  PlanProblems.ADOPTED_TAKEN,
                  change.address(),
                  Optional.of(change),
                  "\""
                      + address
                      + "\" was to take over \""
                      + identity
                      + "\", and that is the object of \""
                      + other
                      + "\"."));
        }
      }
    }
    return problems;
  }

  /** An address that has an object is not given another one, nor is one made for it. */
  private static Optional<Diagnostic> unanswered(
      StateObject object, String identity, List<Change> changes) {
    Address address = object.id().address();
    Optional<Change> own =
        changes.stream().filter(change -> change.address().equals(address)).findFirst();
    if (!object.identity().equals(Optional.of(identity))) {
      return Optional.of(
          problem(
              PlanProblems.ADOPTED_TAKEN,
              address,
              own,
              "\""
                  + address
                  + "\" was to take over \""
                  + identity
                  + "\", and it has \""
                  + object.identity().orElse("an object without an identifier")
                  + "\" already."));
    }
    return own.filter(change -> change.action() == Action.CREATE)
        .map(
            change ->
                problem(
                    PlanProblems.ADOPTED_ABSENT,
                    address,
                    own,
                    "\""
                        + address
                        + "\" was to take over \""
                        + identity
                        + "\", and it is not there any more."));
  }

  private static Diagnostic problem(
      Code code, Address address, Optional<Change> change, String detail) {
    return Diagnostic.of(code, detail)
        .on(address)
        .at(change.flatMap(Change::location).orElse(null))
        .canvas(change.flatMap(Change::canvas).orElse(null));
  }
}
