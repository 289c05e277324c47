package dev.ashlar.plan.object;

import dev.ashlar.plan.naming.OwnershipMark;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Value;
import java.util.Map;

/**
 * Tells of most objects that they are as they are wanted, without comparing them along their
 * schema. The declared values are those of last time, so none was taken away; and of all that is
 * wanted the object has the very same value, known and in clear, which is equal by whatever rule.
 * It may miss an object that is as it is wanted, and never says so of one that is not.
 */
final class Unchanged {
  private Unchanged() {}

  static boolean holds(ObjectInputs in, Actual actual) {
    StateObject object = actual.recorded().original();
    return object.status() == StateObject.Status.READY
        && !in.wish().replace()
        && in.declared().equals(object.values().declared())
        && object.fingerprints().isEmpty()
        && in.node().declaration().lifecycle().ignoreChanges().isEmpty()
        && !in.facts().refines().test(in.schema().type())
        && !Homes.differ(object.home(), in.whereabouts().home())
        && !OwnershipMark.isUnbound(in.schema(), object.values().effective())
        && hasAllThatIsWanted(in, actual);
  }

  private static boolean hasAllThatIsWanted(ObjectInputs in, Actual actual) {
    Value.MapValue wanted =
        Proposal.wanted(in.schema(), in.declared(), actual.object().values().effective());
    Value.MapValue has = OwnershipMark.strip(in.schema(), actual.properties());
    for (Map.Entry<String, Value> entry : wanted.entries().entrySet()) {
      Value value = entry.getValue();
      boolean plain = value.isKnown() && !value.hasSecret();
      if (!plain || !value.equals(has.entries().get(entry.getKey()))) {
        return false;
      }
    }
    return true;
  }
}
