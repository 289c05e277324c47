package dev.ashlar.state.store.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.value.Bytes;
import dev.ashlar.value.Value;
import dev.ashlar.value.json.ValueJson;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/**
 * What a segment says of itself in its first frame.
 *
 * @param environment whose it is
 * @param previous where the log stood before; empty where nothing went before
 * @param compacted whether a snapshot follows, which stands for all that went before
 */
record SegmentStart(Environment.Id environment, Optional<Position> previous, boolean compacted) {
  private static final int VERSION = 1;

  Bytes write() {
    Value text =
        Value.map(
            Map.of(
                "v", Value.of(VERSION),
                "tenant", Value.of(environment.tenant()),
                "environment", Value.of(environment.name()),
                "compacted", Value.of(compacted),
                "previous", previous.isPresent() ? previous.get().toValue() : Value.NULL));
    return Bytes.of(ValueJson.canonical(text).getBytes(UTF_8));
  }

  /** Reads it; empty where it is not understood. */
  static Optional<SegmentStart> read(Bytes bytes) throws Head.NewerFormatException {
    try {
      if (!(ValueJson.parse(new String(bytes.toArray(), UTF_8)) instanceof Value.MapValue text)) {
        return Optional.empty();
      }
      if (text.get("v") instanceof Value.NumberValue version
          && version.number().intValueExact() > VERSION) {
        throw new Head.NewerFormatException();
      }
      Optional<Position> previous = Position.read(text.get("previous"));
      if (!(text.get("tenant") instanceof Value.TextValue tenant)
          || !(text.get("environment") instanceof Value.TextValue name)
          || previous.isEmpty() && !text.get("previous").equals(Value.NULL)) {
        return Optional.empty();
      }
      return Optional.of(
          new SegmentStart(
              new Environment.Id(tenant.text(), name.text()),
              previous,
              text.get("compacted").equals(Value.of(true))));
    } catch (UncheckedIOException | ArithmeticException e) {
      return Optional.empty();
    }
  }
}
