package dev.ashlar.graph.compile;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.Multiset;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.blueprint.Inputs;
import dev.ashlar.blueprint.MovedDeclaration;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.expression.Compilation;
import dev.ashlar.expression.Scope;
import dev.ashlar.graph.Graph;
import dev.ashlar.graph.Node;
import dev.ashlar.graph.NodeId;
import dev.ashlar.graph.check.InstanceCheck;
import dev.ashlar.graph.check.LaterCheck;
import dev.ashlar.graph.check.MovedCheck;
import dev.ashlar.graph.check.NameCheck;
import dev.ashlar.graph.check.UnusedCheck;
import dev.ashlar.graph.problem.Report;
import dev.ashlar.value.keyed.Ordered;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A graph that is compiled again after every change of its documents: what {@link GraphCompiler}
 * makes of them, at the price of what changed. A declaration is compiled again when it is not the
 * very object that it was, or when what it reads is of another kind now; a node that stays is the
 * very object that it was. What named values, parameters or configurations are declared as is not
 * followed: where that changes, everything is compiled again. For one thread.
 */
public final class LiveGraph {
  private final BiFunction<String, Scope, Compilation> expressions;
  private final Types types;
  private @Nullable Frame frame;
  private Map<NodeId, Piece> pieces = new LinkedHashMap<>();
  private final Map<NodeId, Set<String>> keys = new HashMap<>();
  private final Set<NodeId> noted = new HashSet<>();

  /** How many declarations read each parameter. */
  private final Multiset<String> used = HashMultiset.create();

  private final Map<NodeId, List<Diagnostic>> missing = new HashMap<>();
  private List<Diagnostic> names = List.of();
  private List<Diagnostic> cycles = List.of();
  private Optional<Ordered<NodeId, Node>> ordered = Optional.empty();
  private int compiled;

  /**
   * Nothing is compiled yet.
   *
   * @param expressions compiles one expression
   * @param types the resource types that exist
   */
  public LiveGraph(BiFunction<String, Scope, Compilation> expressions, Types types) {
    this.expressions = expressions;
    this.types = types;
  }

  /** The graph of these documents, or everything that is wrong. */
  public Checked<Graph> compile(Environment environment, Inputs inputs) {
    Frame before = frame;
    Optional<Change> change =
        before != null && before.fits(environment, inputs)
            ? Change.of(before, environment, inputs, pieces, expressions, types)
            : Optional.empty();
    if (change.isEmpty()) {
      keys.clear();
      missing.clear();
      noted.clear();
    }
    take(change.orElseGet(() -> Change.whole(environment, inputs, expressions, types)));
    return result(Objects.requireNonNull(frame));
  }

  /** How many declarations the last compilation compiled. */
  public int compiled() {
    return compiled;
  }

  private void take(Change change) {
    frame = change.frame();
    compiled = change.made().size();
    Set<String> rekeyed = rekeyed(change);
    if (change.structural()) {
      pieces = change.pieces();
      names = names(change.frame().environment());
      missing.keySet().retainAll(pieces.keySet());
      used.clear();
      pieces.values().forEach(piece -> used.addAll(piece.parameters()));
    } else {
      change.made().values().forEach(this::put);
    }
    change.gone().forEach(noted::remove);
    for (Piece piece : change.made().values()) {
      if (piece.isNoted()) {
        noted.add(piece.id());
      } else {
        noted.remove(piece.id());
      }
    }
    checkInstances(change, rekeyed);
    order(change);
  }

  private void put(Piece piece) {
    Piece old = pieces.put(piece.id(), piece);
    used.addAll(piece.parameters());
    if (old != null) {
      old.parameters().forEach(used::remove);
    }
  }

  private static List<Diagnostic> names(Environment environment) {
    Report report = Report.empty();
    NameCheck.check(environment.blueprint(), report);
    return report.inOrder();
  }

  /** The names whose keys are others than before. */
  private Set<String> rekeyed(Change change) {
    Set<String> rekeyed = new HashSet<>();
    for (NodeId gone : change.gone()) {
      if (keys.remove(gone) != null) {
        rekeyed.add(gone.name());
      }
    }
    for (Piece piece : change.made().values()) {
      Optional<Set<String>> now = piece.node().flatMap(InstanceCheck::keys);
      @Nullable Set<String> old =
          now.isPresent() ? keys.put(piece.id(), now.get()) : keys.remove(piece.id());
      if (!now.equals(Optional.ofNullable(old))) {
        rekeyed.add(piece.id().name());
      }
    }
    return rekeyed;
  }

  private void checkInstances(Change change, Set<String> rekeyed) {
    InstanceCheck check = new InstanceCheck(change.frame().targets(), keys);
    if (rekeyed.isEmpty()) {
      change.made().values().forEach(piece -> checkInstances(piece, check));
      return;
    }
    for (Piece piece : pieces.values()) {
      if (change.made().containsKey(piece.id()) || piece.readsOneOf(rekeyed)) {
        checkInstances(piece, check);
      }
    }
  }

  private void checkInstances(Piece piece, InstanceCheck check) {
    missing.remove(piece.id());
    if (!keys.isEmpty() && piece.node().isPresent()) {
      Report report = Report.empty();
      check.check(piece.node().get(), report);
      if (report.size() > 0) {
        missing.put(piece.id(), report.inOrder());
      }
    }
  }

  private void order(Change change) {
    Ordered<NodeId, Node> sorted = ordered.orElse(null);
    if (sorted != null && !change.structural() && sameEdges(change, sorted)) {
      Ordered<NodeId, Node> now = sorted;
      for (Piece piece : change.made().values()) {
        now = piece.node().isPresent() ? now.with(piece.id(), piece.node().get()) : now;
      }
      ordered = Optional.of(now);
      return;
    }
    Map<NodeId, Node> nodes = nodes();
    Report report = Report.empty();
    ordered = new Ordering(change.frame().targets(), report).sorted(nodes).map(Ordered::copyOf);
    cycles = report.inOrder();
  }

  private static boolean sameEdges(Change change, Map<NodeId, Node> sorted) {
    for (Piece piece : change.made().values()) {
      Node old = sorted.get(piece.id());
      Node now = piece.node().orElse(null);
      boolean same =
          old == null || now == null ? old == now : old.dependsOn().equals(now.dependsOn());
      if (!same) {
        return false;
      }
    }
    return true;
  }

  private Map<NodeId, Node> nodes() {
    Map<NodeId, Node> nodes = new LinkedHashMap<>();
    pieces.forEach((id, piece) -> piece.node().ifPresent(node -> nodes.put(id, node)));
    return nodes;
  }

  private Checked<Graph> result(Frame now) {
    List<Diagnostic> all = new ArrayList<>(names);
    Report later = Report.empty();
    LaterCheck.check(now.environment(), later);
    all.addAll(later.inOrder());
    List<Piece> said = said();
    said.forEach(piece -> all.addAll(piece.typed()));
    all.addAll(now.configured());
    all.addAll(now.named());
    said.forEach(piece -> all.addAll(piece.compiled()));
    if (!missing.isEmpty()) {
      pieces.keySet().forEach(id -> all.addAll(missing.getOrDefault(id, List.of())));
    }
    Report moving = Report.empty();
    List<MovedDeclaration> moved =
        now.environment().blueprint().moved().isEmpty()
            ? List.of()
            : MovedCheck.resolve(now.environment().blueprint(), nodes(), moving);
    all.addAll(moving.inOrder());
    said.forEach(piece -> all.addAll(piece.self()));
    all.addAll(cycles);
    if (ordered.isEmpty() || all.stream().anyMatch(Diagnostic::isError)) {
      return Checked.refused(Report.inOrder(all));
    }
    all.addAll(unused(now));
    return Checked.of(
        new Graph(now.environment(), now.inputs(), now.scope(), ordered.get(), moved),
        Report.inOrder(all));
  }

  /** The pieces of which something was said, in the order of the declarations. */
  private List<Piece> said() {
    return noted.isEmpty()
        ? List.of()
        : pieces.values().stream().filter(piece -> noted.contains(piece.id())).toList();
  }

  private List<Diagnostic> unused(Frame now) {
    Report report = Report.empty();
    if (!now.environment().blueprint().parameters().isEmpty()) {
      UnusedCheck.check(now.environment().blueprint(), used.elementSet(), report);
    }
    return report.inOrder();
  }
}
