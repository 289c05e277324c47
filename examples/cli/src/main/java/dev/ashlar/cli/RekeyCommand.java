package dev.ashlar.cli;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.state.State;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Changes the key that secrets in the state are encrypted with. */
@CommandLine.Command(
    name = "rekey",
    description = "Change the key of the state's secrets, and encrypt them anew.")
final class RekeyCommand extends Command {
  @Option(
      names = "--forget",
      description = "Forget the former keys: nobody can read the serials from before any more.")
  private boolean forget;

  @Option(names = "--yes", description = "Forget without asking.")
  private boolean yes;

  @Override
  Report run() {
    if (forget && Applying.cannotAsk(this, yes)) {
      return Applying.needsYes();
    }
    try (Workbench bench = Workbench.open(options())) {
      Optional<Environment.Id> chosen =
          bench.chosen(bench.ashlar().environments(bench.user()).join());
      if (chosen.isEmpty()) {
        return Report.usage("Whose keys? Say --environment NAME.");
      }
      if (forget && !yes && !console().confirm("Forget the former keys of " + chosen.get() + "?")) {
        return Report.of(Exit.CANCELLED, Json.NOTHING, "Nothing was done.\n").in(chosen.get());
      }
      Checked<State> state = bench.ashlar().rekey(chosen.get(), forget, bench.user()).join();
      if (state.value().isEmpty()) {
        return Report.failed(state.diagnostics()).in(chosen.get());
      }
      return Report.of(
              Exit.DONE,
              Json.NOTHING,
              "The secrets of "
                  + chosen.get()
                  + " are encrypted under a new key"
                  + (forget ? ", and the former keys are forgotten.\n" : ".\n"))
          .in(chosen.get())
          .at(state.value().get().serial());
    }
  }
}
