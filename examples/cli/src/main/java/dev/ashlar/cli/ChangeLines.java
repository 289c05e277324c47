package dev.ashlar.cli;

import dev.ashlar.execution.Event;
import java.io.PrintStream;

/** One line for each change that ends: where no terminal is there to draw on. */
record ChangeLines(PrintStream to, EventText lines) implements Progress {
  @Override
  public void take(Event event) {
    lines.line(event).ifPresent(line -> to.println("  " + line));
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
