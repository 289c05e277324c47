package dev.ashlar.connector.session;

import dev.ashlar.connector.Provider;
import dev.ashlar.value.Value;

/**
 * The request that opens a provider.
 *
 * @param configuration the values
 */
record Opening(Value.MapValue configuration) implements Provider.OpenRequest {

  @Override
  public <C> C configuration(Class<C> type) {
    if (type.isInstance(configuration)) {
      return type.cast(configuration);
    }
    throw new UnsupportedOperationException("no configuration of " + type.getName());
  }
}
