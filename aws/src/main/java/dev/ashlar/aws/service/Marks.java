package dev.ashlar.aws.service;

import dev.ashlar.connector.Reading;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;

/** Whether an object that was read is the one that is looked for. */
final class Marks {
  private Marks() {}

  /** Whether an object carries a mark of ownership, where its type has a place for one. */
  static boolean carries(ResourceSchema schema, Reading<MapValue, MapValue> reading, Value mark) {
    return schema
        .ownershipMark()
        .map(path -> holds(path.in(reading.spec().orElse(MapValue.EMPTY)), mark))
        .orElse(true);
  }

  /** The mark is a value of a map of tags, or of an item of a list of them. */
  private static boolean holds(Value tags, Value mark) {
    if (tags instanceof MapValue map) {
      return map.entries().containsValue(mark)
          || map.entries().values().stream().anyMatch(part -> holds(part, mark));
    }
    return tags instanceof Value.ListValue list
        && list.items().stream().anyMatch(item -> holds(item, mark));
  }

  /** Whether an object has these attributes. */
  static boolean fits(Reading<MapValue, MapValue> reading, MapValue where) {
    MapValue properties = reading.spec().orElse(MapValue.EMPTY);
    MapValue outputs = reading.outputs().orElse(MapValue.EMPTY);
    return where.entries().entrySet().stream()
        .allMatch(
            wanted ->
                plain(wanted.getValue()).equals(properties.get(wanted.getKey()))
                    || plain(wanted.getValue()).equals(outputs.get(wanted.getKey())));
  }

  private static Value plain(Value value) {
    return value instanceof Value.SecretValue secret ? secret.content() : value;
  }
}
