package dev.ashlar.cli;

import dev.ashlar.Waiting;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Says on standard error that a cloud is waited for: once for each attempt at an endpoint, however
 * many objects are looked at there.
 */
final class WaitingLines {
  private final boolean events;
  private final PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
  private final Map<String, Integer> said = new HashMap<>();

  WaitingLines(Options options) {
    this.events = options.events();
  }

  /** On any thread. */
  synchronized void take(Waiting waiting) {
    String where = waiting.configuration() + " " + waiting.endpoint().orElse("");
    int last = said.getOrDefault(where, 1);
    if (waiting.attempt() <= last) {
      return;
    }
    said.put(where, waiting.attempt());
    err.println(events ? line(waiting) : waiting.toString());
  }

  private static String line(Waiting waiting) {
    return JsonText.text(
        out -> {
          out.writeStartObject();
          out.writeStringField("event", "looking-again");
          out.writeStringField("at", waiting.at().toString());
          out.writeStringField("address", waiting.address().toString());
          out.writeStringField("configuration", waiting.configuration());
          JsonText.text(out, "endpoint", waiting.endpoint().orElse(null));
          out.writeNumberField("attempt", waiting.attempt());
          out.writeStringField("detail", waiting.detail());
          out.writeEndObject();
        },
        false);
  }
}
