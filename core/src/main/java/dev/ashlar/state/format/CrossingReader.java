package dev.ashlar.state.format;

import static dev.ashlar.state.format.Fields.once;
import static dev.ashlar.state.format.Fields.required;

import com.fasterxml.jackson.core.JsonParser;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.state.JournalEntry;
import dev.ashlar.state.JournalEntry.Crossing.Direction;
import dev.ashlar.state.ObjectId;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads that an object is on its way between two environments. For one use. */
final class CrossingReader {
  private @Nullable Direction direction;
  private @Nullable String token;
  private @Nullable ObjectId object;
  private @Nullable String tenant;
  private @Nullable String environment;
  private @Nullable ObjectId counterpart;
  private @Nullable Instant at;

  JournalEntry read(JsonParser in) throws IOException {
    Fields.rest(in, name -> field(in, name));
    return new JournalEntry.Crossing(
        required(direction, "direction"),
        required(token, "token"),
        required(object, "object"),
        new Environment.Id(required(tenant, "tenant"), required(environment, "environment")),
        required(counterpart, "counterpart"),
        required(at, "at"));
  }

  private boolean field(JsonParser in, String name) throws IOException {
    switch (name) {
      case "direction" -> direction = once(direction, Fields.choice(in, Direction.class));
      case "token" -> token = once(token, Fields.text(in));
      case "object" -> object = once(object, Ids.read(in));
      case "tenant" -> tenant = once(tenant, Fields.text(in));
      case "environment" -> environment = once(environment, Fields.text(in));
      case "counterpart" -> counterpart = once(counterpart, Ids.read(in));
      case "at" -> at = once(at, Fields.instant(in));
      default -> {
        return false;
      }
    }
    return true;
  }
}
