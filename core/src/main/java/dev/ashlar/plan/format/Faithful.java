package dev.ashlar.plan.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.ashlar.plan.Plan;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/**
 * Whether a file says what the plan that was read from it says, and nothing else. Some of what a
 * plan shows follows from the rest of it, an address or the summary, and is not read: whoever looks
 * at the file must not be told otherwise.
 */
final class Faithful {
  private Faithful() {}

  /** Whether the file has the tokens that the plan would be written as. */
  static boolean isSaid(Plan plan, byte[] file) throws IOException {
    ByteArrayOutputStream own = new ByteArrayOutputStream(file.length);
    PlanJson.write(plan, own);
    try (JsonParser said = PlanFormat.FACTORY.createParser(file);
        JsonParser meant = PlanFormat.FACTORY.createParser(own.toByteArray())) {
      JsonToken token;
      do {
        token = meant.nextToken();
        if (token != said.nextToken() || token != null && !text(said).equals(text(meant))) {
          return false;
        }
      } while (token != null);
      return true;
    }
  }

  private static String text(JsonParser at) throws IOException {
    String text = at.getText();
    return text == null ? "" : text;
  }
}
