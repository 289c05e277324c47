package dev.ashlar.memory;

import dev.ashlar.connector.Provider;
import dev.ashlar.memory.cloud.TypeTraits;
import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.Catalog;
import dev.ashlar.schema.ConfigurationSchema;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.ResourceType;
import dev.ashlar.schema.Shape;
import dev.ashlar.value.Value;
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
          new OwnType(
              "memory::Value",
              AnyValue.class,
              AnyValue.Outputs.class,
              new TypeTraits(
                  "value",
                  false,
                  Map.of(),
                  Map.of(
                      "id", (id, properties) -> Value.of(id),
                      "output", (id, properties) -> properties.get("input")),
                  List.of(),
                  false)));

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
