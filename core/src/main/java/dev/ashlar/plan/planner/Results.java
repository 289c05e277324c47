package dev.ashlar.plan.planner;

import dev.ashlar.graph.NodeId;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What planning each declaration came to, in the order of the graph. What all of them together come
 * to is kept up to date with each: most say nothing, and are not asked. For one thread.
 */
final class Results {
  /** Of a plan that is not about what is declared. */
  static final Results NONE = new Results(Topology.EMPTY);

  private final Topology topology;
  private final NodeResult[] all;
  private final BitSet speaking = new BitSet();
  private int unchanged;
  private int seen;

  private Results(Topology topology) {
    this.topology = topology;
    this.all = new NodeResult[topology.size()];
    Arrays.fill(all, NodeResult.NONE);
  }

  /** Those of the declarations that there are now; what is new was not planned yet. */
  static Results of(Topology topology, Results before) {
    Results results = new Results(topology);
    for (int i = 0; i < results.all.length; i++) {
      NodeResult known = before.get(topology.id(i));
      if (known != null) {
        results.put(i, known);
      }
    }
    return results;
  }

  /** The result of a declaration; null where there is no such declaration. */
  @Nullable NodeResult get(NodeId id) {
    int position = topology.position(id);
    return position < 0 ? null : all[position];
  }

  NodeResult get(int position) {
    return all[position];
  }

  void put(int position, NodeResult result) {
    NodeResult before = all[position];
    unchanged += result.unchanged() - before.unchanged();
    seen += (result.seen().isEmpty() ? 0 : 1) - (before.seen().isEmpty() ? 0 : 1);
    speaking.set(position, result.speaks());
    all[position] = result;
  }

  /** Those with changes, questions or diagnostics. */
  void forEachSpeaking(Consumer<NodeResult> action) {
    for (int at = speaking.nextSetBit(0); at >= 0; at = speaking.nextSetBit(at + 1)) {
      action.accept(all[at]);
    }
  }

  /** The declarations whose results have changes, questions or diagnostics. */
  void forEachSpeakingId(Consumer<NodeId> action) {
    for (int at = speaking.nextSetBit(0); at >= 0; at = speaking.nextSetBit(at + 1)) {
      action.accept(topology.id(at));
    }
  }

  /** How many objects stay as they are. */
  int unchanged() {
    return unchanged;
  }

  /** Whether expressions see of some object what the state alone does not tell. */
  boolean seesMore() {
    return seen > 0;
  }

  boolean isEmpty() {
    return all.length == 0;
  }
}
