package dev.ashlar.memory.cloud;

import dev.ashlar.connector.Failure;
import dev.ashlar.value.Value;
import java.util.Optional;

/** Holds what an object refers to against what there is. */
final class References {
  private References() {}

  /** The first reference that leads nowhere. */
  static Optional<Failure> missing(
      SimulatedType type, Value.MapValue properties, CloudState state, Moment moment) {
    if (!type.traits().strict()) {
      return Optional.empty();
    }
    return type.mentions(properties).stream()
        .filter(mention -> !leadsSomewhere(mention, state, moment))
        .map(
            mention ->
                Failure.invalid(
                    "there is no "
                        + String.join(" or ", mention.types())
                        + " \""
                        + mention.text()
                        + "\""))
        .findFirst();
  }

  private static boolean leadsSomewhere(
      StoredObject.Mention mention, CloudState state, Moment moment) {
    return state.called(mention.text()).stream()
        .flatMap(object -> object.at(moment.now()).stream())
        .anyMatch(object -> mention.types().contains(object.name().type()));
  }
}
