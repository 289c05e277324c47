package dev.ashlar.connector;

import dev.ashlar.schema.Catalog;
import dev.ashlar.schema.ConfigurationSchema;
import dev.ashlar.schema.Operation;
import dev.ashlar.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A cloud or service: what it is called, which types it owns, and how to open it. Cheap to make,
 * holds nothing open. Found by {@link java.util.ServiceLoader}, or registered by hand.
 *
 * @since 0.1
 */
public interface Provider {

  /** What it is called and owns. */
  Descriptor descriptor();

  /** Its types. From any thread, without the network. */
  Catalog catalog();

  /**
   * Opens it with a configuration. Once per configuration; must not wait for the network.
   *
   * @throws OperationFailedException if the configuration cannot work
   */
  ProviderSession open(OpenRequest request);

  /**
   * Whether the connector of a type may complete plans ({@link PlanRefining}). Asked before
   * anything is opened. Where the answer is yes, each object of the type is asked for at each plan;
   * a provider of many types says no where it can.
   */
  default boolean refines(String type) {
    return true;
  }

  /**
   * What is known of how many calls of an operation the cloud takes from one account in one region
   * (one scope). Asked once for each; where nothing is known, the engine finds out by what the
   * cloud refuses.
   */
  default Optional<RateLimit> rateLimit(String type, Operation operation) {
    return Optional.empty();
  }

  /** A configuration to open a provider with. */
  interface OpenRequest {
    /** The configuration, checked against the provider's schema; secrets as secret values. */
    Value.MapValue configuration();

    /** The configuration as a record of the provider's. */
    <C> C configuration(Class<C> type);
  }

  /**
   * What a provider is called and owns.
   *
   * @since 0.1
   */
  final class Descriptor {
    private final String name;
    private final String version;
    private final List<String> namespaces;
    private final ConfigurationSchema configuration;

    private Descriptor(
        String name, String version, List<String> namespaces, ConfigurationSchema configuration) {
      this.name = Objects.requireNonNull(name, "name");
      this.version = Objects.requireNonNull(version, "version");
      this.namespaces = List.copyOf(namespaces);
      this.configuration = Objects.requireNonNull(configuration, "configuration");
    }

    /** A provider that owns nothing yet and has nothing to configure. */
    public static Descriptor of(String name, String version) {
      return new Descriptor(name, version, List.of(), ConfigurationSchema.EMPTY);
    }

    /** The same, and it owns the types whose names start so: {@code AWS::}. */
    public Descriptor owning(String prefix) {
      List<String> more = new ArrayList<>(namespaces);
      more.add(prefix);
      return new Descriptor(name, version, more, configuration);
    }

    /** The same, configured so. */
    public Descriptor configuredBy(ConfigurationSchema schema) {
      return new Descriptor(name, version, namespaces, schema);
    }

    /**
     * The same, configured as a record says.
     *
     * @throws IllegalArgumentException if the record cannot be a configuration
     */
    public Descriptor configuredBy(Class<? extends Record> type) {
      return configuredBy(ConfigurationSchema.of(type));
    }

    /** The name that a blueprint's {@code providers} uses. */
    public String name() {
      return name;
    }

    /** The version, recorded in plans. */
    public String version() {
      return version;
    }

    /** The beginnings of the names of its types. */
    public List<String> namespaces() {
      return namespaces;
    }

    /** What its configuration takes. */
    public ConfigurationSchema configuration() {
      return configuration;
    }
  }
}
