package dev.ashlar.governance.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ashlar.value.Bytes;
import dev.ashlar.value.Value;
import dev.ashlar.value.json.ValueJson;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/**
 * Where a log ends, as it is noted beside it.
 *
 * @param length how long the log was then; only a hint, for what is pruned makes it shorter
 * @param number the number of its last entry
 * @param last the digest of that entry's line, without its end
 */
record Head(long length, long number, String last) {
  /** Of a log without entries. */
  static final Head NONE = new Head(0, 0, EntryLine.NONE);

  private Value.MapValue body() {
    return Value.map(
        Map.of(
            "v", Value.of(1),
            "length", Value.of(Long.toString(length)),
            "number", Value.of(Long.toString(number)),
            "last", Value.of(last)));
  }

  private String mac(AuditKey key) {
    return key.head(ValueJson.canonical(body()).getBytes(UTF_8));
  }

  Bytes write(AuditKey key) {
    String text = ValueJson.canonical(body().with("mac", Value.of(mac(key))));
    return Bytes.of((text + "\n").getBytes(UTF_8));
  }

  /**
   * A head that was read.
   *
   * @param head what it says
   * @param mac its signature
   */
  record Signed(Head head, String mac) {
    boolean isGenuine(AuditKey key) {
      return head.mac(key).equals(mac);
    }
  }

  /** Reads a head; empty where the bytes are not exactly one. */
  static Optional<Signed> read(Bytes bytes) {
    try {
      String text = new String(bytes.toArray(), UTF_8);
      if (!(ValueJson.parse(text) instanceof Value.MapValue map)
          || !(map.entries().get("last") instanceof Value.TextValue last)
          || !(map.entries().get("mac") instanceof Value.TextValue mac)) {
        return Optional.empty();
      }
      Head head = new Head(number(map, "length"), number(map, "number"), last.text());
      String again = ValueJson.canonical(head.body().with("mac", mac)) + "\n";
      return again.equals(text) ? Optional.of(new Signed(head, mac.text())) : Optional.empty();
    } catch (UncheckedIOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static long number(Value.MapValue map, String key) {
    return map.entries().get(key) instanceof Value.TextValue text
        ? Long.parseLong(text.text())
        : -1;
  }
}
