package dev.ashlar.cli;

import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.execution.Event;
import java.io.PrintStream;
import java.util.Locale;

/** Every event as one line of JSON. */
record EventLines(PrintStream to) implements Progress {
  @Override
  public void take(Event event) {
    to.println(
        JsonText.text(
            out -> {
              out.writeStartObject();
              out.writeStringField("event", name(event));
              out.writeStringField("at", event.at().toString());
              if (event instanceof Event.ChangeEvent change) {
                out.writeStringField("id", change.change().id());
                out.writeStringField("address", change.address().toString());
                out.writeStringField("action", change.change().action().text());
                out.writeStringField(
                    "status", change.status().name().toLowerCase(Locale.ROOT).replace('_', '-'));
                JsonText.text(out, "canvas", change.canvas().orElse(null));
              }
              if (event instanceof Event.Finished finished) {
                out.writeNumberField("duration", finished.duration().toMillis() / 1000.0);
              }
              if (event instanceof Event.Failed failed) {
                out.writeNumberField("duration", failed.duration().toMillis() / 1000.0);
                out.writeArrayFieldStart("diagnostics");
                for (Diagnostic diagnostic : failed.diagnostics()) {
                  JsonText.diagnostic(out, diagnostic);
                }
                out.writeEndArray();
              }
              if (event instanceof Event.Limited limited) {
                out.writeStringField("until", limited.until().toString());
              }
              if (event instanceof Event.Retrying retrying) {
                out.writeNumberField("attempt", retrying.attempt());
                out.writeNumberField("delay", retrying.delay().toMillis() / 1000.0);
                out.writeStringField("detail", retrying.failure().detail());
              }
              if (event instanceof Event.Progress progress) {
                out.writeNumberField("done", progress.done());
                out.writeNumberField("total", progress.total());
                if (progress.left().isPresent()) {
                  out.writeNumberField("left", progress.left().get().toMillis() / 1000.0);
                } else {
                  out.writeNullField("left");
                }
              }
              if (event instanceof Event.Noted noted) {
                out.writeFieldName("diagnostic");
                JsonText.diagnostic(out, noted.diagnostic());
              }
              out.writeEndObject();
            },
            false));
  }

  private static String name(Event event) {
    if (event instanceof Event.Started) {
      return "started";
    } else if (event instanceof Event.Waiting) {
      return "waiting";
    } else if (event instanceof Event.Limited) {
      return "limited";
    } else if (event instanceof Event.Retrying) {
      return "retrying";
    } else if (event instanceof Event.Finished) {
      return "finished";
    } else if (event instanceof Event.Failed) {
      return "failed";
    } else if (event instanceof Event.Skipped) {
      return "skipped";
    } else if (event instanceof Event.Progress) {
      return "progress";
    } else {
      return "noted";
    }
  }

  @Override
  public void finish() {
    to.flush();
  }

  @Override
  public void close() {
    to.flush();
  }
}
