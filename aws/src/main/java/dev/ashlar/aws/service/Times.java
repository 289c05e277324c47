package dev.ashlar.aws.service;

import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Times can be written in more than one way: what is told is written as it was set. */
final class Times {
  private static final int DAY = 10;

  private Times() {}

  static MapValue like(MapValue set, MapValue told) {
    MapValue all = told;
    for (var entry : told.entries().entrySet()) {
      Value part = like(set.get(entry.getKey()), entry.getValue());
      if (part != entry.getValue()) {
        all = all.with(entry.getKey(), part);
      }
    }
    return all;
  }

  private static Value like(Value set, Value told) {
    if (set.equals(told)) {
      return told;
    }
    if (set instanceof MapValue before && told instanceof MapValue now) {
      return like(before, now);
    }
    if (set instanceof Value.ListValue before
        && told instanceof Value.ListValue now
        && before.items().size() == now.items().size()) {
      List<Value> items = new ArrayList<>();
      for (int i = 0; i < now.items().size(); i++) {
        items.add(like(before.items().get(i), now.items().get(i)));
      }
      return Value.list(items);
    }
    return set instanceof Value.TextValue before
            && told instanceof Value.TextValue now
            && time(now.text()).isPresent()
            && time(now.text()).equals(time(before.text()))
        ? set
        : told;
  }

  /** The time that a text says, as the SDK writes it, or as people do. */
  static Optional<Instant> time(String text) {
    if (text.length() < DAY || text.charAt(4) != '-' || !Character.isDigit(text.charAt(0))) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          text.length() == DAY
              ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
              : Instant.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
