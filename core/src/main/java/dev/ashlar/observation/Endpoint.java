package dev.ashlar.observation;

import dev.ashlar.state.StateObject;
import dev.ashlar.value.Value;
import java.util.Optional;

/**
 * Where looks go to: a configuration of a provider, as the user wrote it.
 *
 * @param provider the provider's name
 * @param name the name of the configuration: {@code aws.replica}
 * @param configuration its values
 */
public record Endpoint(String provider, String name, Value.MapValue configuration) {
  private static final String ADDRESS = "endpoint";

  static Endpoint of(StateObject.Home home, Value.MapValue configuration) {
    return new Endpoint(home.provider(), home.configuration(), configuration);
  }

  /** Its address, where the configuration says one that may be shown. */
  public Optional<String> address() {
    return configuration.get(ADDRESS) instanceof Value.TextValue address
        ? Optional.of(address.text())
        : Optional.empty();
  }

  /** Its name, and its address where there is one. */
  @Override
  public String toString() {
    return name + address().map(address -> " (" + address + ")").orElse("");
  }
}
