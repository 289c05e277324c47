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
      List<Environment.Id> known = bench.ashlar().environments(bench.user()).join();
      Checked<Optional<Environment.Id>> named = named(bench);
      if (named.value().isEmpty()) {
        return Report.failed(named.diagnostics());
      }
      Optional<Environment.Id> chosen = named.orThrow().or(() -> bench.chosen(known));
      if (chosen.isEmpty()) {
        return nothingChosen(known);
      }
      return run(bench, chosen.get()).in(chosen.get());
    }
  }

  private Report run(Workbench bench, Environment.Id environment) {
    Checked<State> state = bench.ashlar().state(environment, bench.user()).join();
    return state.value().isEmpty()
        ? Report.failed(state.diagnostics())
        : run(bench, state.value().get()).at(state.value().get().serial());
  }

  /** The environment that a file of the command line declares. */
  Checked<Optional<Environment.Id>> named(Workbench bench) {
    return Checked.of(Optional.empty());
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

  /** Of the records, and whatever else the engine knows. */
  Report run(Workbench bench, State state) {
    return run(state);
  }

  abstract Report run(State state);
}
