package dev.ashlar.state.format;

import static dev.ashlar.state.format.Fields.once;
import static dev.ashlar.state.format.Fields.required;

import com.fasterxml.jackson.core.JsonParser;
import dev.ashlar.state.State;
import dev.ashlar.value.Value;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads what was applied last. */
final class OriginReader {
  private final SealedValues values;

  OriginReader(SealedValues values) {
    this.values = values;
  }

  State.Origin read(JsonParser in) throws IOException {
    Draft draft = new Draft();
    Fields.read(in, name -> draft.field(in, name, values));
    return new State.Origin(
        required(draft.blueprint, "blueprint"),
        required(draft.version, "version"),
        required(draft.plan, "plan"),
        required(draft.parameters, "parameters"),
        required(draft.flags, "flags"));
  }

  private static final class Draft {
    @Nullable String blueprint;
    @Nullable String version;
    @Nullable String plan;
    Value.@Nullable MapValue parameters;
    @Nullable Map<String, Boolean> flags;

    boolean field(JsonParser in, String name, SealedValues values) throws IOException {
      switch (name) {
        case "blueprint" -> blueprint = once(blueprint, Fields.text(in));
        case "version" -> version = once(version, Fields.text(in));
        case "plan" -> plan = once(plan, Fields.text(in));
        case "parameters" -> parameters = once(parameters, values.readMap(in, name, ""));
        case "flags" -> flags = once(flags, readFlags(in));
        default -> {
          return false;
        }
      }
      return true;
    }

    private static Map<String, Boolean> readFlags(JsonParser in) throws IOException {
      Map<String, Boolean> read = new TreeMap<>();
      Fields.read(
          in,
          name -> {
            once(read.put(name, Fields.bool(in)), true);
            return true;
          });
      return read;
    }
  }
}
