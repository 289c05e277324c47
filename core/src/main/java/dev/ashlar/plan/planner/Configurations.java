package dev.ashlar.plan.planner;

import dev.ashlar.graph.Node;
import dev.ashlar.graph.NodeId;
import dev.ashlar.plan.object.Whereabouts;
import dev.ashlar.schema.ConfigurationSchema;
import dev.ashlar.schema.completion.Completion;
import dev.ashlar.state.StateObject;
import dev.ashlar.state.StateObject.Home;
import dev.ashlar.value.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The configurations of providers, as far as the state tells them. */
final class Configurations {
  private final Map<String, Node.ProviderNode> nodes = new HashMap<>();
  private final Map<String, Value.MapValue> values = new HashMap<>();
  private final Map<String, Whereabouts> whereabouts = new HashMap<>();

  void add(Node.ProviderNode node, Value value) {
    boolean open = !(value instanceof Value.MapValue);
    Value.MapValue map = value instanceof Value.MapValue known ? known : Value.MapValue.EMPTY;
    Value.MapValue configuration = Completion.complete(node.schema(), map);
    Home home = new Home(node.provider(), node.name(), scope(node.schema(), configuration));
    nodes.put(node.name(), node);
    values.put(node.name(), configuration);
    whereabouts.put(
        node.name(),
        new Whereabouts(home, Optional.of(configuration).filter(all -> !open && usable(all))));
  }

  /** Whether everything is where it was, and asked with the same. */
  boolean sameAs(Configurations other) {
    return values.equals(other.values) && whereabouts.equals(other.whereabouts);
  }

  private static Value.MapValue scope(ConfigurationSchema schema, Value.MapValue configuration) {
    TreeMap<String, Value> scope = new TreeMap<>();
    for (String name : schema.scope()) {
      Value value = configuration.get(name);
      if (!(value instanceof Value.NullValue)) {
        scope.put(name, value);
      }
    }
    return new Value.MapValue(scope);
  }

  /** Whether a provider can be asked with it; a secret that is fetched at use is no hindrance. */
  private static boolean usable(Value.MapValue configuration) {
    return configuration.entries().values().stream()
        .allMatch(value -> value.isKnown() || value instanceof Value.SecretValue);
  }

  /** Where a declaration's objects are to live. */
  Whereabouts of(NodeId provider) {
    Whereabouts known = whereabouts.get(provider.name());
    return known == null
        ? new Whereabouts(
            new Home(provider.name(), provider.name(), Value.MapValue.EMPTY),
            Optional.of(Value.MapValue.EMPTY))
        : known;
  }

  /**
   * What to ask with after a recorded object: the scope that it was made in goes before what the
   * configuration says today; where the configuration is gone, it is all there is.
   */
  Optional<Value.MapValue> of(StateObject object) {
    Home home = object.home();
    Node.ProviderNode node = nodes.get(home.configuration());
    if (node == null || !node.provider().equals(home.provider())) {
      return Optional.of(home.scope());
    }
    Value.MapValue configuration = values.getOrDefault(home.configuration(), Value.MapValue.EMPTY);
    for (Map.Entry<String, Value> entry : home.scope().entries().entrySet()) {
      if (!configuration.get(entry.getKey()).equals(entry.getValue())) {
        configuration = configuration.with(entry.getKey(), entry.getValue());
      }
    }
    return Optional.of(configuration).filter(Configurations::usable);
  }
}
