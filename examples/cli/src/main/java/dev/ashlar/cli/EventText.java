package dev.ashlar.cli;

import dev.ashlar.execution.Event;
import dev.ashlar.plan.Change;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The end of a change on one line: {@code ✓ uploads create 0.2 s}. */
record EventText(boolean colour, int width) {
  private static final int WIDEST = 48;
  private static final String GOOD = "32";
  private static final String BAD = "31";
  private static final String NOTABLE = "33";
  private static final String DIM = "2";

  /** Lines in which the names of these changes stand one below the other. */
  static EventText of(boolean colour, List<Change> changes) {
    int longest =
        changes.stream().mapToInt(change -> change.address().toString().length()).max().orElse(0);
    return new EventText(colour, Math.min(longest, WIDEST));
  }

  /** The line of an event that is worth one. */
  Optional<String> line(Event event) {
    if (event instanceof Event.Finished done) {
      return Optional.of(line(GOOD, "✓", done, done.action().text(), seconds(done.duration())));
    }
    if (event instanceof Event.Failed failed) {
      return Optional.of(
          line(
              BAD,
              "✗",
              failed,
              failed.change().action().text() + " failed",
              seconds(failed.duration())));
    }
    if (event instanceof Event.Skipped skipped) {
      String why =
          switch (skipped.reason()) {
            case DEPENDENCY ->
                "not reached: " + skipped.cause().orElse("what it needs") + " failed";
            case STOPPED -> "not begun: the run stopped";
            case CANCELLED -> "not begun: cancelled";
          };
      return Optional.of(line(DIM, "·", skipped, skipped.change().action().text(), why));
    }
    if (event instanceof Event.Retrying retrying) {
      return Optional.of(
          line(
              NOTABLE,
              "↻",
              retrying,
              retrying.change().action().text(),
              "again in " + seconds(retrying.delay()) + " (attempt " + retrying.attempt() + ")"));
    }
    return Optional.empty();
  }

  private String line(
      String code, String symbol, Event.ChangeEvent event, String action, String rest) {
    String address = event.address().toString();
    String name = address + " ".repeat(Math.max(0, width - address.length()));
    String canvas = event.canvas().map(node -> "  (canvas " + node + ")").orElse("");
    return paint(code, symbol) + " " + name + "  " + action + "  " + paint(DIM, rest + canvas);
  }

  String paint(String code, String text) {
    return colour ? "\u001B[" + code + "m" + text + "\u001B[0m" : text;
  }

  static String seconds(Duration duration) {
    long tenths = (duration.toMillis() + 50) / 100;
    return tenths / 10 + "." + tenths % 10 + " s";
  }
}
