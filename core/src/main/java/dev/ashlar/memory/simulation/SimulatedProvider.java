package dev.ashlar.memory.simulation;

import dev.ashlar.connector.Provider;
import dev.ashlar.connector.ProviderSession;
import dev.ashlar.memory.cloud.SimulatedType;
import dev.ashlar.memory.cloud.TypeTraits;
import dev.ashlar.schema.Catalog;
import dev.ashlar.value.Value;
import dev.ashlar.value.json.ValueJson;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A provider whose cloud is the simulated one. It says of itself what the real one says.
 *
 * @param descriptor what it is called and owns
 * @param catalog its types
 * @param traits how a type behaves beyond its schema
 * @param desk the cloud
 */
public record SimulatedProvider(
    Provider.Descriptor descriptor,
    Catalog catalog,
    Function<String, TypeTraits> traits,
    FrontDesk desk)
    implements Provider {

  @Override
  public boolean refines(String type) {
    return false;
  }

  @Override
  public ProviderSession open(OpenRequest request) {
    return new SimulatedSession(this::type, place(request.configuration()), desk);
  }

  /** A type that is simulated. */
  public Optional<SimulatedType> type(String name) {
    return catalog.schema(name).map(schema -> new SimulatedType(schema, traits.apply(name)));
  }

  /** What says where objects live; empty where nothing does. */
  private String place(Value.MapValue configuration) {
    TreeMap<String, Value> scope = new TreeMap<>();
    for (String attribute : descriptor.configuration().scope()) {
      Value value = configuration.get(attribute);
      if (!value.equals(Value.NULL)) {
        scope.put(attribute, value);
      }
    }
    return scope.isEmpty() ? "" : ValueJson.canonical(Value.map(scope));
  }
}
