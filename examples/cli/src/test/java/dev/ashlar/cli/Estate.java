package dev.ashlar.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;

/**
 * A blueprint of 2,000 resources, and its next version: chains and wide parts, types that take an
 * idempotency key, types that are found by a tag or by their name, and some that take long.
 */
final class Estate {
  static final int RESOURCES = 2_000;

  /** What differs between the versions: so many objects of both are other ones. */
  static final int REPLACED = 37;

  /** So many objects are the same, and differ. */
  static final int CHANGED = 119;

  /** So many are only in the first version. */
  static final int GONE = 54;

  /** So many are only in the second version. */
  static final int NEW = 55;

  /** A password that must not be found in any file. */
  static final String PASSWORD = "pa-ss-word-of-the-estate";

  private static final int CHAINS = 50;
  private static final int LINKS = 24;

  private final boolean next;
  private final ObjectNode document = new ObjectMapper().createObjectNode();
  private final ObjectNode resources = document.objectNode();
  private final Map<String, String> words = new TreeMap<>();

  private Estate(boolean next, boolean served) {
    this.next = next;
    document.put("apiVersion", "ashlar.dev/v1").put("kind", "Blueprint");
    document.putObject("metadata").put("name", "estate").put("version", next ? "2.0.0" : "1.0.0");
    if (served) {
      document.putObject("parameters").putObject("cloud").put("type", "string");
      document.putObject("providers").putObject("memory").put("endpoint", "${params.cloud}");
    }
    document.set("resources", resources);
    chains();
    networks();
    names();
    slow();
  }

  /** The first version. */
  static Estate first(boolean served) {
    return new Estate(false, served);
  }

  /** The second one. */
  static Estate second(boolean served) {
    return new Estate(true, served);
  }

  String text() {
    return document.toString();
  }

  int size() {
    return resources.size();
  }

  /** What each link of a chain has to say, by its address. */
  Map<String, String> words() {
    return words;
  }

  /** The link that another one names, by its address; empty for the first. */
  static String before(String link) {
    int number = Integer.parseInt(link.substring(link.indexOf('_') + 1));
    return number == 0 ? "" : link.substring(0, link.indexOf('_') + 1) + (number - 1);
  }

  private ObjectNode resource(String name, String type) {
    return resources.putObject(name).put("type", "memory::" + type).putObject("properties");
  }

  private void chains() {
    for (int chain = 0; chain < (next ? CHAINS + 5 : CHAINS); chain++) {
      int links = chain >= CHAINS ? 10 : next && chain % 6 == 2 ? LINKS - 4 : LINKS;
      for (int link = 0; link < links; link++) {
        String name = "c" + chain + "_" + link;
        String word = next && chain % 5 == 0 && link == 10 && chain < CHAINS ? "new" : "old";
        words.put(name, word + link);
        ObjectNode properties = resource(name, "Value");
        ObjectNode input = properties.putObject("input").put("word", word + link);
        if (link > 0) {
          input.put("of", "${" + before(name) + ".id}");
        }
        if (link == 5) {
          properties.put("replaceOn", next && chain % 7 == 3 ? "b" : "a");
        }
      }
    }
  }

  private void networks() {
    resource("net", "Network").put("CidrBlock", "10.0.0.0/16");
    for (int i = 0; i < 120; i++) {
      resource("subnet" + i, "Subnet")
          .put("NetworkId", "${net.id}")
          .put("CidrBlock", "10.0." + i + ".0/24")
          .put("Zone", next && i % 12 == 0 ? "b" : "a");
    }
    for (int i = 0; i < 10; i++) {
      resource("group" + i, "SecurityGroup").put("NetworkId", "${net.id}");
    }
    resource("zone", "Zone").put("Name", "estate.example.");
    for (int i = 0; i < 160; i++) {
      if (!next || i % 10 != 0) {
        resource("record" + i, "Record")
            .put("ZoneId", "${zone.id}")
            .put("Name", "r" + i + ".estate.example.")
            .put("TtlSeconds", next && i % 10 == 5 ? 60 : 300)
            .putArray("Values")
            .add("10.0.0." + i);
      }
    }
  }

  private void names() {
    for (int i = 0; i < 160; i++) {
      resource("queue" + i, "Queue")
          .put("Name", "jobs-" + i + (next && i % 8 == 1 ? "-b" : ""))
          .put("VisibilityTimeout", next && i % 4 == 0 ? 60 : 30);
    }
    for (int i = 0; i < 100; i++) {
      resource("bucket" + i, "Bucket")
          .put("Name", "estate-" + i)
          .put("Versioning", next && i % 5 == 0 ? "ON" : "OFF");
    }
    for (int i = 0; i < 60; i++) {
      resource("topic" + i, "Topic"); // its name is made up
      resource("key" + i, "Key").put("Description", "key " + i);
      resource("alias" + i, "Alias")
          .put("Name", "alias-" + i)
          .put("TargetKeyId", "${key" + (next && i % 3 == 0 ? (i + 1) % 60 : i) + ".id}");
    }
  }

  private void slow() {
    for (int i = 0; i < 8; i++) {
      resource("role" + i, "Role").put("Name", "role-" + i).put("TrustPolicy", "{}");
    }
    for (int i = 0; i < (next ? 35 : 30); i++) {
      if (!next || i % 5 != 0 || i >= 30) {
        resource("db" + i, "Database")
            .put("Name", "db-" + i)
            .put("Engine", "POSTGRES")
            .put("AdminPassword", PASSWORD)
            .put("Size", next && i % 5 == 1 && i < 30 ? "MEDIUM" : "SMALL")
            .putArray("SubnetIds")
            .add("${subnet" + (3 * i + 1) + ".id}");
      }
    }
    for (int i = 0; i < 30; i++) {
      resource("secret" + i, "Secret").put("Name", "secret-" + i).put("Value", PASSWORD);
    }
  }
}
