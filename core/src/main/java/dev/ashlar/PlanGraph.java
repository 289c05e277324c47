package dev.ashlar;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.blueprint.Inputs;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.graph.CompiledTerm;
import dev.ashlar.graph.Graph;
import dev.ashlar.graph.Node;
import dev.ashlar.graph.NodeId;
import dev.ashlar.graph.compile.Recompiler;
import dev.ashlar.graph.compile.Types;
import dev.ashlar.graph.scope.ScopeRecord;
import dev.ashlar.graph.scope.ScopeValue;
import dev.ashlar.plan.PlanContext;
import dev.ashlar.schema.ConfigurationSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a plan knows of the documents that it was made from: how providers are configured. A plan
 * file is applied, and undone, without the documents.
 */
final class PlanGraph {
  private PlanGraph() {}

  static Graph of(Engine engine, Environment environment, PlanContext context, Inputs inputs) {
    Types types = Types.of(engine.providers());
    ScopeRecord scope = ScopeValue.read(context.scope()).orElse(ScopeRecord.EMPTY);
    Recompiler compiler = new Recompiler(engine.expressions()::compile, types, scope);
    Map<NodeId, Node> nodes = new LinkedHashMap<>();
    context
        .providers()
        .forEach(
            (name, use) -> {
              Checked<CompiledTerm> configuration =
                  compiler.configuration(use.provider(), use.configuration());
              configuration
                  .value()
                  .ifPresent(
                      term -> {
                        Node.ProviderNode node =
                            new Node.ProviderNode(
                                name,
                                use.provider(),
                                types
                                    .configuration(use.provider())
                                    .orElse(ConfigurationSchema.EMPTY),
                                term,
                                List.of());
                        nodes.put(node.id(), node);
                      });
            });
    return new Graph(environment, inputs, scope.scope(types.catalog()), nodes, List.of());
  }
}
