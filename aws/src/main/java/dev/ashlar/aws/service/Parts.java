package dev.ashlar.aws.service;

import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Small changes of form, for what CloudFormation and a service arrange otherwise. */
public final class Parts {
  private Parts() {}

  /** An object; an empty one where the value is none. */
  public static MapValue map(Value value) {
    Value plain = value instanceof Value.SecretValue secret ? secret.content() : value;
    return plain instanceof MapValue map ? map : MapValue.EMPTY;
  }

  /** The objects of a list; none where the value is none. */
  public static List<MapValue> maps(Value value) {
    List<MapValue> maps = new ArrayList<>();
    Value plain = value instanceof Value.SecretValue secret ? secret.content() : value;
    if (plain instanceof Value.ListValue list) {
      list.items().forEach(item -> maps.add(map(item)));
    }
    return maps;
  }

  /** A list with each object changed; the value itself where it is none. */
  public static Value each(Value value, UnaryOperator<MapValue> change) {
    return value instanceof Value.ListValue
        ? Value.list(maps(value).stream().map(change).toList())
        : value;
  }

  /** One object's entries over those of another. */
  public static MapValue over(MapValue below, MapValue above) {
    MapValue all = below;
    for (Map.Entry<String, Value> entry : above.entries().entrySet()) {
      all = all.with(entry.getKey(), entry.getValue());
    }
    return all;
  }

  /** An object with an entry, if there is anything to enter. */
  public static MapValue with(MapValue map, String name, Value value) {
    return value instanceof Value.NullValue ? map : map.with(name, value);
  }

  /** An object with one entry under another name. */
  public static MapValue renamed(MapValue map, String from, String to) {
    Value value = map.get(from);
    return value instanceof Value.NullValue ? map : map.without(from).with(to, value);
  }

  /**
   * A list in the order of another one, by what tells its items apart; what that does not have
   * comes last. The value itself where one of them is no list.
   */
  public static Value ordered(Value told, Value like, String key) {
    if (!(told instanceof Value.ListValue) || !(like instanceof Value.ListValue)) {
      return told;
    }
    List<Value> order = maps(like).stream().map(item -> item.get(key)).toList();
    List<MapValue> items = new ArrayList<>(maps(told));
    items.sort(
        Comparator.comparingInt(
            item -> {
              int place = order.indexOf(item.get(key));
              return place < 0 ? order.size() : place;
            }));
    return Value.list(items);
  }
}
