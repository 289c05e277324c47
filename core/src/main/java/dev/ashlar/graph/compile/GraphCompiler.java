package dev.ashlar.graph.compile;

import dev.ashlar.blueprint.Blueprint;
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
import dev.ashlar.graph.link.Targets;
import dev.ashlar.graph.problem.Report;
import dev.ashlar.graph.scope.RecordedScope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Makes a checked graph of a blueprint in an environment: names resolved, expressions compiled and
 * typed, everything that can be known before planning checked. Pure; finds all problems at once;
 * takes time in proportion to the blueprint. Safe for every thread.
 */
public final class GraphCompiler {
  private final BiFunction<String, Scope, Compilation> expressions;
  private final Types types;

  /**
   * A compiler.
   *
   * @param expressions compiles one expression
   * @param types the resource types that exist
   */
  public GraphCompiler(BiFunction<String, Scope, Compilation> expressions, Types types) {
    this.expressions = expressions;
    this.types = types;
  }

  /** The graph, or everything that is wrong. */
  public Checked<Graph> compile(Environment environment, Inputs inputs) {
    Report report = Report.empty();
    Blueprint blueprint = environment.blueprint();
    NameCheck.check(blueprint, report);
    LaterCheck.check(environment, report);
    Schemas schemas = new Schemas(blueprint, types, report);
    Configurations configurations = new Configurations(environment, types, report);
    RecordedScope first = ScopeBuilder.of(environment, inputs, schemas).scope(types.catalog());
    Locals locals = new Locals(expressions, blueprint, report);
    RecordedScope scope = locals.compile(first);

    Targets targets = new Targets(blueprint);
    Map<NodeId, Node> nodes = new LinkedHashMap<>(blueprint.resources().size() * 2);
    Nodes maker = new Nodes(expressions, scope, schemas, types, configurations, targets, report);
    blueprint.imports().values().forEach(each -> put(nodes, new Node.ImportNode(each)));
    blueprint
        .locals()
        .values()
        .forEach(each -> put(nodes, maker.local(each, locals.compiled(each.name()))));
    blueprint.lookups().values().forEach(each -> maker.lookup(each).ifPresent(n -> put(nodes, n)));
    blueprint
        .resources()
        .values()
        .forEach(each -> maker.resource(each).ifPresent(n -> put(nodes, n)));
    blueprint.outputs().values().forEach(each -> put(nodes, maker.output(each)));
    configurations.all().forEach(each -> put(nodes, maker.provider(each)));
    InstanceCheck.check(nodes.values(), targets, report);
    List<MovedDeclaration> moved = MovedCheck.resolve(blueprint, nodes, report);
    Optional<Map<NodeId, Node>> ordered = new Ordering(targets, report).order(nodes);
    if (report.inOrder().stream().anyMatch(Diagnostic::isError) || ordered.isEmpty()) {
      return Checked.refused(report.inOrder());
    }
    UnusedCheck.check(blueprint, nodes.values(), report);
    return Checked.of(
        new Graph(environment, inputs, scope, ordered.get(), moved), report.inOrder());
  }

  private static void put(Map<NodeId, Node> nodes, Node node) {
    nodes.put(node.id(), node);
  }
}
