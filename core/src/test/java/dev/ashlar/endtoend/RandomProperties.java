package dev.ashlar.endtoend;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.function.UnaryOperator;

/** Random valid properties of each of the simulated cloud's types, as they stand in a document. */
final class RandomProperties {
  static final List<String> TYPES =
      List.of(
          "Network",
          "Subnet",
          "SecurityGroup",
          "Key",
          "Alias",
          "Policy",
          "Role",
          "Bucket",
          "Table",
          "Secret",
          "Queue",
          "Topic",
          "Database",
          "Instance",
          "Function",
          "Container",
          "LoadBalancer",
          "Zone",
          "Record",
          "Value");

  /** What only makes sense together. */
  static final Set<String> BOUND =
      Set.of(
          "NetworkId",
          "CidrBlock",
          "ZoneId",
          "Fifo",
          "DeadLetter",
          "Billing",
          "ReadCapacity",
          "WriteCapacity");

  private final Random random;
  private final int number;
  private final IntSupplier fresh;
  private final UnaryOperator<String> pick;
  private final Map<String, String> properties = new LinkedHashMap<>();

  RandomProperties(Random random, int number, IntSupplier fresh, UnaryOperator<String> pick) {
    this.random = random;
    this.number = number;
    this.fresh = fresh;
    this.pick = pick;
  }

  /** Empty where something that is needed is not there. */
  Optional<Map<String, String>> of(String type) {
    boolean possible = fill(type);
    return possible ? Optional.of(properties) : Optional.empty();
  }

  private boolean fill(String type) {
    switch (type) {
      case "Network" -> {
        properties.put("CidrBlock", "10." + number % 256 + ".0.0/16");
        maybe("DnsSupport", "true", "false");
        maybe("Tenancy", "SHARED", "DEDICATED");
        maybe("Description", "one", "two", "\"${locals.who} net\"");
        tags();
      }
      case "Subnet" -> {
        String network = pick.apply("Network");
        if (network.isEmpty()) {
          return false;
        }
        properties.put("NetworkId", "\"${" + network + ".id}\"");
        properties.put(
            "CidrBlock",
            "\"10."
                + Integer.parseInt(network.substring(1)) % 256
                + "."
                + number % 256
                + ".0/24\"");
        maybe("Zone", "a", "b");
        maybe("PublicAddresses", "true", "false");
        tags();
      }
      case "SecurityGroup" -> {
        if (!needs("NetworkId", "Network", "id")) {
          return false;
        }
        maybe("Description", "web", "jobs");
        maybe(
            "Rules",
            "[{ FromPort: 443, ToPort: 443 }]",
            "[{ FromPort: 80, ToPort: 80 }, { FromPort: 443, ToPort: 443, Direction: EGRESS }]",
            "[{ FromPort: 443, ToPort: 443, Direction: EGRESS }, { FromPort: 80, ToPort: 80 }]",
            "[]");
        tags();
      }
      case "Key" -> {
        maybe("Description", "a", "\"b ${locals.who}\"");
        maybe("Enabled", "true", "false");
        maybe("RotationDays", "90", "365");
        maybe("DeletionWindowDays", "7", "30");
        maybe("Policy", policy(), policy());
        tags();
      }
      case "Alias" -> {
        name("alias/n");
        return needs("TargetKeyId", "Key", "id");
      }
      case "Policy" -> {
        name("p");
        properties.put("Document", policy());
        maybe("Description", "a", "b");
        tags();
      }
      case "Role" -> {
        name("role");
        properties.put("TrustPolicy", policy());
        maybeList("PolicyArns", "Policy", "Arn");
        maybe("MaxSessionSeconds", "900", "3600");
        maybe("Description", "a", "b");
        tags();
      }
      case "Bucket" -> {
        name("bucket-");
        maybe("Versioning", "ON", "OFF");
        maybe("PublicAccess", "true", "false");
        maybe("Policy", policy(), policy());
        maybe("ObjectLock", "true", "false");
        maybe(
            "Lifecycle",
            "[{ Prefix: a, Days: 3 }, { Prefix: b, Days: 4 }]",
            "[{ Prefix: b, Days: 4 }, { Prefix: a, Days: 3 }]",
            "[]");
        maybe("Encryption", "{ Algorithm: AES256 }", "{}");
        maybe("Tags", "[{ Key: a, Value: b }]", "[{ Key: c, Value: \"${locals.who}\" }]");
      }
      case "Table" -> {
        name("table");
        properties.put("PartitionKey", random.nextInt(5) == 0 ? "key" : "id");
        maybe("SortKey", "at", "by");
        maybe("ExpiryAttribute", "gone", "end");
        key();
        tags();
      }
      case "Secret" -> {
        name("secret");
        properties.put(
            "Value", random.nextBoolean() ? "\"${params.password}\"" : "\"x-${params.password}\"");
        maybe("Description", "a", "b");
        maybe("RotationDays", "1", "30");
        key();
        tags();
      }
      case "Queue" -> {
        name("queue");
        maybe("VisibilityTimeout", "0", "30", "77");
        maybe("RetentionSeconds", "60", "345600");
        maybe("MaxMessageBytes", "1024");
        key();
        tags();
      }
      case "Topic" -> {
        name("topic");
        maybe("DisplayName", "a", "b");
        maybe("Subscriptions", "[{ Protocol: EMAIL, Endpoint: \"a@example.test\" }]", "[]");
        key();
        tags();
      }
      case "Database" -> {
        name("db-");
        properties.put("Engine", random.nextInt(4) == 0 ? "MYSQL" : "POSTGRES");
        properties.put("AdminPassword", "\"${params.password}\"");
        maybe("EngineVersion", "\"15.2\"", "\"16\"");
        maybe("Size", "SMALL", "MEDIUM");
        maybe("StorageGigabytes", "20", "50");
        maybe("AdminUser", "admin", "root");
        maybe("BackupDays", "0", "7");
        maybe("MultiZone", "true", "false");
        maybeList("SubnetIds", "Subnet", "id");
        maybeList("SecurityGroupIds", "SecurityGroup", "id");
        key();
        tags();
      }
      case "Instance" -> {
        properties.put("Image", random.nextInt(3) == 0 ? "linux-2" : "linux-1");
        if (!needs("SubnetId", "Subnet", "id")) {
          return false;
        }
        maybe("Size", "SMALL", "MEDIUM");
        maybe("Monitoring", "true", "false");
        maybe("StartScript", "\"echo $${HOME}\"", "run");
        maybe("Disk", "{ Gigabytes: 8 }", "{ Gigabytes: 20 }", "{ Encrypted: false }");
        maybeList("SecurityGroupIds", "SecurityGroup", "id");
        tags();
      }
      case "Function" -> {
        name("f");
        properties.put("Language", random.nextBoolean() ? "JAVA_21" : "PYTHON_3");
        String bucket = pick.apply("Bucket");
        if (bucket.isEmpty() || !needs("RoleArn", "Role", "Arn")) {
          return false;
        }
        properties.put("Code", "{ Bucket: \"${" + bucket + ".id}\", Object: app.jar }");
        maybe("Handler", "main", "go");
        maybe("MemoryMegabytes", "128", "256");
        maybe("TimeoutSeconds", "3", "60");
        maybe("Environment", "{ A: b }", "{ A: c, B: \"${locals.who}\" }", "{}");
        tags();
      }
      case "Container" -> {
        name("c");
        properties.put("Image", "web:" + random.nextInt(3));
        maybe("Replicas", "0", "1", "5");
        maybe("Processors", "0.25", "0.5", "2", "1.0");
        maybe("MemoryMegabytes", "512", "1024");
        maybe("Port", "80", "8080");
        maybe("Environment", "{ A: b }", "{}");
        maybeList("SubnetIds", "Subnet", "id");
        tags();
      }
      case "LoadBalancer" -> {
        name("lb");
        String subnet = pick.apply("Subnet");
        if (subnet.isEmpty()) {
          return false;
        }
        properties.put("SubnetIds", "[\"${" + subnet + ".id}\"]");
        maybe("Scheme", "INTERNAL", "PUBLIC");
        maybe(
            "Listeners",
            "[{ Port: 80 }, { Port: 443, Protocol: HTTPS }]",
            "[{ Port: 443, Protocol: HTTPS }, { Port: 80, Protocol: HTTP }]",
            "[]");
        tags();
      }
      case "Zone" -> {
        properties.put(
            "Name", (random.nextBoolean() ? "z" : "Z").toLowerCase() + number + ".test.");
        tags();
      }
      case "Record" -> {
        properties.put("Name", "www" + fresh.getAsInt() + ".acme.test.");
        maybe("TtlSeconds", "60", "300");
        properties.put(
            "Values",
            random.nextBoolean() ? "[10.0.0.1, 10.0.0.2]" : "[10.0.0.2, 10.0.0.1, 10.0.0.1]");
        return needs("ZoneId", "Zone", "id");
      }
      default -> {
        String other = pick.apply("Value");
        maybe("input", "1", "[a, 1.50, { b: null }]", "{ x: { y: [] } }", "\"${locals.who}\"", "~");
        if (!other.isEmpty() && random.nextBoolean()) {
          properties.put("input", "\"${" + other + ".output}\"");
        }
        maybe("replaceOn", "1", "2");
      }
    }
    return true;
  }

  private void maybe(String property, String... values) {
    int choice = random.nextInt(values.length * 2);
    if (choice < values.length) {
      properties.put(property, values[choice]);
    }
  }

  private void name(String prefix) {
    if (random.nextBoolean()) {
      properties.put("Name", prefix + fresh.getAsInt());
    }
  }

  private void tags() {
    maybe("Tags", "{ team: orders }", "{ team: \"${locals.who}\", cost: \"1\" }", "{}");
  }

  private void key() {
    String key = pick.apply("Key");
    if (!key.isEmpty() && random.nextBoolean()) {
      properties.put("KeyId", "\"${" + key + ".id}\"");
    }
  }

  private boolean needs(String property, String type, String attribute) {
    String found = pick.apply(type);
    if (!found.isEmpty()) {
      properties.put(property, "\"${" + found + "." + attribute + "}\"");
    }
    return !found.isEmpty();
  }

  private void maybeList(String property, String type, String attribute) {
    String one = pick.apply(type);
    String other = pick.apply(type);
    if (!one.isEmpty() && random.nextBoolean()) {
      properties.put(
          property,
          "[\"${" + one + "." + attribute + "}\", \"${" + other + "." + attribute + "}\"]");
    }
  }

  private String policy() {
    return switch (random.nextInt(4)) {
      case 0 -> "'{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"a:b\"}]}'";
      case 1 -> "'{ \"Statement\": { \"Action\": [\"a:b\"], \"Effect\": \"Allow\" } }'";
      case 2 -> "'{\"Statement\":[{\"Effect\":\"Deny\",\"Action\":[\"b\",\"a\"]}]}'";
      default -> "'{}'";
    };
  }
}
