package dev.ashlar.graph.compile;

import dev.ashlar.blueprint.ImportDeclaration;
import dev.ashlar.blueprint.LocalDeclaration;
import dev.ashlar.blueprint.LookupDeclaration;
import dev.ashlar.blueprint.OutputDeclaration;
import dev.ashlar.blueprint.Place;
import dev.ashlar.blueprint.ResourceDeclaration;
import dev.ashlar.expression.Compilation;
import dev.ashlar.expression.Scope;
import dev.ashlar.graph.Node;
import dev.ashlar.graph.NodeId;
import dev.ashlar.graph.check.UnusedCheck;
import dev.ashlar.graph.link.Links;
import dev.ashlar.graph.problem.Report;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** Compiles one declaration at a time, each with its own report. */
final class Pieces {
  private final BiFunction<String, Scope, Compilation> expressions;
  private final Types types;
  private final Frame frame;

  Pieces(BiFunction<String, Scope, Compilation> expressions, Types types, Frame frame) {
    this.expressions = expressions;
    this.types = types;
    this.frame = frame;
  }

  Piece imported(ImportDeclaration declaration) {
    Node node = new Node.ImportNode(declaration);
    return piece(node.id(), declaration, Optional.of(node), Report.empty(), Report.empty());
  }

  Piece local(LocalDeclaration declaration) {
    Report report = Report.empty();
    Node node = nodes(report).local(declaration, frame.locals().compiled(declaration.name()));
    return piece(node.id(), declaration, Optional.of(node), Report.empty(), report);
  }

  Piece lookup(LookupDeclaration declaration) {
    Report typed = Report.empty();
    frame
        .schemas()
        .need(
            declaration.type(),
            declaration.place(),
            typed.about(declaration.name(), declaration.canvas()));
    Report report = Report.empty();
    NodeId id = new NodeId(NodeId.Kind.LOOKUP, declaration.name());
    Optional<Node> node = nodes(report).lookup(declaration);
    Optional<NodeId> provider =
        serving(declaration.type(), declaration.provider(), declaration.place());
    return piece(id, declaration, node, typed, report).with(provider);
  }

  Piece resource(ResourceDeclaration declaration) {
    Report typed = Report.empty();
    frame
        .schemas()
        .need(
            declaration.type(),
            declaration.place(),
            typed.about(declaration.name(), declaration.canvas()));
    Report report = Report.empty();
    NodeId id = new NodeId(NodeId.Kind.RESOURCE, declaration.name());
    Optional<Node> node = nodes(report).resource(declaration);
    Optional<NodeId> provider =
        serving(declaration.type(), declaration.provider(), declaration.place());
    Piece piece = piece(id, declaration, node, typed, report).with(provider);
    declaration.dependsOn().forEach(name -> piece.reads().add(name.name()));
    return piece;
  }

  Piece output(OutputDeclaration declaration) {
    Report report = Report.empty();
    Node node = nodes(report).output(declaration);
    return piece(node.id(), declaration, Optional.of(node), Report.empty(), report);
  }

  Piece provider(Configurations.Configuration configuration) {
    Report report = Report.empty();
    Node node = nodes(report).provider(configuration);
    return piece(node.id(), configuration, Optional.of(node), Report.empty(), report);
  }

  private Nodes nodes(Report report) {
    return new Nodes(
        expressions,
        frame.scope(),
        frame.schemas(),
        types,
        frame.configurations(),
        frame.targets(),
        report);
  }

  private Optional<NodeId> serving(String type, Optional<String> chosen, Place place) {
    return frame.configurations().serving(type, chosen, place, Report.empty());
  }

  private Piece piece(
      NodeId id, Object declaration, Optional<Node> node, Report typed, Report compiled) {
    Report self = Report.empty();
    Set<String> reads = new HashSet<>(4);
    Set<String> parameters = Set.of();
    if (node.isPresent()) {
      new Ordering(frame.targets(), self).refuseSelf(node.get());
      Links.references(node.get(), reference -> reads.add(reference.root()));
      parameters = Set.copyOf(UnusedCheck.used(node.get()));
    }
    return new Piece(
        id,
        declaration,
        node,
        Optional.empty(),
        typed.inOrder(),
        compiled.inOrder(),
        self.inOrder(),
        reads,
        parameters);
  }
}
