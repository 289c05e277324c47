package dev.ashlar.quickstart;

import dev.ashlar.execution.Event;
import java.util.function.Consumer;

/** One line for each change that ends, with how far the run is: a canvas would mark the box. */
final class Progress implements Consumer<Event> {
  private final Narrator narrator;
  private final int total;
  private int ended;

  Progress(Narrator narrator, int total) {
    this.narrator = narrator;
    this.total = total;
  }

  /** Events of one run come one after another. */
  @Override
  public void accept(Event event) {
    if (event instanceof Event.Finished finished) {
      line("✓ " + finished.address() + " " + finished.action().text() + "d", finished);
    } else if (event instanceof Event.Failed failed) {
      line("✗ " + failed.address(), failed);
      narrator.show(failed.diagnostics());
    } else if (event instanceof Event.Skipped skipped) {
      line("– " + skipped.address(), skipped);
    }
  }

  private void line(String what, Event.ChangeEvent event) {
    ended++;
    narrator.say(
        String.format(
            "  %2d/%d %s%s", ended, total, what, event.canvas().map(Narrator::box).orElse("")));
  }
}
