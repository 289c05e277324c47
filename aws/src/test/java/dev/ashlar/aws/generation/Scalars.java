package dev.ashlar.aws.generation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.TreeSet;

/** The letters for values without parts. */
final class Scalars {
  private Scalars() {}

  static String letter(String name, JsonNode type, Flags flags) {
    String kind = type.path("type").asText();
    return switch (kind) {
      case "string", "date-time" -> "s";
      case "integer" -> "i";
      case "number" -> "n";
      case "boolean" -> "b";
      case "json" -> json(name, flags);
      case "union" -> union(name, type, flags);
      default -> throw new IllegalStateException("there is no letter for " + kind);
    };
  }

  /** Any value: compared by what it means, as text or as parts. */
  private static String json(String name, Flags flags) {
    boolean policy = name.endsWith("PolicyDocument") || name.endsWith("Policy");
    if (policy) {
      flags.policy();
    }
    return "j";
  }

  private static String union(String name, JsonNode type, Flags flags) {
    TreeSet<String> kinds = new TreeSet<>();
    type.path("types").forEach(each -> kinds.add(each.path("type").asText()));
    if (kinds.size() == 1 && kinds.contains("string")) {
      return "s";
    }
    return json(name, flags);
  }
}
