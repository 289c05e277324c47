package dev.ashlar.connector.session;

import dev.ashlar.connector.Provider;
import dev.ashlar.schema.binding.RecordSchemas;
import dev.ashlar.value.Value;
import java.util.Optional;

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
    return RecordSchemas.codec(type, Optional.empty()).decode(configuration);
  }
}
