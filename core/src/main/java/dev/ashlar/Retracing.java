package dev.ashlar;

import dev.ashlar.execution.Event;
import dev.ashlar.execution.Outcome;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.problem.PlanProblems;
import dev.ashlar.state.State;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Address;
import dev.ashlar.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a rollback has to do with the state that it leads back to. */
final class Retracing {
  private Retracing() {}

  /** What a rollback has come to. */
  static Outcome.Rollback undone(Plan plan, State former, Outcome outcome) {
    Set<Address> notRestored = new TreeSet<>();
    plan.diagnostics().stream()
        .filter(problem -> problem.code().equals(PlanProblems.NOT_RESTORED.id()))
        .forEach(problem -> problem.address().ifPresent(notRestored::add));
    for (Outcome.ChangeResult result : outcome.changes()) {
      if (result.status() != Event.Status.DONE) {
        notRestored.add(result.change().address());
      }
    }
    Set<Address> made = made(outcome);
    List<Address> recreated = new ArrayList<>();
    former
        .current()
        .forEach(
            (address, object) -> {
              Optional<StateObject> now = outcome.state().at(address);
              if (now.isEmpty()) {
                notRestored.add(address);
              } else if (made.contains(address)
                  || !now.get().identity().equals(object.identity())) {
                recreated.add(address);
              }
            });
    return new Outcome.Rollback(
        notRestored.isEmpty(), List.copyOf(notRestored), List.copyOf(recreated));
  }

  /** What was made anew: a fixed name gives another object the same identity. */
  private static Set<Address> made(Outcome outcome) {
    Set<Address> made = new TreeSet<>();
    for (Outcome.ChangeResult result : outcome.changes()) {
      boolean anew =
          switch (result.change().action()) {
            case CREATE, REPLACE, REPLACE_IF_CHANGED -> result.status() == Event.Status.DONE;
            default -> false;
          };
      if (anew) {
        made.add(result.change().address());
      }
    }
    return made;
  }

  /** A plan that was read from a file, with the secrets that are recorded in the former state. */
  static Plan withSecrets(Plan plan, State former) {
    return plan.toBuilder()
        .changes(plan.changes().stream().map(change -> withSecrets(change, former)).toList())
        .build();
  }

  private static Change withSecrets(Change change, State former) {
    Optional<StateObject> object = former.at(change.address());
    if (object.isEmpty()) {
      return change;
    }
    StateObject.Values values = object.get().values();
    return change.toBuilder()
        .declared(filled(change.declared(), values.declared()))
        .planned(filled(change.planned(), values.effective()))
        .build();
  }

  private static Value.MapValue filled(Value.MapValue planned, Value.MapValue recorded) {
    TreeMap<String, Value> all = new TreeMap<>();
    planned.entries().forEach((name, value) -> all.put(name, filled(value, recorded.get(name))));
    return new Value.MapValue(all);
  }

  /** Only a secret that is withheld is taken from the records. */
  private static Value filled(Value planned, Value recorded) {
    if (planned instanceof Value.SecretValue secret && !secret.content().isKnown()) {
      return recorded instanceof Value.SecretValue ? recorded : planned;
    }
    if (planned instanceof Value.MapValue map && recorded instanceof Value.MapValue other) {
      return filled(map, other);
    }
    if (planned instanceof Value.ListValue list && recorded instanceof Value.ListValue other) {
      List<Value> items = new ArrayList<>();
      for (int i = 0; i < list.items().size(); i++) {
        Value there = i < other.items().size() ? other.items().get(i) : Value.NULL;
        items.add(filled(list.items().get(i), there));
      }
      return Value.list(items);
    }
    return planned;
  }
}
