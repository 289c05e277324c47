package dev.ashlar.governance.audit;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.governance.AuditAnchor;
import dev.ashlar.value.Value;
import dev.ashlar.value.json.ValueJson;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The text of an anchor. */
public final class AnchorText {
  private AnchorText() {}

  private static Value.MapValue unsigned(AuditAnchor anchor) {
    return Value.map(
        Map.of(
            "v", Value.of(1),
            "tenant", Value.of(anchor.environment().tenant()),
            "environment", Value.of(anchor.environment().name()),
            "number", Value.of(Long.toString(anchor.number())),
            "last", Value.of(anchor.last()),
            "at", Value.of(anchor.at().toString()),
            "key", Value.of(anchor.key())));
  }

  /** What is signed. */
  static String content(AuditAnchor anchor) {
    return ValueJson.canonical(unsigned(anchor));
  }

  /** The anchor with its signature. */
  public static String write(AuditAnchor anchor) {
    return ValueJson.canonical(unsigned(anchor).with("signature", Value.of(anchor.signature())));
  }

  /** Reads an anchor; empty where the text is not exactly one. */
  public static Optional<AuditAnchor> read(String text) {
    try {
      if (!(ValueJson.parse(text) instanceof Value.MapValue map)) {
        return Optional.empty();
      }
      AuditAnchor anchor =
          new AuditAnchor(
              new Environment.Id(Walk.text(map, "tenant"), Walk.text(map, "environment")),
              Long.parseLong(Walk.text(map, "number")),
              Walk.text(map, "last"),
              Instant.parse(Walk.text(map, "at")),
              Walk.text(map, "key"),
              Walk.text(map, "signature"));
      return write(anchor).equals(text.strip()) ? Optional.of(anchor) : Optional.empty();
    } catch (UncheckedIOException | DateTimeException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
