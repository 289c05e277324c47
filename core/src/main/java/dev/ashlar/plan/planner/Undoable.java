package dev.ashlar.plan.planner;

import dev.ashlar.blueprint.Lifecycle;
import dev.ashlar.plan.question.PlanFacts;
import dev.ashlar.schema.Operation;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Address;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which objects that were not there before can go. One that must stay needs all that it uses: that
 * stays with it.
 */
final class Undoable {
  private final PlanFacts facts;
  private final Map<Address, String> staying = new TreeMap<>();

  private Undoable(PlanFacts facts) {
    this.facts = facts;
  }

  /**
   * Finds those that stay, and why.
   *
   * @param added objects that were not there before
   * @param untouched recorded objects that are left as they are
   */
  static Map<Address, String> staying(
      PlanFacts facts, Collection<StateObject> added, Collection<StateObject> untouched) {
    Undoable undoable = new Undoable(facts);
    List<StateObject> users = new ArrayList<>(untouched);
    for (StateObject object : added) {
      undoable
          .why(object)
          .ifPresent(
              why -> {
                undoable.staying.put(object.id().address(), why);
                users.add(object);
              });
    }
    undoable.spread(added, users);
    return undoable.staying;
  }

  private Optional<String> why(StateObject object) {
    if (object.adopted()) {
      return Optional.empty();
    }
    if (object.lifecycle().preventDestroy()) {
      return Optional.of("lifecycle.preventDestroy refuses its deletion");
    }
    if (object.lifecycle().onRemove() == Lifecycle.OnRemove.RETAIN) {
      return Optional.of("lifecycle.onRemove says retain");
    }
    return facts
            .catalog()
            .schema(object.type())
            .filter(schema -> !schema.operations().contains(Operation.DELETE))
            .isPresent()
        ? Optional.of("objects of type " + object.type() + " cannot be deleted")
        : Optional.empty();
  }

  private void spread(Collection<StateObject> added, List<StateObject> users) {
    List<StateObject> open = users;
    while (!open.isEmpty()) {
      Map<String, Address> used = new TreeMap<>();
      for (StateObject user : open) {
        user.dependencies().forEach(name -> used.putIfAbsent(name, user.id().address()));
      }
      Set<StateObject> more = new HashSet<>();
      for (StateObject object : added) {
        Address address = object.id().address();
        Address user = used.get(address.toString());
        user = user == null ? used.get(address.declaration().toString()) : user;
        if (user != null && !staying.containsKey(address)) {
          staying.put(address, "\"" + user + "\" stays and uses it");
          more.add(object);
        }
      }
      open = List.copyOf(more);
    }
  }
}
