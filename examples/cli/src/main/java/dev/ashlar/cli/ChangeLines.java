package dev.ashlar.cli;

import dev.ashlar.execution.Event;
import java.io.PrintStream;

/** One line for each change that ends: where no terminal is there to draw on. */
record ChangeLines(PrintStream to) implements Progress {
  @Override
  public void take(Event event) {
    if (event instanceof Event.Finished
        || event instanceof Event.Failed
        || event instanceof Event.Retrying
        || event instanceof Event.Skipped) {
      to.println("  " + event);
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
