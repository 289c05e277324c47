package dev.ashlar.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.ashlar.state.State;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Address;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/** Shows what is recorded. */
@CommandLine.Command(
    name = "state",
    description = "Show what is recorded.",
    subcommands = {
      StateCommand.ListObjects.class,
      StateCommand.Show.class,
      RekeyCommand.class,
      SerialsCommand.class
    })
final class StateCommand extends Command {
  @Override
  Report run() {
    return Report.usage("ashlar state wants list, show ADDRESS, serials, or rekey.");
  }

  /** All objects, a line each. */
  @CommandLine.Command(name = "list", description = "List all recorded objects.")
  static final class ListObjects extends RecordsCommand {
    @Override
    Report run(State state) {
      Collection<StateObject> objects = state.objects();
      List<List<String>> rows =
          objects.stream()
              .map(
                  object ->
                      List.of(
                          object.id().address().toString(),
                          object.type(),
                          object.identity().orElse("-"),
                          status(object)))
              .toList();
      return Report.of(
          Exit.DONE,
          out -> {
            out.writeStartObject();
            out.writeArrayFieldStart("objects");
            for (StateObject object : objects) {
              out.writeStartObject();
              head(out, object);
              out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
          },
          Columns.of(rows));
    }
  }

  /** One address, with everything that is recorded of it. */
  @CommandLine.Command(name = "show", description = "Show everything recorded at an address.")
  static final class Show extends RecordsCommand {
    @Parameters(paramLabel = "ADDRESS", description = "Like uploads or uploads[\"a\"].")
    private @Nullable String address;

    @Override
    Report run(State state) {
      Optional<Address> parsed = Address.parse(String.valueOf(address));
      List<StateObject> objects =
          state.objects().stream()
              .filter(object -> parsed.isPresent() && object.id().address().equals(parsed.get()))
              .toList();
      if (objects.isEmpty()) {
        return Report.refused(
            "Nothing is recorded at " + address + "; ashlar state list shows what is.");
      }
      Json json =
          out -> {
            out.writeStartObject();
            out.writeArrayFieldStart("objects");
            for (StateObject object : objects) {
              out.writeStartObject();
              head(out, object);
              whole(out, object);
              out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
          };
      return Report.of(Exit.DONE, json, JsonText.text(json, true) + "\n");
    }
  }

  private static String status(StateObject object) {
    return object.deposed()
        ? "deposed"
        : object.status().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static void head(JsonGenerator out, StateObject object) throws IOException {
    out.writeStringField("address", object.id().address().toString());
    out.writeStringField("object", object.id().toString());
    out.writeStringField("type", object.type());
    JsonText.text(out, "identity", object.identity().orElse(null));
    out.writeStringField("status", status(object));
  }

  private static void whole(JsonGenerator out, StateObject object) throws IOException {
    out.writeStringField("provider", object.home().configuration());
    out.writeFieldName("scope");
    JsonText.value(out, object.home().scope());
    out.writeFieldName("declared");
    JsonText.value(out, object.values().declared());
    out.writeFieldName("effective");
    JsonText.value(out, object.values().effective());
    out.writeFieldName("outputs");
    JsonText.value(out, object.values().outputs());
    out.writeArrayFieldStart("dependencies");
    for (String dependency : object.dependencies()) {
      out.writeString(dependency);
    }
    out.writeEndArray();
    JsonText.text(out, "canvas", object.canvas().orElse(null));
  }
}
