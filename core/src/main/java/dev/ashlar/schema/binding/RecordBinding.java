package dev.ashlar.schema.binding;

import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A record: an object whose attributes are its components. */
final class RecordBinding implements Binding {
  private final Class<?> type;
  private final MethodHandle constructor;
  private final List<Part> parts;

  RecordBinding(Class<?> type, MethodHandle constructor, List<Part> parts) {
    this.type = type;
    this.constructor = constructor;
    this.parts = List.copyOf(parts);
  }

  /**
   * A component.
   *
   * @param name the attribute's name
   * @param slot what it holds
   * @param accessor gets it from the record
   */
  record Part(String name, Slot slot, MethodHandle accessor) {}

  @Override
  public Object decode(Value value, ValuePath path) {
    if (!(value instanceof Value.MapValue map)) {
      throw new Mismatch(path, "is not an object");
    }
    @Nullable Object[] arguments = new @Nullable Object[parts.size()];
    for (int i = 0; i < arguments.length; i++) {
      Part part = parts.get(i);
      arguments[i] = part.slot().decode(map.get(part.name()), path.key(part.name()));
    }
    try {
      return constructor.invokeExact(arguments);
    } catch (Error e) {
      throw e;
    } catch (Throwable e) {
      // What the record says of the values may hold a secret: neither message nor cause.
      throw new Mismatch(path, "is refused by the constructor of " + type.getSimpleName());
    }
  }

  @Override
  public Value encode(Object java, ValuePath path) {
    TreeMap<String, Value> entries = new TreeMap<>();
    for (Part part : parts) {
      Value value = part.slot().encode(get(part, java, path), path.key(part.name()));
      if (!(value instanceof Value.NullValue)) {
        entries.put(part.name(), value);
      }
    }
    return Value.map(entries);
  }

  private @Nullable Object get(Part part, Object java, ValuePath path) {
    try {
      return part.accessor().invokeExact(java);
    } catch (Error e) {
      throw e;
    } catch (Throwable e) {
      throw new Mismatch(path.key(part.name()), "is refused by its accessor");
    }
  }
}
