package dev.ashlar.memory.remote;

import dev.ashlar.value.Value;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A message, of which every field is asked for as what it must be.
 *
 * @param fields the fields
 */
record Message(Value.MapValue fields) {

  boolean has(String name) {
    return !fields.get(name).equals(Value.NULL);
  }

  String text(String name) {
    if (fields.get(name) instanceof Value.TextValue text) {
      return text.text();
    }
    throw wrong(name, "a text");
  }

  Optional<String> optionalText(String name) {
    return has(name) ? Optional.of(text(name)) : Optional.empty();
  }

  Value.MapValue map(String name) {
    if (fields.get(name) instanceof Value.MapValue map) {
      return map;
    }
    throw wrong(name, "an object");
  }

  Optional<Value.MapValue> optionalMap(String name) {
    return has(name) ? Optional.of(map(name)) : Optional.empty();
  }

  Message message(String name) {
    return new Message(map(name));
  }

  List<Value> list(String name) {
    if (fields.get(name) instanceof Value.ListValue list) {
      return list.items();
    }
    throw wrong(name, "a list");
  }

  /** The objects of a list. */
  List<Message> messages(String name) {
    return list(name).stream()
        .map(
            item -> {
              if (item instanceof Value.MapValue map) {
                return new Message(map);
              }
              throw wrong(name, "a list of objects");
            })
        .toList();
  }

  int number(String name) {
    if (fields.get(name) instanceof Value.NumberValue number && number.isInteger()) {
      try {
        return number.number().intValueExact();
      } catch (ArithmeticException e) {
        throw wrong(name, "a whole number of 32 bits");
      }
    }
    throw wrong(name, "a whole number");
  }

  Duration duration(String name) {
    try {
      return Duration.parse(text(name));
    } catch (DateTimeException e) {
      throw wrong(name, "a duration of ISO 8601");
    }
  }

  Instant instant(String name) {
    try {
      return Instant.parse(text(name));
    } catch (DateTimeException e) {
      throw wrong(name, "a time of ISO 8601");
    }
  }

  static MalformedMessageException wrong(String name, String wanted) {
    return new MalformedMessageException("the field " + name + " is not " + wanted);
  }
}
