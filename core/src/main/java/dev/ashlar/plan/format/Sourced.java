package dev.ashlar.plan.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.ashlar.diagnostic.Diagnostic.Location;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where something was declared, and on which canvas element. */
record Sourced(Optional<Location> location, Optional<String> canvas) {
  static final Sourced NOWHERE = new Sourced(Optional.empty(), Optional.empty());

  /** What {@link ChangeWriter#source} wrote. */
  static Sourced read(JsonParser in) throws IOException {
    if (in.currentToken() == JsonToken.VALUE_NULL) {
      return NOWHERE;
    }
    Reading reading = new Reading(in);
    Tokens.object(in, Set.of(), reading::field);
    return new Sourced(
        Optional.ofNullable(reading.file)
            .map(file -> new Location(file, reading.line, reading.column)),
        Optional.ofNullable(reading.canvas));
  }

  private static final class Reading {
    private final JsonParser in;
    private @Nullable String file;
    private @Nullable String canvas;
    private int line;
    private int column;

    Reading(JsonParser in) {
      this.in = in;
    }

    boolean field(String name) throws IOException {
      switch (name) {
        case "file" -> file = Tokens.text(in);
        case "line" -> line = Tokens.integer(in);
        case "column" -> column = Tokens.integer(in);
        case "canvas" -> canvas = Tokens.textOrNull(in);
        default -> {
          return false;
        }
      }
      return true;
    }
  }
}
