package dev.ashlar.cli;

import dev.ashlar.state.State;
import dev.ashlar.value.Value;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/** Shows the outputs that were recorded. */
@CommandLine.Command(name = "output", description = "Show the outputs of an environment.")
final class Output extends RecordsCommand {
  @Parameters(arity = "0..1", paramLabel = "NAME", description = "Only this one.")
  private @Nullable String name;

  @Override
  Report run(State state) {
    Value.MapValue outputs = state.outputs();
    if (name == null) {
      StringBuilder text = new StringBuilder();
      for (Map.Entry<String, Value> output : outputs.entries().entrySet()) {
        text.append(output.getKey()).append(" = ").append(output.getValue()).append('\n');
      }
      return Report.of(Exit.DONE, out -> JsonText.value(out, outputs), text.toString());
    }
    if (!outputs.entries().containsKey(name)) {
      return Report.refused(
          "There is no output " + name + "; there are: " + outputs.entries().keySet() + ".");
    }
    Value value = outputs.get(name);
    return Report.of(Exit.DONE, out -> JsonText.value(out, value), value + "\n");
  }
}
