package dev.ashlar.graph.compile;

import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.blueprint.Inputs;
import dev.ashlar.blueprint.ResourceDeclaration;
import dev.ashlar.expression.Compilation;
import dev.ashlar.expression.Scope;
import dev.ashlar.graph.NodeId;
import dev.ashlar.graph.problem.Report;
import dev.ashlar.value.keyed.Ordered;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * What compiling changed documents comes to.
 *
 * @param frame what everything is compiled in
 * @param structural whether names came, went or stand for something else
 * @param made what was compiled
 * @param gone what is not declared any more
 * @param pieces everything in the order of the declarations, where it is structural
 */
@SuppressWarnings("ReferenceEquality") // the very declaration is meant
record Change(
    Frame frame,
    boolean structural,
    Map<NodeId, Piece> made,
    List<NodeId> gone,
    Map<NodeId, Piece> pieces) {

  /** Everything is compiled. */
  static Change whole(
      Environment environment,
      Inputs inputs,
      BiFunction<String, Scope, Compilation> expressions,
      Types types) {
    Frame frame = Frame.of(environment, inputs, expressions, types);
    Assembly assembly = new Assembly(frame, Map.of(), Set.of(), expressions, types);
    assembly.all();
    return assembly.change();
  }

  /** What changed is compiled; empty where more changed than can be followed. */
  static Optional<Change> of(
      Frame before,
      Environment environment,
      Inputs inputs,
      Map<NodeId, Piece> pieces,
      BiFunction<String, Scope, Compilation> expressions,
      Types types) {
    Blueprint old = before.environment().blueprint();
    Blueprint now = environment.blueprint();
    Optional<List<String>> resources = alike(old, now);
    Optional<List<String>> outputs = Ordered.differing(old.outputs(), now.outputs());
    if (resources.isPresent() && outputs.isPresent()) {
      Frame frame = before.of(environment, inputs);
      Pieces maker = new Pieces(expressions, types, frame);
      Map<NodeId, Piece> made = new LinkedHashMap<>();
      resources.get().forEach(name -> put(made, maker.resource(there(now.resources(), name))));
      outputs.get().forEach(name -> put(made, maker.output(there(now.outputs(), name))));
      return Optional.of(new Change(frame, false, made, List.of(), Map.of()));
    }
    for (ResourceDeclaration declaration : now.resources().values()) {
      if (declaration != old.resources().get(declaration.name())) {
        before.schemas().need(declaration.type(), declaration.place(), Report.empty());
      }
    }
    Frame frame = before.renamed(environment, inputs, types);
    Set<String> names = frame.changed(before);
    boolean locals =
        pieces.values().stream()
            .filter(piece -> piece.id().kind() == NodeId.Kind.LOCAL)
            .anyMatch(piece -> piece.readsOneOf(names) || piece.isNoted());
    if (locals || !before.named().isEmpty()) {
      return Optional.empty();
    }
    Assembly assembly = new Assembly(frame, pieces, names, expressions, types);
    assembly.all();
    return assembly.sameConfigurations() ? Optional.of(assembly.change()) : Optional.empty();
  }

  private static void put(Map<NodeId, Piece> made, Piece piece) {
    made.put(piece.id(), piece);
  }

  /** The resources that are declared otherwise; empty where names stand for something else. */
  private static Optional<List<String>> alike(Blueprint old, Blueprint now) {
    return Ordered.differing(old.resources(), now.resources())
        .filter(
            names ->
                names.stream()
                    .allMatch(
                        name ->
                            sameShape(there(old.resources(), name), there(now.resources(), name))));
  }

  private static <T> T there(Map<String, T> declarations, String name) {
    return Objects.requireNonNull(declarations.get(name), name);
  }

  private static boolean sameShape(ResourceDeclaration was, ResourceDeclaration is) {
    return was.name().equals(is.name())
        && was.type().equals(is.type())
        && was.provider().equals(is.provider())
        && was.forEach().isPresent() == is.forEach().isPresent()
        && was.when().isPresent() == is.when().isPresent()
        && was.place() == is.place();
  }
}
