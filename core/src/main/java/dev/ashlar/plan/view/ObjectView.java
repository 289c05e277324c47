package dev.ashlar.plan.view;

import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.OnUnset;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValueType;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an expression sees of one object: what was applied, else what was seen, else what the cloud
 * gave, and the provider's identifier. The same while planning and while applying, or the second
 * would not do what the first said.
 */
public final class ObjectView {
  /** The provider's identifier, unless an attribute is named so. */
  public static final String ID = "id";

  /** The provider's identifier, whatever attributes are named. */
  public static final String IDENTITY = "$identity";

  private ObjectView() {}

  /** Of an object as it is recorded. */
  public static Value.MapValue recorded(StateObject object) {
    return seen(object.identity(), object.values());
  }

  /** Of an object that is there. */
  public static Value.MapValue seen(Optional<String> identity, StateObject.Values values) {
    TreeMap<String, Value> view = new TreeMap<>(values.outputs().entries());
    view.putAll(values.observed().entries());
    view.putAll(values.effective().entries());
    return identified(view, identity.map(Value::of));
  }

  /** Whether a view is that of an object as it is recorded; told without making that one. */
  public static boolean isRecorded(Value.MapValue view, StateObject object) {
    for (String name : view.entries().keySet()) {
      if (!view.get(name).equals(recorded(object, name))) {
        return false;
      }
    }
    Set<String> names = view.entries().keySet();
    return names.containsAll(object.values().outputs().entries().keySet())
        && names.containsAll(object.values().observed().entries().keySet())
        && names.containsAll(object.values().effective().entries().keySet())
        && (object.identity().isEmpty() || names.contains(IDENTITY));
  }

  private static @Nullable Value recorded(StateObject object, String name) {
    if (name.equals(IDENTITY) && object.identity().isPresent()) {
      return Value.of(object.identity().get());
    }
    StateObject.Values values = object.values();
    Value value = values.effective().entries().get(name);
    value = value == null ? values.observed().entries().get(name) : value;
    value = value == null ? values.outputs().entries().get(name) : value;
    return value == null && name.equals(ID) && object.identity().isPresent()
        ? Value.of(object.identity().get())
        : value;
  }

  /** Of an object that nobody manages here. */
  public static Value.MapValue found(
      String identity, Value.MapValue properties, Value.MapValue outputs) {
    TreeMap<String, Value> view = new TreeMap<>(outputs.entries());
    view.putAll(properties.entries());
    return identified(view, Optional.of(Value.of(identity)));
  }

  /**
   * Of an object that is to be made.
   *
   * @param properties what it is made with
   * @param outputs unknown ones
   */
  public static Value.MapValue created(
      ResourceSchema schema, Value.MapValue properties, Value.MapValue outputs) {
    TreeMap<String, Value> view = new TreeMap<>(outputs.entries());
    for (Map.Entry<String, Attribute> property : schema.properties().entrySet()) {
      Attribute attribute = property.getValue();
      boolean cloudsOwn = attribute.computed() || attribute.onUnset() == OnUnset.KEEP;
      if (cloudsOwn) {
        Value unknown = Value.unknown(attribute.type());
        view.put(property.getKey(), attribute.sensitive() ? Value.secret(unknown) : unknown);
      }
    }
    view.putAll(properties.entries());
    return identified(view, Optional.of(Value.unknown(ValueType.STRING)));
  }

  /**
   * Of an object that is changed in place.
   *
   * @param identity the provider's identifier
   * @param properties what it is changed to
   * @param observed what it has
   * @param outputs what they will be
   */
  public static Value.MapValue updated(
      Optional<String> identity,
      Value.MapValue properties,
      Value.MapValue observed,
      Value.MapValue outputs) {
    TreeMap<String, Value> view = new TreeMap<>(outputs.entries());
    view.putAll(observed.entries());
    view.putAll(properties.entries());
    return identified(view, identity.map(Value::of));
  }

  private static Value.MapValue identified(
      SortedMap<String, Value> view, Optional<? extends Value> identity) {
    identity.ifPresent(
        id -> {
          view.putIfAbsent(ID, id);
          view.put(IDENTITY, id);
        });
    return new Value.MapValue(view);
  }
}
