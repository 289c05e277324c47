package dev.ashlar.graph.compile;

import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.blueprint.Place;
import dev.ashlar.expression.Compilation;
import dev.ashlar.expression.Scope;
import dev.ashlar.graph.NodeId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Puts the pieces of a blueprint together in the order of their declarations: old and new ones. */
final class Assembly {
  private final Frame frame;
  private final Map<NodeId, Piece> old;
  private final Set<String> names;
  private final Pieces maker;
  private final Map<NodeId, Piece> all = new LinkedHashMap<>();
  private final Map<NodeId, Piece> made = new LinkedHashMap<>();

  /**
   * @param frame what is compiled in
   * @param old the pieces there are
   * @param names what stands for something else now
   */
  Assembly(
      Frame frame,
      Map<NodeId, Piece> old,
      Set<String> names,
      BiFunction<String, Scope, Compilation> expressions,
      Types types) {
    this.frame = frame;
    this.old = old;
    this.names = names;
    this.maker = new Pieces(expressions, types, frame);
  }

  void all() {
    Blueprint blueprint = frame.environment().blueprint();
    blueprint
        .imports()
        .forEach((name, each) -> take(NodeId.Kind.IMPORT, name, each, () -> maker.imported(each)));
    blueprint
        .locals()
        .forEach((name, each) -> take(NodeId.Kind.LOCAL, name, each, () -> maker.local(each)));
    blueprint
        .lookups()
        .forEach((name, each) -> take(NodeId.Kind.LOOKUP, name, each, () -> maker.lookup(each)));
    blueprint
        .resources()
        .forEach(
            (name, each) -> take(NodeId.Kind.RESOURCE, name, each, () -> maker.resource(each)));
    blueprint
        .outputs()
        .forEach((name, each) -> take(NodeId.Kind.OUTPUT, name, each, () -> maker.output(each)));
    for (Configurations.Configuration each : frame.configurations().all()) {
      take(NodeId.Kind.PROVIDER, each.name(), each, () -> maker.provider(each));
    }
  }

  private void take(NodeId.Kind kind, String name, Object declaration, Supplier<Piece> make) {
    NodeId id = new NodeId(kind, name);
    @Nullable Piece known = old.get(id);
    boolean stays =
        known != null
            && known.declaration() == declaration
            && !known.isNoted()
            && !known.readsOneOf(names);
    if (stays) {
      all.put(id, known);
      return;
    }
    Piece piece = make.get();
    made.put(id, piece);
    all.put(id, piece);
  }

  /**
   * Whether the configurations that nobody declares are still those, first used at the same places
   * in the same order, that there would be if everything were compiled.
   */
  boolean sameConfigurations() {
    List<Configurations.Configuration> configurations =
        frame.configurations().all().stream().filter(each -> !each.declared()).toList();
    Map<String, Place> used = new LinkedHashMap<>();
    for (Piece piece : all.values()) {
      piece.provider().ifPresent(id -> used.putIfAbsent(id.name(), piece.place()));
    }
    List<String> expected = new ArrayList<>();
    used.forEach(
        (name, place) -> {
          if (!frame.configurations().isDeclared(name)) {
            expected.add(name + " " + place.start());
          }
        });
    return expected.equals(
        configurations.stream().map(each -> each.name() + " " + each.place().start()).toList());
  }

  /** What came of it. */
  Change change() {
    List<NodeId> gone = old.keySet().stream().filter(id -> !all.containsKey(id)).toList();
    return new Change(frame, true, made, gone, all);
  }
}
