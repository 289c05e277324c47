package dev.ashlar.execution.recovery;

import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.equivalence.Equality;
import dev.ashlar.schema.equivalence.Equivalences;
import dev.ashlar.schema.equivalence.Scope;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Value;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which inputs an interrupted change in place left in force, told by a look at the object: those
 * before it, or those that it was to bring, property by property. Of a property that does not tell,
 * such as one that is never shown, the new value counts only where everything else is new.
 */
final class InForce {
  private final ResourceSchema schema;
  private final StateObject before;
  private final StateObject target;
  private final Set<String> changed = new HashSet<>();
  private final Set<String> left = new HashSet<>();

  private InForce(ResourceSchema schema, StateObject before, StateObject target) {
    this.schema = schema;
    this.before = before;
    this.target = target;
  }

  /** The object on those inputs; its other values are not to be relied on. */
  static StateObject of(
      ResourceSchema schema, StateObject before, StateObject target, Value.MapValue there) {
    InForce inputs = new InForce(schema, before, target);
    for (String name : keys(before.values().effective(), target.values().effective())) {
      inputs.look(name, there.get(name));
    }
    return inputs.object();
  }

  private static Set<String> keys(Value.MapValue one, Value.MapValue other) {
    Set<String> keys = new TreeSet<>(one.entries().keySet());
    keys.addAll(other.entries().keySet());
    return keys;
  }

  private void look(String name, Value there) {
    Value was = before.values().effective().get(name);
    Value wanted = target.values().effective().get(name);
    if (was.equals(wanted)) {
      return;
    }
    boolean isNew = has(name, wanted, there, Scope.DECLARED);
    boolean isOld = has(name, was, there, Scope.DECLARED);
    if (isNew && isOld) {
      isNew = has(name, wanted, there, Scope.WHOLE);
      isOld = has(name, was, there, Scope.WHOLE);
    }
    if (isNew && !isOld) {
      changed.add(name);
    } else if (isOld && !isNew) {
      left.add(name);
    }
  }

  private boolean has(String name, Value value, Value there, Scope scope) {
    Attribute attribute = schema.properties().get(name);
    if (attribute == null || attribute.writeOnly() || !value.isKnown()) {
      return false;
    }
    return value instanceof Value.NullValue || there instanceof Value.NullValue
        ? value.equals(there)
        : Equivalences.compare(schema, attribute, value, there, scope) == Equality.EQUAL;
  }

  private StateObject object() {
    if (changed.isEmpty()) {
      return before;
    }
    if (left.isEmpty()) {
      return target;
    }
    return before.withValues(
        new StateObject.Values(
            mixed(before.values().declared(), target.values().declared()),
            mixed(before.values().effective(), target.values().effective()),
            before.values().observed(),
            before.values().outputs()));
  }

  private Value.MapValue mixed(Value.MapValue old, Value.MapValue wanted) {
    Value.MapValue mixed = old;
    for (String name : changed) {
      mixed =
          wanted.entries().containsKey(name)
              ? mixed.with(name, wanted.get(name))
              : mixed.without(name);
    }
    return mixed;
  }
}
