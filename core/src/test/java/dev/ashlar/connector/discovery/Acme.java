package dev.ashlar.connector.discovery;

import dev.ashlar.connector.Provider;
import dev.ashlar.connector.ProviderSession;
import dev.ashlar.schema.Catalog;
import dev.ashlar.schema.ResourceSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** A provider of a few types that tells which schemas were read. */
class Acme implements Provider {
  final List<String> read = new ArrayList<>();
  private final Descriptor descriptor;
  private final List<String> types;

  Acme(String name, String namespace, String... types) {
    this.descriptor = Descriptor.of(name, "1.0.0").owning(namespace);
    this.types = List.of(types);
  }

  @Override
  public Descriptor descriptor() {
    return descriptor;
  }

  @Override
  public Catalog catalog() {
    return Catalog.lazy(() -> new TreeSet<>(types), this::load);
  }

  private Optional<ResourceSchema> load(String type) {
    read.add(type);
    return types.contains(type)
        ? Optional.of(ResourceSchema.builder(type).build())
        : Optional.empty();
  }

  @Override
  public ProviderSession open(OpenRequest request) {
    return ProviderSession.of();
  }
}
