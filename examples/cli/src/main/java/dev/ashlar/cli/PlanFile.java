package dev.ashlar.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;

/** Tells a plan from a blueprint by its first key. */
final class PlanFile {
  private PlanFile() {}

  static boolean is(Path file) {
    try (JsonParser in = new JsonFactory().createParser(file.toFile())) {
      return in.nextToken() == JsonToken.START_OBJECT
          && in.nextToken() == JsonToken.FIELD_NAME
          && in.currentName().equals("format");
    } catch (IOException notJson) {
      return false;
    }
  }
}
