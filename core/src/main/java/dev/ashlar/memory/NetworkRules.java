package dev.ashlar.memory;

import dev.ashlar.connector.Failure;
import dev.ashlar.memory.cloud.CloudState;
import dev.ashlar.memory.cloud.StoredObject;
import dev.ashlar.value.Value;
import java.util.Optional;

/** What must hold between the address ranges of networks and of their subnets. */
final class NetworkRules {
  private static final String RANGE = "CidrBlock";
  private static final String NETWORK = "NetworkId";

  private NetworkRules() {}

  /** A network's range is one, and not larger than the cloud has it. */
  static Optional<Failure> network(
      StoredObject.Name name, Value.MapValue properties, CloudState state) {
    return range(properties)
        .map(
            range ->
                range.bits() < 8
                    ? Optional.of(Failure.invalid("a network has at most 2^24 addresses"))
                    : Optional.<Failure>empty())
        .orElseGet(() -> noRange(properties));
  }

  /** A subnet lies inside its network, beside the others. */
  static Optional<Failure> subnet(
      StoredObject.Name name, Value.MapValue properties, CloudState state) {
    Optional<AddressRange> range = range(properties);
    if (range.isEmpty()) {
      return noRange(properties);
    }
    String network = text(properties, NETWORK);
    Optional<StoredObject> around =
        state.object(new StoredObject.Name(name.place(), "memory::Network", network));
    if (around
        .flatMap(is -> range(is.properties()))
        .filter(is -> !is.contains(range.get()))
        .isPresent()) {
      return Optional.of(
          Failure.invalid(text(properties, RANGE) + " is not inside the network's range"));
    }
    return around.stream()
        .flatMap(is -> state.referringTo(is).stream())
        .filter(other -> other.name().type().equals(name.type()) && !other.name().equals(name))
        .filter(other -> text(other.properties(), NETWORK).equals(network))
        .filter(other -> range(other.properties()).filter(range.get()::overlaps).isPresent())
        .map(
            other ->
                Failure.conflict(
                    text(properties, RANGE) + " overlaps the subnet " + other.name().id()))
        .findFirst();
  }

  private static Optional<AddressRange> range(Value.MapValue properties) {
    return AddressRange.parse(text(properties, RANGE));
  }

  private static Optional<Failure> noRange(Value.MapValue properties) {
    return Optional.of(
        Failure.invalid(
            text(properties, RANGE) + " is no address range, or does not start where it says"));
  }

  private static String text(Value.MapValue properties, String name) {
    return properties.get(name) instanceof Value.TextValue text ? text.text() : "";
  }
}
