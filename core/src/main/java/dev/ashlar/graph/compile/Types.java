package dev.ashlar.graph.compile;

import dev.ashlar.connector.Provider;
import dev.ashlar.connector.discovery.Providers;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.schema.Catalog;
import dev.ashlar.schema.ConfigurationSchema;
import dev.ashlar.schema.ResourceSchema;
import java.util.List;
import java.util.Optional;

/** The resource types that a blueprint can use, and who serves them. */
public interface Types {
  /** The schema of a type, or why there is none. */
  Checked<ResourceSchema> schema(String type);

  /** All types, for what is compiled again later. */
  Catalog catalog();

  /** The name of the provider that serves a type. */
  Optional<String> provider(String type);

  /** What a provider is configured with; empty where there is no such provider. */
  Optional<ConfigurationSchema> configuration(String provider);

  /** The names of all providers. */
  List<String> providers();

  /** The types of these providers. */
  static Types of(Providers providers) {
    Catalog catalog = providers.catalog();
    List<String> names =
        providers.all().stream()
            .map(Provider::descriptor)
            .map(Provider.Descriptor::name)
            .sorted()
            .toList();
    return new Types() {
      @Override
      public Checked<ResourceSchema> schema(String type) {
        return providers.schema(type);
      }

      @Override
      public Catalog catalog() {
        return catalog;
      }

      @Override
      public Optional<String> provider(String type) {
        return providers.ownerName(type);
      }

      @Override
      public Optional<ConfigurationSchema> configuration(String provider) {
        return providers.descriptor(provider).map(Provider.Descriptor::configuration);
      }

      @Override
      public List<String> providers() {
        return names;
      }
    };
  }
}
