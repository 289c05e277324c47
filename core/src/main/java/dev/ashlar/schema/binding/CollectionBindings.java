package dev.ashlar.schema.binding;

import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import dev.ashlar.value.json.ValueJson;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Lists, sets and maps. What is decoded cannot be changed. */
final class CollectionBindings {
  private CollectionBindings() {}

  static Binding list(Slot items) {
    return new Binding() {
      @Override
      public Object decode(Value value, ValuePath path) {
        return Collections.unmodifiableList(items(items, value, path));
      }

      @Override
      public Value encode(Object java, ValuePath path) {
        return Value.list(encoded(items, (List<?>) java, path));
      }
    };
  }

  /** A set is written in one order, whatever that of the Java set. */
  static Binding set(Slot items) {
    return new Binding() {
      @Override
      public Object decode(Value value, ValuePath path) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(items(items, value, path)));
      }

      @Override
      public Value encode(Object java, ValuePath path) {
        List<Value> values = encoded(items, (Set<?>) java, path);
        values.sort(Comparator.comparing(ValueJson::canonical));
        return Value.list(values);
      }
    };
  }

  private static List<@Nullable Object> items(Slot items, Value value, ValuePath path) {
    if (!(value instanceof Value.ListValue list)) {
      throw new Mismatch(path, "is not a list");
    }
    List<@Nullable Object> result = new ArrayList<>(list.items().size());
    for (int i = 0; i < list.items().size(); i++) {
      result.add(items.decode(list.items().get(i), path.index(i)));
    }
    return result;
  }

  private static List<Value> encoded(Slot items, Collection<?> java, ValuePath path) {
    List<Value> values = new ArrayList<>(java.size());
    for (Object item : java) {
      values.add(items.encode(item, path.index(values.size())));
    }
    return values;
  }

  static Binding map(Slot values) {
    return new Binding() {
      @Override
      public Object decode(Value value, ValuePath path) {
        if (!(value instanceof Value.MapValue map)) {
          throw new Mismatch(path, "is not a map");
        }
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        map.entries().forEach((key, entry) -> result.put(key, values.decode(entry, path.key(key))));
        return Collections.unmodifiableMap(result);
      }

      @Override
      public Value encode(Object java, ValuePath path) {
        TreeMap<String, Value> entries = new TreeMap<>();
        ((Map<?, ?>) java)
            .forEach(
                (key, entry) -> {
                  String name = (String) Objects.requireNonNull(key, "a key of a map");
                  entries.put(name, values.encode(entry, path.key(name)));
                });
        return Value.map(entries);
      }
    };
  }
}
