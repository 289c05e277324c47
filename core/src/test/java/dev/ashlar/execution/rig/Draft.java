package dev.ashlar.execution.rig;

import dev.ashlar.diagnostic.Diagnostic.Location;
import dev.ashlar.plan.Action;
import dev.ashlar.plan.AttributeChange;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Reason;
import dev.ashlar.plan.ReplaceOrder;
import dev.ashlar.state.ObjectId;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Address;
import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import dev.ashlar.value.ValuePath;
import dev.ashlar.value.ValueType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Changes of things, made by hand. */
public final class Draft {
  /** Where things live. */
  public static final StateObject.Home HOME = new StateObject.Home("test", "test", MapValue.EMPTY);

  private Draft() {}

  /** The first object at an address. */
  public static ObjectId id(String address) {
    return id(address, 1);
  }

  /** An object at an address. */
  public static ObjectId id(String address, int incarnation) {
    return new ObjectId(Address.parse(address).orElseThrow(), incarnation);
  }

  /** A thing's properties. */
  public static MapValue thing(String name, int size) {
    return Value.map(Map.of("name", Value.of(name), "size", Value.of(size)));
  }

  /** A new thing, after others. */
  public static Change create(String address, String... after) {
    return creating(address, thing(address, 1), after);
  }

  /** A new thing with these properties, after others. */
  public static Change creating(String address, MapValue properties, String... after) {
    return Change.builder(id(address), ScriptedCloud.THING, Action.CREATE)
        .home(HOME)
        .declared(properties)
        .planned(properties)
        .outputs(
            Value.map(
                Map.of(
                    "arn", Value.unknown(ValueType.STRING),
                    "load", Value.unknown(ValueType.INTEGER))))
        .dependsOn(creations(after))
        .dependencies(List.of(after))
        .canvas(Optional.of("node-" + address))
        .location(Optional.of(new Location("things.yaml", 1, 1)))
        .build();
  }

  private static List<String> creations(String... addresses) {
    return Arrays.stream(addresses).map(address -> id(address) + "/create").toList();
  }

  /** A change of a thing's size. */
  public static Change update(StateObject object, int before, int after, String... changes) {
    MapValue properties = object.values().effective().with("size", Value.of(after));
    return Change.builder(object.id(), ScriptedCloud.THING, Action.UPDATE)
        .home(HOME)
        .reason(Reason.of(Reason.Kind.CHANGED, List.of(ValuePath.of("size"))))
        .prior(object.id())
        .identity(object.identity())
        .declared(properties)
        .planned(properties)
        .outputs(
            Value.map(
                Map.of(
                    "arn", object.values().outputs().get("arn"),
                    "load", Value.unknown(ValueType.INTEGER))))
        .attributes(List.of(attribute("size", Value.of(before), Value.of(after))))
        .dependsOn(List.of(changes))
        .build();
  }

  /** The deletion of a thing. */
  public static Change delete(StateObject object, Reason.Kind reason, String... changes) {
    List<AttributeChange> attributes = new ArrayList<>();
    object
        .values()
        .effective()
        .entries()
        .forEach((name, value) -> attributes.add(attribute(name, value, Value.NULL)));
    return Change.builder(object.id(), ScriptedCloud.THING, Action.DELETE)
        .home(HOME)
        .reason(Reason.of(reason))
        .prior(object.id())
        .identity(object.identity())
        .attributes(attributes)
        .dependsOn(List.of(changes))
        .build();
  }

  /** A new thing in the place of another one. */
  public static Change replace(
      StateObject old, ReplaceOrder order, MapValue properties, String... changes) {
    ObjectId next = new ObjectId(old.id().address(), old.id().incarnation() + 1);
    return Change.builder(next, ScriptedCloud.THING, Action.REPLACE)
        .order(order)
        .home(HOME)
        .reason(Reason.of(Reason.Kind.IMMUTABLE_CHANGED, List.of(ValuePath.of("name"))))
        .prior(old.id())
        .declared(properties)
        .planned(properties)
        .dependsOn(List.of(changes))
        .build();
  }

  /** What becomes of one property. */
  public static AttributeChange attribute(String name, Value before, Value after) {
    return new AttributeChange(
        ValuePath.of(name), before, after, false, false, Optional.empty(), Optional.empty());
  }
}
