package dev.ashlar.laws.generate;

import dev.ashlar.value.Value;
import dev.ashlar.value.json.ValueJson;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Random documents as text. */
public final class Document {
  private Document() {}

  /** The line of the first resource; each has a line of its own. */
  public static final int FIRST_LINE = 3;

  /** A document, one resource on a line, with its element on a canvas. */
  public static String of(List<Drawn> resources) {
    StringBuilder text = new StringBuilder(head());
    String separator = "";
    for (Drawn drawn : resources) {
      text.append(separator).append("\n  \"").append(drawn.name()).append("\": {\"type\": \"");
      text.append(drawn.type()).append("\", ").append(lifecycle(drawn)).append("\"properties\": ");
      text.append(ValueJson.canonical(drawn.properties()));
      text.append(", \"source\": {\"canvas\": \"node-").append(drawn.name()).append("\"}}");
      separator = ",";
    }
    return text.append("\n}}\n").toString();
  }

  private static String head() {
    return "{\"apiVersion\": \"ashlar.dev/v1\", \"kind\": \"Blueprint\",\n"
        + " \"metadata\": {\"name\": \"law\", \"version\": \"1.0.0\"}, \"resources\": {";
  }

  private static String lifecycle(Drawn drawn) {
    return drawn.createBeforeDestroy() ? "\"lifecycle\": {\"createBeforeDestroy\": true}, " : "";
  }

  /** The same document with everything but the resources in another order, as YAML. */
  public static String reordered(List<Drawn> resources, Random random) {
    return yaml(resources, random);
  }

  /** The same document with everything in another order, as YAML. */
  public static String shuffled(List<Drawn> resources, Random random) {
    List<Drawn> order = new ArrayList<>(resources);
    Collections.shuffle(order, random);
    return yaml(order, random);
  }

  private static String yaml(List<Drawn> order, Random random) {
    StringBuilder text = new StringBuilder("resources:\n");
    for (Drawn drawn : order) {
      text.append("  ").append(drawn.name()).append(":\n");
      text.append("    properties: ").append(flow(drawn.properties(), random)).append('\n');
      if (drawn.createBeforeDestroy()) {
        text.append("    lifecycle:\n      createBeforeDestroy: true\n");
      }
      text.append("    source: { canvas: node-").append(drawn.name()).append(" }\n");
      text.append("    type: ").append(drawn.type()).append('\n');
    }
    return text
        + (order.isEmpty() ? "  {}\n" : "")
        + "kind: Blueprint\nmetadata: { version: 1.0.0, name: law }\napiVersion: ashlar.dev/v1\n";
  }

  private static String flow(Value value, Random random) {
    if (value instanceof Value.MapValue map) {
      List<Map.Entry<String, Value>> entries = new ArrayList<>(map.entries().entrySet());
      Collections.shuffle(entries, random);
      StringBuilder text = new StringBuilder("{");
      for (Map.Entry<String, Value> entry : entries) {
        text.append(text.length() == 1 ? " " : ", ");
        text.append(ValueJson.canonical(Value.of(entry.getKey()))).append(": ");
        text.append(flow(entry.getValue(), random));
      }
      return text.append(" }").toString();
    }
    if (value instanceof Value.ListValue list) {
      List<String> items = list.items().stream().map(item -> flow(item, random)).toList();
      return "[ " + String.join(", ", items) + " ]";
    }
    return ValueJson.canonical(value);
  }
}
