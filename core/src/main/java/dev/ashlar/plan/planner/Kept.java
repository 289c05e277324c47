package dev.ashlar.plan.planner;

import dev.ashlar.graph.Graph;
import dev.ashlar.graph.Node;
import dev.ashlar.graph.NodeId;
import dev.ashlar.graph.scope.ScopeRecord;
import dev.ashlar.graph.scope.ScopeValue;
import dev.ashlar.plan.order.Dependants;
import dev.ashlar.value.Value;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What stays from one plan to the next: the result of every declaration, and what follows from many
 * of them. What a change does not reach is not worked out again. For one thread.
 */
@SuppressWarnings("ReferenceEquality") // the very object is meant
final class Kept {
  private @Nullable Groundwork ground;
  private @Nullable Topology topology;
  private @Nullable Dependants dependants;
  private Leftovers.@Nullable Removals removals;
  private @Nullable ScopeRecord scope;
  private Value.MapValue scopeValue = Value.MapValue.EMPTY;
  private final Arrangement arrangement = new Arrangement();
  private final Reads reads = new Reads();
  private Results results = Results.NONE;
  private final Set<String> goesFirst = new HashSet<>();
  private Rulings rulings = Rulings.NONE;
  private BitSet stale = new BitSet();
  private boolean refreshed;
  private int evaluated;

  /** What a plan is made on; marks everything that must be planned again since the last one. */
  Groundwork begin(PlanRequest request) {
    evaluated = 0;
    Groundwork before = ground;
    Groundwork now = new Groundwork(request, before);
    ground = now;
    Differences differences = Differences.between(before, now);
    if (before == null || before.request().state() != request.state()) {
      dependants = new Dependants(request.state());
    }
    if (before == null || differences.edges()) {
      arrange(request.graph());
    }
    boolean answered = before != null && before.request().observations() != request.observations();
    boolean everything = differences.everything() || answered && !refreshed;
    if (everything) {
      stale.set(0, topology().size());
      refreshed = false;
    }
    if (before == null) {
      request.graph().nodes().values().forEach(reads::put);
    }
    if (everything || differences.edges() || differences.moved()) {
      removals = null;
    }
    for (NodeId gone : differences.gone()) {
      reads.remove(gone);
      reads.touch(gone.name());
    }
    differences.nodes().forEach(node -> reads.put(node));
    differences.nodes().forEach(node -> stale(node.id()));
    new Marking(topology(), reads, results).mark(differences, before, now, stale);
    return now;
  }

  private void stale(NodeId id) {
    int position = topology().position(id);
    if (position >= 0) {
      stale.set(position);
    }
  }

  /** The results, in the order of a graph; those of what is gone are dropped. */
  private void arrange(Graph graph) {
    Topology order = Topology.of(graph);
    topology = order;
    results = Results.of(order, results);
    goesFirst.removeIf(name -> order.position(new NodeId(NodeId.Kind.RESOURCE, name)) < 0);
  }

  private Topology topology() {
    Topology known = topology;
    if (known == null) {
      throw new IllegalStateException("nothing was begun");
    }
    return known;
  }

  /**
   * The results of all declarations, in the order of the graph.
   *
   * @param settled what was settled by a look at the whole plan
   */
  Results walk(Groundwork on, Rulings settled) {
    Topology order = topology();
    settled
        .differing(rulings)
        .ifPresentOrElse(
            names -> names.forEach(name -> stale(new NodeId(NodeId.Kind.RESOURCE, name))),
            () -> stale.set(0, order.size()));
    rulings = settled;
    Map<NodeId, Node> nodes = on.request().graph().nodes();
    Walk walk = new Walk(on, settled, results, goesFirst);
    for (int at = stale.nextSetBit(0); at >= 0; at = stale.nextSetBit(at + 1)) {
      NodeId id = order.id(at);
      NodeResult before = results.get(at);
      NodeResult after = walk.step(id, Objects.requireNonNull(nodes.get(id)));
      evaluated++;
      results.put(at, after);
      pass(at, before, after);
    }
    stale.clear();
    return results;
  }

  /** What depends on a declaration is planned again where it would see a difference. */
  private void pass(int at, NodeResult before, NodeResult after) {
    Topology order = topology();
    boolean same = before.standing() == after.standing() && before.root().equals(after.root());
    if (!same) {
      reads.touch(order.id(at).name());
      for (int dependent : order.dependents(at)) {
        stale.set(dependent);
      }
    }
    String name = order.id(at).name();
    boolean differs = Upstream.goesFirst(after) ? goesFirst.add(name) : goesFirst.remove(name);
    if (differs) {
      order.staleAbove(at, stale);
    }
  }

  /** How many declarations were planned since the last plan was begun. */
  int evaluated() {
    return evaluated;
  }

  /** What depended on what when it was applied last. */
  Dependants dependants() {
    return Objects.requireNonNull(dependants);
  }

  /** What becomes of objects that no declaration stands for. */
  Leftovers.Removals removals(Groundwork on) {
    Leftovers.Removals known = removals;
    if (known == null) {
      known = Leftovers.of(on);
      removals = known;
    }
    return known;
  }

  /** The changes in order. */
  Arrangement arrangement() {
    return arrangement;
  }

  /** Whether every recorded object was looked at, as far as it is to be. */
  boolean refreshed() {
    return refreshed;
  }

  void refreshed(boolean all) {
    refreshed = all;
  }

  /** The digest of what expressions read of the outside. */
  String observations(Results of) {
    return reads.digest(of);
  }

  /** The record of a scope as a value. */
  Value.MapValue scope(ScopeRecord record) {
    if (record != scope) {
      scope = record;
      scopeValue = ScopeValue.of(record);
    }
    return scopeValue;
  }
}
