package dev.ashlar.plan.planner;

import com.google.common.collect.Maps;
import dev.ashlar.blueprint.MovedDeclaration;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.plan.object.Recorded;
import dev.ashlar.plan.problem.PlanProblems;
import dev.ashlar.state.ObjectId;
import dev.ashlar.state.State;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Address;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The current objects at the addresses that they have from now on.
 *
 * @param current by address
 * @param renamed the new address of each that moved, by the old one
 * @param diagnostics moves that cannot be
 */
record Moves(
    SortedMap<Address, Recorded> current,
    Map<Address, Address> renamed,
    List<Diagnostic> diagnostics) {

  static Moves of(State state, List<MovedDeclaration> moved) {
    // From a sorted map: built at once, without a comparison.
    SortedMap<Address, Recorded> current =
        new TreeMap<>(Maps.transformValues(state.current(), Recorded::at));
    Map<Address, Address> renamed = new TreeMap<>();
    List<Diagnostic> diagnostics = new ArrayList<>();
    if (moved.isEmpty()) {
      return new Moves(current, renamed, diagnostics);
    }
    for (StateObject object : state.current().values()) {
      Address from = object.id().address();
      for (MovedDeclaration move : moved) {
        Optional<Address> to = target(move, from).filter(address -> !address.equals(from));
        if (to.isEmpty()) {
          continue;
        }
        if (state.current().containsKey(to.get()) && !leaves(moved, to.get())) {
          diagnostics.add(blocked(move, from, to.get()));
        } else {
          renamed.put(from, to.get());
        }
        break;
      }
    }
    renamed.forEach((from, to) -> current.remove(from));
    for (StateObject object : state.current().values()) {
      Address to = renamed.get(object.id().address());
      if (to != null) {
        current.put(to, new Recorded(object, id(state, object, to)));
      }
    }
    return new Moves(current, Collections.unmodifiableMap(renamed), diagnostics);
  }

  /** Where an address goes; the whole keeps the keys of its objects. */
  private static Optional<Address> target(MovedDeclaration move, Address from) {
    if (move.from().equals(from)) {
      return Optional.of(move.to());
    }
    boolean whole = move.from().key().isEmpty() && move.from().equals(from.declaration());
    return whole && from.key().isPresent() && move.to().key().isEmpty()
        ? Optional.of(keyed(move.to(), from.key().get()))
        : Optional.empty();
  }

  private static Address keyed(Address declaration, String key) {
    List<Address.Segment> segments = new ArrayList<>(declaration.segments());
    segments.set(segments.size() - 1, new Address.Segment(declaration.name(), Optional.of(key)));
    return new Address(segments);
  }

  private static boolean leaves(List<MovedDeclaration> moved, Address address) {
    return moved.stream().anyMatch(move -> target(move, address).isPresent());
  }

  /** Its number stays, unless an older object at the new address still has it. */
  private static ObjectId id(State state, StateObject object, Address to) {
    int taken = Incarnations.highest(state, to);
    int own = object.id().incarnation();
    return new ObjectId(to, state.deposed().containsKey(new ObjectId(to, own)) ? taken + 1 : own);
  }

  private static Diagnostic blocked(MovedDeclaration move, Address from, Address to) {
    return Diagnostic.of(
            PlanProblems.MOVE_BLOCKED,
            "\"" + from + "\" is to become \"" + to + "\", and both have an object.")
        .at(move.place().start())
        .on(to);
  }
}
