package dev.ashlar.memory.simulation;

import dev.ashlar.memory.cloud.CloudState;
import dev.ashlar.memory.cloud.Moment;
import dev.ashlar.memory.cloud.SimulatedType;
import dev.ashlar.memory.cloud.StoredObject;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds objects of a type in a place, by what is known of them.
 *
 * @param type the type
 * @param place the place
 */
record Lookout(SimulatedType type, String place) {

  /**
   * What an interrupted creation may have made: by its key, where the type takes one; else by its
   * mark, where the type can carry one; else by its identity.
   */
  List<StoredObject> find(
      CloudState state, Moment moment, String key, Value mark, Value.MapValue spec) {
    Optional<StoredObject> byKey =
        state
            .createdBy(key)
            .filter(
                object -> isHere(object.name()) && type.schema().idempotencyHorizon().isPresent())
            .flatMap(object -> object.at(moment.now()));
    if (byKey.isPresent()) {
      return List.of(byKey.get());
    }
    Optional<ValuePath> carrier = type.schema().ownershipMark();
    if (carrier.isPresent() && !mark.equals(Value.NULL)) {
      return here(state, moment)
          .filter(object -> carries(carrier.get().in(object.properties()), mark))
          .toList();
    }
    return type.identity(spec)
        .flatMap(is -> state.identifiedBy(place, type.schema().type(), is))
        .flatMap(object -> object.at(moment.now()))
        .map(List::of)
        .orElseGet(List::of);
  }

  /** The objects whose attributes are so, in a stable order. */
  List<StoredObject> search(CloudState state, Moment moment, Value.MapValue where, int limit) {
    return here(state, moment).filter(object -> matches(object, where)).limit(limit).toList();
  }

  private Stream<StoredObject> here(CloudState state, Moment moment) {
    return state.ofType(type.schema().type()).values().stream()
        .filter(object -> isHere(object.name()))
        .flatMap(object -> object.at(moment.now()).stream());
  }

  private boolean isHere(StoredObject.Name name) {
    return name.place().equals(place) && name.type().equals(type.schema().type());
  }

  private static boolean matches(StoredObject object, Value.MapValue where) {
    return where.entries().entrySet().stream()
        .allMatch(
            wanted -> plain(attribute(object, wanted.getKey())).equals(plain(wanted.getValue())));
  }

  private static Value attribute(StoredObject object, String name) {
    Value property = object.properties().get(name);
    if (!property.equals(Value.NULL)) {
      return property;
    }
    Value output = object.outputs().get(name);
    return output.equals(Value.NULL) && name.equals("id") ? Value.of(object.name().id()) : output;
  }

  /**
   * Whether the mark is there: a text as the value of any tag; else all of it, in a map of tags by
   * key, in a list by item.
   */
  private static boolean carries(Value tags, Value mark) {
    if (mark instanceof Value.TextValue) {
      return tags instanceof Value.MapValue map && map.entries().containsValue(mark)
          || tags instanceof Value.ListValue list
              && list.items().stream().anyMatch(tag -> carries(tag, mark));
    }
    if (tags instanceof Value.MapValue map && mark instanceof Value.MapValue wanted) {
      return map.entries().entrySet().containsAll(wanted.entries().entrySet());
    }
    if (tags instanceof Value.ListValue list) {
      return mark instanceof Value.ListValue wanted
          ? list.items().containsAll(wanted.items())
          : list.items().contains(mark);
    }
    return tags.equals(mark);
  }

  private static Value plain(Value value) {
    return value instanceof Value.SecretValue secret ? secret.content() : value;
  }
}
