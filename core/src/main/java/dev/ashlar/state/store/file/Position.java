package dev.ashlar.state.store.file;

import dev.ashlar.value.Value;
import java.util.Map;
import java.util.Optional;

/**
 * A place in the log.
 *
 * @param segment the name of a segment's file
 * @param end how many of its bytes count
 * @param check the check of its last frame that counts
 */
record Position(String segment, int end, String check) {

  Value.MapValue toValue() {
    return Value.map(
        Map.of("segment", Value.of(segment), "end", Value.of(end), "check", Value.of(check)));
  }

  static Optional<Position> read(Value value) {
    return value instanceof Value.MapValue map
            && map.entries().size() == 3
            && map.get("segment") instanceof Value.TextValue segment
            && SegmentName.read(segment.text()).isPresent()
            && map.get("end") instanceof Value.NumberValue end
            && map.get("check") instanceof Value.TextValue check
        ? Optional.of(new Position(segment.text(), end.number().intValueExact(), check.text()))
        : Optional.empty();
  }
}
