package dev.ashlar.cli;

import dev.ashlar.execution.Event;
import dev.ashlar.plan.Change;
import java.util.ArrayList;
import java.util.List;

/** Shows how far an apply is. Takes events on the engine's threads, one at a time. */
interface Progress extends AutoCloseable {
  void take(Event event);

  /** Leaves the screen as it should stay. */
  void finish();

  @Override
  void close();

  /** What fits: a bar for a person, JSON lines where they are asked for, else a line a change. */
  static Progress of(Command command, List<Change> changes) {
    EventText lines = EventText.of(command.console().colour(), changes);
    List<Progress> all = new ArrayList<>();
    if (command.options().events()) {
      all.add(new EventLines(command.console().err()));
    }
    if (command.interactive() && !command.options().events()) {
      all.add(new ProgressBar(command.console().err(), changes.size(), lines));
    } else if (!command.options().json() && !command.options().events()) {
      all.add(new ChangeLines(command.console().err(), lines));
    }
    return new Progress() {
      @Override
      public void take(Event event) {
        all.forEach(each -> each.take(event));
      }

      @Override
      public void finish() {
        all.forEach(Progress::finish);
      }

      @Override
      public void close() {
        all.forEach(Progress::close);
      }
    };
  }
}
