package dev.ashlar.cli;

import dev.ashlar.Move;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.execution.Outcome;
import dev.ashlar.value.Address;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Moves one object to another environment: plans, shows, asks, moves. */
@CommandLine.Command(
    name = "move",
    description = "Move an object to another environment, without touching it in the cloud.")
final class MoveCommand extends Command {
  @Parameters(paramLabel = "ADDRESS", description = "The object's address, here and there.")
  private @Nullable String address;

  @Option(names = "--to", paramLabel = "ENV", required = true, description = "Where it goes.")
  private @Nullable String to;

  @Option(names = "--yes", description = "Move without asking.")
  private boolean yes;

  @Override
  Report run() {
    Optional<Address> parsed = Address.parse(String.valueOf(address));
    if (parsed.isEmpty()) {
      return Report.usage(address + " is not an address like uploads[\"a\"].");
    }
    if (Applying.cannotAsk(this, yes)) {
      return Applying.needsYes();
    }
    try (Workbench bench = Workbench.open(options())) {
      List<Environment.Id> known = bench.ashlar().environments(bench.user()).join();
      Optional<Environment.Id> from = bench.chosen(known);
      if (from.isEmpty()) {
        return Report.usage("From which environment? Say --environment NAME.");
      }
      Environment.Id target = new Environment.Id(from.get().tenant(), String.valueOf(to));
      return move(bench, from.get(), parsed.get(), target).in(from.get());
    }
  }

  private Report move(
      Workbench bench, Environment.Id from, Address address, Environment.Id target) {
    Move move = bench.ashlar().move(from, address, target, bench.user()).join();
    if (move.hasErrors()) {
      return Report.failed(move.diagnostics()).at(move.fromSerial());
    }
    if (!yes) {
      console().err().println(shown(move));
      if (!console().confirm("Move it?")) {
        return Report.of(Exit.CANCELLED, json(move), "Nothing was done.\n").at(move.fromSerial());
      }
    }
    Outcome outcome = bench.ashlar().apply(move, bench.user()).outcome().join();
    if (!(outcome instanceof Outcome.Succeeded)) {
      return Report.failed(outcome.diagnostics());
    }
    return Report.of(Exit.DONE, json(move), "moved: " + shown(move) + "\n")
        .at(outcome.state().serial());
  }

  private static String shown(Move move) {
    return move.address()
        + "  "
        + move.type()
        + "  "
        + move.identity().orElse("-")
        + "  from "
        + move.from()
        + " to "
        + move.to()
        + "\nDeclare it in the blueprint of "
        + move.to()
        + ", and no more in that of "
        + move.from()
        + ", before you apply either. In the cloud only the tag that says whose it is changes, with"
        + " the next apply of "
        + move.to()
        + ".";
  }

  private static Json json(Move move) {
    return out -> {
      out.writeStartObject();
      out.writeStringField("address", move.address().toString());
      out.writeStringField("type", move.type());
      JsonText.text(out, "identity", move.identity().orElse(null));
      out.writeStringField("from", move.from().name());
      out.writeStringField("to", move.to().name());
      out.writeEndObject();
    };
  }
}
