package dev.ashlar.cli;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.state.State;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A command about what is recorded, without any file that declares it. */
abstract class RecordsCommand extends Command {
  @Override
  final Report run() {
    try (Workbench bench = Workbench.open(options())) {
      List<Environment.Id> known = bench.ashlar().environments().join();
      Optional<Environment.Id> chosen = bench.chosen(known);
      if (chosen.isEmpty()) {
        return nothingChosen(known);
      }
      Checked<State> state = bench.ashlar().state(chosen.get()).join();
      if (state.value().isEmpty()) {
        return Report.failed(state.diagnostics()).in(chosen.get());
      }
      return run(state.value().get()).in(chosen.get()).at(state.value().get().serial());
    }
  }

  private Report nothingChosen(List<Environment.Id> known) {
    if (known.isEmpty()) {
      return Report.refused(
          "There is no state in " + options().state() + ": apply something first.");
    }
    String names = known.stream().map(Environment.Id::toString).collect(Collectors.joining(", "));
    if (options().environment().isPresent()) {
      String name = options().environment().get();
      return Report.refused(
          "Nothing is recorded of an environment " + name + "; there are: " + names + ".");
    }
    return Report.usage("Which environment? Say --environment NAME; there are: " + names + ".");
  }

  abstract Report run(State state);
}
