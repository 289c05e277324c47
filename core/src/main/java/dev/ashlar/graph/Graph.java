package dev.ashlar.graph;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.blueprint.Inputs;
import dev.ashlar.blueprint.MovedDeclaration;
import dev.ashlar.graph.dag.Dag;
import dev.ashlar.graph.scope.RecordedScope;
import dev.ashlar.value.keyed.Ordered;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A blueprint in an environment, checked and compiled: every declaration that is evaluated, after
 * all that it depends on.
 *
 * @param environment the environment
 * @param inputs parameters, flags and what {@code env} shows
 * @param scope the static types of all root names, {@code each} aside; its record, with the
 *     catalog, makes it again
 * @param nodes the declarations in stable topological order, by id
 * @param moved what has another address now; where something moved twice, from each former address
 *     to the last
 */
public record Graph(
    Environment environment,
    Inputs inputs,
    RecordedScope scope,
    Map<NodeId, Node> nodes,
    List<MovedDeclaration> moved) {
  /** Copies map and list, keeping their order. */
  public Graph {
    nodes = Ordered.copyOf(nodes);
    moved = List.copyOf(moved);
  }

  /** The declarations and what each is evaluated after. Made anew: keep it. */
  public Dag<NodeId> dag() {
    return Dag.of(nodes.keySet(), id -> Objects.requireNonNull(nodes.get(id)).dependsOn());
  }
}
