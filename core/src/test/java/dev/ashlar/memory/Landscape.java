package dev.ashlar.memory;

import static dev.ashlar.memory.Cloud.map;

import dev.ashlar.value.Value;
import java.util.List;

/** One object of every type, each with what it needs. */
final class Landscape {
  private Landscape() {}

  static void build(Cloud cloud) {
    cloud.create("memory::Value", map("input", "x"));
    String network = cloud.id("memory::Network", map("CidrBlock", "10.0.0.0/16"));
    String subnet =
        cloud.id("memory::Subnet", map("NetworkId", network, "CidrBlock", "10.0.1.0/24"));
    Value.MapValue https = map("FromPort", 443, "ToPort", 443);
    String group =
        cloud.id("memory::SecurityGroup", map("NetworkId", network, "Rules", List.of(https)));
    String key = cloud.id("memory::Key", map("RotationDays", 365));
    cloud.create("memory::Alias", map("Name", "main", "TargetKeyId", key));
    Value policy =
        cloud.create("memory::Policy", map("Name", "read", "Document", "{}")).outputs().get("Arn");
    Value role =
        cloud
            .create(
                "memory::Role",
                map("Name", "worker", "TrustPolicy", "{}", "PolicyArns", List.of(policy)))
            .outputs()
            .get("Arn");
    cloud.create("memory::AccessKey", map("RoleName", "worker"));
    Value.MapValue encryption = map("Algorithm", "KEY", "KeyId", "main");
    cloud.create("memory::Bucket", map("Name", "orders", "Encryption", encryption));
    cloud.create("memory::Table", map("Name", "carts", "PartitionKey", "id"));
    cloud.create("memory::Secret", map("Name", "token", "Value", "t0ps3cret"));
    cloud.create("memory::Queue", map("Name", "jobs", "KeyId", key));
    cloud.create("memory::Topic", map("Name", "events"));
    cloud.create(
        "memory::Database",
        map(
            "Name", "orders",
            "Engine", "POSTGRES",
            "AdminPassword", "correct horse",
            "SubnetIds", List.of(subnet),
            "SecurityGroupIds", List.of(group)));
    String instance =
        cloud.id("memory::Instance", map("Image", "linux-1", "SubnetId", subnet, "RoleArn", role));
    Value.MapValue code = map("Bucket", "orders", "Object", "app.jar");
    cloud.create(
        "memory::Function",
        map("Name", "resize", "Language", "JAVA_21", "Code", code, "RoleArn", role));
    cloud.create("memory::Container", map("Name", "web", "Image", "web:1", "Processors", 1));
    Value.MapValue listener = map("Port", 443, "TargetIds", List.of(instance, "web"));
    cloud.create(
        "memory::LoadBalancer",
        map("Name", "front", "SubnetIds", List.of(subnet), "Listeners", List.of(listener)));
    String zone = cloud.id("memory::Zone", map("Name", "acme.test."));
    cloud.create(
        "memory::Record",
        map("ZoneId", zone, "Name", "www.acme.test.", "Values", List.of("10.0.1.7")));
  }
}
