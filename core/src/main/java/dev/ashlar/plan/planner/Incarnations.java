package dev.ashlar.plan.planner;

import dev.ashlar.state.ObjectId;
import dev.ashlar.state.State;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Address;

/** Counts the objects at an address. */
final class Incarnations {
  private Incarnations() {}

  /** The highest number that an object at the address has; 0 where there is none. */
  static int highest(State state, Address address) {
    int highest = state.at(address).map(StateObject::id).map(ObjectId::incarnation).orElse(0);
    if (state.deposed().isEmpty()) {
      return highest;
    }
    ObjectId from = new ObjectId(address, 0);
    ObjectId to = new ObjectId(address, Integer.MAX_VALUE);
    for (ObjectId id : state.deposed().subMap(from, to).keySet()) {
      highest = Math.max(highest, id.incarnation());
    }
    return highest;
  }
}
