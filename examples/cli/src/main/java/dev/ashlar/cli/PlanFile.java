package dev.ashlar.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/** Tells a plan from a blueprint by its first key, in whatever order somebody's tool put them. */
final class PlanFile {
  private static final Set<String> BLUEPRINT = Set.of("apiVersion", "kind", "metadata");

  private PlanFile() {}

  static boolean is(Path file) {
    try (JsonParser in = new JsonFactory().createParser(file.toFile())) {
      return in.nextToken() == JsonToken.START_OBJECT && hasSeal(in);
    } catch (IOException notJson) {
      return false;
    }
  }

  private static boolean hasSeal(JsonParser in) throws IOException {
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      String key = in.currentName();
      if (BLUEPRINT.contains(key)) {
        return false;
      }
      if (key.equals("digest") || key.equals("seal") || key.equals("format")) {
        return true;
      }
      if (in.nextToken() == null) {
        return false;
      }
      in.skipChildren();
    }
    return false;
  }
}
