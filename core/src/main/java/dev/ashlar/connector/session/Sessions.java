package dev.ashlar.connector.session;

import dev.ashlar.connector.Provider;
import dev.ashlar.connector.discovery.Providers;
import dev.ashlar.connector.problem.ConnectorProblems;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Opens a provider once per configuration, when it is first needed, and closes all at the end. Safe
 * for every thread.
 */
public final class Sessions implements AutoCloseable {
  private final Providers providers;
  private final Map<Key, OpenProvider> open = new ConcurrentHashMap<>();
  private volatile boolean closed;

  /** Sessions of these providers; none is opened yet. */
  public Sessions(Providers providers) {
    this.providers = providers;
  }

  /**
   * Equal values are the same session, secrets included: they are compared in memory only.
   *
   * @param provider its name
   * @param configuration the values
   */
  private record Key(String provider, Value.MapValue configuration) {}

  /**
   * The connector of a type. The same one at every call with the same configuration.
   *
   * @param provider the provider's name
   * @param configuration the configuration, known; checked against the provider's schema
   * @param type the resource type
   * @throws IllegalStateException after {@link #close}
   */
  public Checked<OpenConnector<?, ?>> connector(
      String provider, Value.MapValue configuration, String type) {
    if (closed) {
      throw new IllegalStateException("the engine is closed");
    }
    Optional<Provider> known = providers.named(provider);
    if (known.isEmpty()) {
      return Checked.refused(
          List.of(
              Diagnostic.of(
                  ConnectorProblems.NO_PROVIDER,
                  "There is no provider \""
                      + provider
                      + "\" for the type \""
                      + type
                      + "\". Register it, or add its jar.")));
    }
    return open.computeIfAbsent(
            new Key(provider, configuration),
            key -> new OpenProvider(provider, known.get(), configuration))
        .connector(type);
  }

  /** The connector of a type, of the provider that owns it. */
  public Checked<OpenConnector<?, ?>> connector(Value.MapValue configuration, String type) {
    Optional<String> owner = providers.ownerName(type);
    return owner.isPresent()
        ? connector(owner.get(), configuration, type)
        : Checked.refused(providers.schema(type).diagnostics());
  }

  /**
   * Closes every session that was opened. One that fails to close keeps none of the others open.
   */
  @Override
  public void close() {
    closed = true;
    List<OpenProvider> all = new ArrayList<>(open.values());
    open.clear();
    all.forEach(OpenProvider::close);
  }
}
