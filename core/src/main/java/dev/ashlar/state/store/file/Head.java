package dev.ashlar.state.store.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ashlar.value.Value;
import dev.ashlar.value.json.ValueJson;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/**
 * Who may write, and where the log stands. A file per epoch, of which the greatest counts; making
 * it is what acquires the lease.
 *
 * @param epoch the epoch
 * @param owner who has the lease
 * @param until when it ends
 * @param released whether it was given back; the position is then the end of the log exactly
 * @param position where the log stood when this was written; empty while the lease is acquired
 */
record Head(long epoch, Owner owner, Instant until, boolean released, Optional<Position> position) {
  /** The version that is written. */
  static final int VERSION = 1;

  private static final Pattern FILE = Pattern.compile("(\\d{8,18})\\.head");

  /**
   * Who has a lease.
   *
   * @param holder in words for a person
   * @param process which process of this machine
   * @param lock the name of the file that the process keeps locked as long as it lives
   * @param length how long each renewal lasts
   */
  record Owner(String holder, String process, String lock, Duration length) {}

  static String fileName(long epoch) {
    return String.format("%08d.head", epoch);
  }

  /** The epoch of a head's file; empty where it is something else. */
  static Optional<Long> epochOf(String file) {
    Matcher name = FILE.matcher(file);
    return name.matches() ? Optional.of(Long.parseLong(name.group(1))) : Optional.empty();
  }

  Head at(Position place) {
    return new Head(epoch, owner, until, released, Optional.of(place));
  }

  Head until(Instant time) {
    return new Head(epoch, owner, time, released, position);
  }

  Head asReleased() {
    return new Head(epoch, owner, until, true, position);
  }

  /** One line of JSON; a checksum stands in it. */
  byte[] write() {
    Value.MapValue text =
        Value.map(
            Map.of(
                "v", Value.of(VERSION),
                "epoch", Value.of(epoch),
                "holder", Value.of(owner.holder()),
                "process", Value.of(owner.process()),
                "lock", Value.of(owner.lock()),
                "length", Value.of(owner.length().toString()),
                "until", Value.of(until.toString()),
                "released", Value.of(released),
                "position", position.isPresent() ? position.get().toValue() : Value.NULL));
    return (ValueJson.canonical(text.with("sum", Value.of(sum(text)))) + "\n").getBytes(UTF_8);
  }

  /**
   * Reads a head.
   *
   * @return empty where the text was altered
   * @throws NewerFormatException if a later version wrote it
   */
  static Optional<Head> read(byte[] bytes) throws NewerFormatException {
    try {
      if (!(ValueJson.parse(new String(bytes, UTF_8)) instanceof Value.MapValue text)
          || !text.get("sum").equals(Value.of(sum(text.without("sum"))))) {
        return Optional.empty();
      }
      if (text.get("v") instanceof Value.NumberValue version
          && version.number().intValueExact() > VERSION) {
        throw new NewerFormatException();
      }
      Optional<Position> position = Position.read(text.get("position"));
      if (position.isEmpty() && !text.get("position").equals(Value.NULL)) {
        return Optional.empty();
      }
      return Optional.of(
          new Head(
              number(text, "epoch"),
              new Owner(
                  text(text, "holder"),
                  text(text, "process"),
                  text(text, "lock"),
                  Duration.parse(text(text, "length"))),
              Instant.parse(text(text, "until")),
              text.get("released").equals(Value.of(true)),
              position));
    } catch (UncheckedIOException
        | ArithmeticException
        | ClassCastException
        | DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The text was written by a later version of the engine. */
  static final class NewerFormatException extends Exception {
    private static final long serialVersionUID = 1L;
  }

  private static String sum(Value.MapValue text) {
    CRC32C sum = new CRC32C();
    sum.update(ValueJson.canonical(text).getBytes(UTF_8));
    return String.format("%08x", sum.getValue());
  }

  private static String text(Value.MapValue map, String key) {
    return ((Value.TextValue) map.get(key)).text();
  }

  private static long number(Value.MapValue map, String key) {
    return ((Value.NumberValue) map.get(key)).number().longValueExact();
  }
}
