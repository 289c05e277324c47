package dev.ashlar.plan.planner;

import com.google.common.collect.Lists;
import dev.ashlar.graph.Graph;
import dev.ashlar.graph.Node;
import dev.ashlar.graph.NodeId;
import dev.ashlar.plan.object.Recorded;
import dev.ashlar.plan.question.Answer;
import dev.ashlar.plan.question.Question;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Address;
import dev.ashlar.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is worked out once for a plan, before any declaration is looked at. */
final class Groundwork {
  private final PlanRequest request;
  private final Moves moves;
  private final Map<String, Map<Address, Recorded>> byDeclaration;
  private final List<NodeId> unusual;
  private final Configurations configurations = new Configurations();
  private final StateBindings fromState;
  private final Reach reach;
  private final Selection selection;

  /**
   * Of a plan.
   *
   * @param before that of the plan before: what is the same is taken from there
   */
  Groundwork(PlanRequest request, @Nullable Groundwork before) {
    this.request = request;
    if (before != null && sameMoves(before.request, request)) {
      this.moves = before.moves;
      this.byDeclaration = before.byDeclaration;
    } else {
      this.moves = Moves.of(request.state(), request.graph().moved());
      this.byDeclaration = byDeclaration(moves.current());
    }
    this.unusual =
        before != null && Differences.sameKinds(before.request.graph(), request.graph())
            ? before.unusual
            : unusual(request.graph());
    Lookups lookups = new Lookups(configurations, request);
    this.fromState =
        new StateBindings(request, byDeclaration, node -> lookups.known(node, this.fromState()));
    Set<NodeId> needed = needed();
    for (Node node : unusual()) {
      if (node instanceof Node.LocalNode local && needed.contains(node.id())) {
        fromState.local(local);
      } else if (node instanceof Node.ProviderNode provider) {
        configurations.add(provider, fromState.evaluate(provider.configuration()));
      }
    }
    this.reach =
        before != null && Differences.sameEdges(before.request.graph(), request.graph())
            ? before.reach
            : new Reach(request.graph());
    this.selection = Selection.of(request, reach, moves);
  }

  @SuppressWarnings("ReferenceEquality") // the very state is meant
  private static boolean sameMoves(PlanRequest before, PlanRequest now) {
    return before.state() == now.state() && before.graph().moved().equals(now.graph().moved());
  }

  /** Objects of one declaration stand next to each other; most declarations have one. */
  private static Map<String, Map<Address, Recorded>> byDeclaration(
      SortedMap<Address, Recorded> current) {
    Map<String, Map<Address, Recorded>> all = new HashMap<>(2 * current.size());
    for (Map.Entry<Address, Recorded> entry : current.entrySet()) {
      Address address = entry.getKey();
      String name = address.declaration().toString();
      Map<Address, Recorded> before = all.get(name);
      if (before == null) {
        all.put(name, Map.of(address, entry.getValue()));
      } else {
        Map<Address, Recorded> several = before.size() == 1 ? new TreeMap<>(before) : before;
        several.put(address, entry.getValue());
        all.put(name, several);
      }
    }
    return all;
  }

  private static List<NodeId> unusual(Graph graph) {
    List<NodeId> found = new ArrayList<>();
    graph
        .nodes()
        .forEach(
            (id, node) -> {
              if (!isUsual(node)) {
                found.add(id);
              }
            });
    return found;
  }

  /** Whether something is one resource. */
  static boolean isUsual(Node node) {
    return node instanceof Node.ResourceNode resource && resource.forEach().isEmpty();
  }

  /** All that the configurations of providers depend on. */
  private Set<NodeId> needed() {
    Set<NodeId> needed = new HashSet<>();
    Map<NodeId, Node> nodes = request.graph().nodes();
    for (Node node : unusual()) {
      if (node instanceof Node.ProviderNode) {
        add(node, nodes, needed);
      }
    }
    return needed;
  }

  private static void add(Node node, Map<NodeId, Node> nodes, Set<NodeId> needed) {
    for (NodeId id : node.dependsOn()) {
      Node below = nodes.get(id);
      if (below != null && id.kind() != NodeId.Kind.RESOURCE && needed.add(id)) {
        add(below, nodes, needed);
      }
    }
  }

  PlanRequest request() {
    return request;
  }

  /**
   * All declarations but the many that stand for one resource, in the order of the graph: those
   * that more is to be said of.
   */
  List<Node> unusual() {
    Map<NodeId, Node> nodes = request.graph().nodes();
    return Lists.transform(unusual, id -> Objects.requireNonNull(nodes.get(id)));
  }

  /** Whether some declaration stands for many objects. */
  boolean hasKeyed() {
    return unusual.stream().anyMatch(id -> id.kind() == NodeId.Kind.RESOURCE);
  }

  StateBindings fromState() {
    return fromState;
  }

  Moves moves() {
    return moves;
  }

  Configurations configurations() {
    return configurations;
  }

  Reach reach() {
    return reach;
  }

  Selection selection() {
    return selection;
  }

  /**
   * The recorded objects of a declaration in the order of their addresses, at the addresses that
   * they have from now on.
   */
  Map<Address, Recorded> objects(String declaration) {
    Map<Address, Recorded> objects = byDeclaration.get(declaration);
    return objects == null ? Map.of() : objects;
  }

  /** The highest number that an object at an address has; 0 where there is none. */
  int highestIncarnation(Address address) {
    if (!moves.renamed().isEmpty() || !request.state().deposed().isEmpty()) {
      return Incarnations.highest(request.state(), address);
    }
    Recorded there = objects(address.declaration().toString()).get(address);
    return there == null ? 0 : there.id().incarnation();
  }

  /** The question how an object is; empty where it is not to be asked, or cannot be. */
  Optional<Question> refresh(StateObject object) {
    boolean ask = request.mode().refresh() && object.identity().isPresent();
    return ask
        ? configurations.of(object).map(with -> new Question.Refresh(object, with))
        : Optional.empty();
  }

  /** Whether an object was looked for and is not there. */
  boolean gone(StateObject object) {
    return refresh(object)
        .flatMap(request.observations()::to)
        .filter(answer -> answer instanceof Answer.Looked looked && looked.seen().isEmpty())
        .isPresent();
  }

  /** What a name that no declaration decides stands for. */
  Optional<Value> imported(String name) {
    return Optional.ofNullable(request.imports().get(name));
  }
}
