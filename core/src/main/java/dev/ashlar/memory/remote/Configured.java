package dev.ashlar.memory.remote;

import dev.ashlar.connector.Provider;
import dev.ashlar.value.Value;

/**
 * What a client says that the cloud is to be opened with.
 *
 * @param configuration the values
 */
record Configured(Value.MapValue configuration) implements Provider.OpenRequest {

  @Override
  public <C> C configuration(Class<C> type) {
    return type.cast(configuration);
  }
}
