package dev.ashlar.memory;

import dev.ashlar.connector.Provider;
import dev.ashlar.memory.cloud.TypeTraits;
import dev.ashlar.memory.remote.RemoteSession;
import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.Catalog;
import dev.ashlar.schema.ConfigurationSchema;
import dev.ashlar.schema.Operation;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.ResourceType;
import dev.ashlar.schema.Shape;
import dev.ashlar.value.Value;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The types that the cloud has of its own; a schema is derived when it is asked for. */
final class OwnTypes {
  private static final List<OwnType> ALL =
      List.of(
          type(
              "Value",
              AnyValue.class,
              AnyValue.Outputs.class,
              Traits.numbered("value")
                  .gives("id", (id, properties) -> Value.of(id))
                  .gives("output", (id, properties) -> properties.get("input"))),
          type(
              "Network",
              Network.class,
              Network.Outputs.class,
              Traits.numbered("net").keeps(NetworkRules::network)),
          type(
              "Subnet",
              Subnet.class,
              Subnet.Outputs.class,
              Traits.numbered("subnet").keeps(NetworkRules::subnet)),
          type(
              "SecurityGroup",
              SecurityGroup.class,
              SecurityGroup.Outputs.class,
              Traits.numbered("sg")),
          type(
              "LoadBalancer",
              LoadBalancer.class,
              LoadBalancer.Outputs.class,
              Traits.named("lb").takes(Operation.CREATE, Duration.ofMinutes(1))),
          type("Zone", Zone.class, Zone.Outputs.class, Traits.numbered("zone")),
          type(
              "Record",
              DnsRecord.class,
              DnsRecord.Outputs.class,
              Traits.named("record").gives("FullName", OwnTypes::fullName)),
          type(
              "AccessKey",
              AccessKey.class,
              AccessKey.Outputs.class,
              Traits.numbered("ak").gives("AccessKeyId", (id, properties) -> Value.of(id))),
          type("Role", Role.class, Role.Outputs.class, Traits.named("role")),
          type("Policy", Policy.class, Policy.Outputs.class, Traits.named("policy")),
          type("Key", Key.class, Key.Outputs.class, Traits.numbered("key")),
          type("Alias", Alias.class, Alias.Outputs.class, Traits.named("alias")),
          type("Secret", StoredSecret.class, StoredSecret.Outputs.class, Traits.named("secret")),
          type("Bucket", Bucket.class, Bucket.Outputs.class, Traits.named("bucket")),
          type(
              "Table",
              Table.class,
              Table.Outputs.class,
              Traits.named("table").takes(Operation.CREATE, Duration.ofSeconds(15))),
          type(
              "Instance",
              Instance.class,
              Instance.Outputs.class,
              Traits.numbered("i")
                  .takes(Operation.CREATE, Duration.ofSeconds(30))
                  .takes(Operation.DELETE, Duration.ofSeconds(20))),
          type("Function", Function.class, Function.Outputs.class, Traits.named("fn")),
          type(
              "Container",
              ContainerService.class,
              ContainerService.Outputs.class,
              Traits.named("container")
                  .takes(Operation.CREATE, Duration.ofSeconds(40))
                  .takes(Operation.UPDATE, Duration.ofSeconds(40))),
          type(
              "Database",
              Database.class,
              Database.Outputs.class,
              Traits.named("db")
                  .takes(Operation.CREATE, Duration.ofMinutes(4))
                  .takes(Operation.UPDATE, Duration.ofMinutes(1))
                  .takes(Operation.DELETE, Duration.ofMinutes(2))
                  .gives("Port", OwnTypes::port)),
          type("Queue", Queue.class, Queue.Outputs.class, Traits.named("queue")),
          type("Topic", Topic.class, Topic.Outputs.class, Traits.named("topic")));

  private OwnTypes() {}

  /**
   * A type and the records that declare it.
   *
   * @param name the type's name
   * @param spec the record of what a user sets
   * @param outputs the record of what the cloud gives
   * @param traits what the records do not say
   */
  private record OwnType(String name, Class<?> spec, Class<?> outputs, TypeTraits traits) {
    ResourceSchema schema() {
      return ResourceType.of(spec, outputs).schema();
    }
  }

  private static OwnType type(String name, Class<?> spec, Class<?> outputs, Traits traits) {
    return new OwnType("memory::" + name, spec, outputs, traits.traits());
  }

  private static Value fullName(String id, Value.MapValue properties) {
    return Value.of(properties.get("Name") + " " + properties.get("Kind"));
  }

  private static Value port(String id, Value.MapValue properties) {
    return Value.of(properties.get("Engine").equals(Value.of("POSTGRES")) ? 5432 : 3306);
  }

  static Provider.Descriptor descriptor() {
    Map<String, Attribute> attributes = new LinkedHashMap<>();
    attributes.put(
        "region",
        Attribute.builder("region", Shape.Primitive.STRING)
            .description("The region that objects live in; any name will do.")
            .build());
    attributes.put(
        "token",
        Attribute.builder("token", Shape.Primitive.STRING)
            .sensitive()
            .description("A credential, as a real cloud would want one; any text will do.")
            .build());
    attributes.put(
        RemoteSession.ENDPOINT,
        Attribute.builder(RemoteSession.ENDPOINT, Shape.Primitive.STRING)
            .description(
                "Where a server of the simulated cloud is, like http://127.0.0.1:8420; without it,"
                    + " the cloud is in this process.")
            .build());
    return Provider.Descriptor.of("memory", "1.0.0")
        .owning("memory::")
        .configuredBy(new ConfigurationSchema(attributes, Set.of("region")));
  }

  static Catalog catalog() {
    return Catalog.lazy(
        () -> new TreeSet<>(ALL.stream().map(OwnType::name).toList()),
        name -> named(name).map(OwnType::schema));
  }

  static TypeTraits traits(String name) {
    return named(name).map(OwnType::traits).orElseGet(() -> TypeTraits.plain(name));
  }

  private static Optional<OwnType> named(String name) {
    return ALL.stream().filter(type -> type.name().equals(name)).findFirst();
  }
}
