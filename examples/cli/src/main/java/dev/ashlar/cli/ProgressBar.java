package dev.ashlar.cli;

import dev.ashlar.execution.Event;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A bar that is drawn over itself: how far, what is under way, how long it still takes. */
final class ProgressBar implements Progress {
  private static final int WIDTH = 28;
  private static final int NAMES = 3;
  private static final int LONGEST = 48;

  private final PrintStream to;
  private final int total;
  private final EventText lines;
  private final Set<String> underWay = new TreeSet<>();
  private int done;
  private Optional<Duration> left = Optional.empty();

  ProgressBar(PrintStream to, int total, EventText lines) {
    this.to = to;
    this.lines = lines;
    this.total = Math.max(1, total);
  }

  @Override
  public synchronized void take(Event event) {
    if (event instanceof Event.Progress progress) {
      done = progress.done();
      left = progress.left();
    } else if (event instanceof Event.Started started) {
      underWay.add(started.address().toString());
    } else if (event instanceof Event.ChangeEvent ended && !underWay(ended.status())) {
      underWay.remove(ended.address().toString());
    }
    lines.line(event).ifPresent(this::line);
    draw();
  }

  private static boolean underWay(Event.Status status) {
    return switch (status) {
      case RUNNING, WAITING, LIMITED, RETRYING -> true;
      case DONE, FAILED, SKIPPED, DEFERRED -> false;
    };
  }

  private void line(String text) {
    to.print("\r\u001B[K  " + text + "\n");
  }

  private void draw() {
    int filled = (int) ((long) WIDTH * Math.min(done, total) / total);
    StringBuilder bar = new StringBuilder("\r\u001B[K  ");
    bar.append(lines.paint("36", "━".repeat(filled)))
        .append(lines.paint("2", "─".repeat(WIDTH - filled)))
        .append(' ');
    bar.append(tail());
    to.print(bar);
    to.flush();
  }

  /** How far, how long, and what is under way: a line that wraps could not be drawn over. */
  private String tail() {
    StringBuilder tail = new StringBuilder().append(done).append('/').append(total);
    left.filter(rest -> done < total)
        .ifPresent(rest -> tail.append(" · about ").append(readable(rest)).append(" left"));
    if (!underWay.isEmpty()) {
      tail.append(" · ")
          .append(String.join(", ", underWay.stream().limit(NAMES).toList()))
          .append(underWay.size() > NAMES ? " and " + (underWay.size() - NAMES) + " more" : "");
    }
    return tail.length() <= LONGEST ? tail.toString() : tail.substring(0, LONGEST - 1) + "…";
  }

  static String readable(Duration duration) {
    long seconds = Math.max(1, duration.toSeconds());
    return seconds < 90 ? seconds + " s" : (seconds + 30) / 60 + " min";
  }

  @Override
  public synchronized void finish() {
    to.print("\r\u001B[K");
    to.flush();
  }

  @Override
  public void close() {
    to.flush();
  }
}
