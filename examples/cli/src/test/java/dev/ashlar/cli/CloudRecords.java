package dev.ashlar.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a cloud's own file says was ever done to it, read without anything of the cloud's: a line
 * for every change, of which the last one of an object tells what it is.
 *
 * @param creations how many objects were made, by the idempotency key that they were made with
 * @param removals how many objects are gone again
 * @param living the objects that there are, by type and identifier
 */
record CloudRecords(Map<String, Integer> creations, int removals, Map<String, JsonNode> living) {

  static CloudRecords read(Path file) throws IOException {
    ObjectMapper json = new ObjectMapper();
    Instant now = Instant.now();
    Map<String, Integer> creations = new HashMap<>();
    Map<String, JsonNode> living = new TreeMap<>();
    int removals = 0;
    for (String line : Files.readAllLines(file)) {
      JsonNode change = json.readTree(line);
      String name = change.get("type").asText() + " " + change.get("id").asText();
      boolean there = living.containsKey(name);
      if (change.path("removed").asBoolean()) {
        living.remove(name);
        removals += there ? 1 : 0;
        continue;
      }
      JsonNode before = living.put(name, change);
      if (before == null || !before.get("createdAt").equals(change.get("createdAt"))) {
        creations.merge(change.get("createdBy").asText(), 1, Integer::sum);
        removals += there ? 1 : 0;
      }
    }
    int all = living.size();
    living.values().removeIf(object -> isGone(object, now));
    return new CloudRecords(creations, removals + all - living.size(), living);
  }

  /** A removal that took its time is over, though nobody has looked since. */
  private static boolean isGone(JsonNode object, Instant now) {
    return object.path("pending").asText().equals("delete")
        && !Instant.parse(object.get("until").asText()).isAfter(now);
  }

  int created() {
    return creations.values().stream().mapToInt(Integer::intValue).sum();
  }
}
