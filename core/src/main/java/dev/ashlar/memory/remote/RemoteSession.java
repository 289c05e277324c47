package dev.ashlar.memory.remote;

import dev.ashlar.connector.Connector;
import dev.ashlar.connector.Failure;
import dev.ashlar.connector.ProviderSession;
import dev.ashlar.memory.cloud.SimulatedType;
import dev.ashlar.schema.Catalog;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.value.Value;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A provider of the simulated cloud whose objects are in another process. */
public final class RemoteSession implements ProviderSession {
  /** The configuration's attribute that says where the other process is. */
  public static final String ENDPOINT = "endpoint";

  private final Catalog catalog;
  private final Value.MapValue configuration;
  private final Courier courier;
  private final Map<String, Optional<Connector<?, ?>>> connectors = new ConcurrentHashMap<>();

  private RemoteSession(Catalog catalog, Value.MapValue configuration, Courier courier) {
    this.catalog = catalog;
    this.configuration = configuration;
    this.courier = courier;
  }

  /**
   * A session; nothing is asked yet.
   *
   * @param catalog the types, the same as on the other side
   * @param configuration what the provider is configured with, an endpoint among it
   * @throws dev.ashlar.connector.OperationFailedException if the endpoint is none of this machine
   */
  public static RemoteSession open(Catalog catalog, Value.MapValue configuration) {
    Value endpoint = configuration.get(ENDPOINT);
    String text = endpoint instanceof Value.TextValue known ? known.text() : "";
    return new RemoteSession(
        catalog, configuration.without(ENDPOINT), new Courier(Endpoint.of(text)));
  }

  @Override
  public Optional<Connector<?, ?>> connector(String type) {
    return connectors.computeIfAbsent(type, name -> catalog.schema(name).map(this::connector));
  }

  private Connector<?, ?> connector(ResourceSchema schema) {
    return SimulatedType.isFindable(schema)
        ? new RemoteFindingConnector(schema, configuration, courier)
        : new RemoteConnector(schema, configuration, courier);
  }

  @Override
  public Failure classify(Throwable thrown) {
    return courier.classify(thrown);
  }

  /** What the other process keeps stays. */
  @Override
  public void close() {}
}
