package dev.ashlar.graph.compile;

import dev.ashlar.blueprint.LocalDeclaration;
import dev.ashlar.blueprint.LookupDeclaration;
import dev.ashlar.blueprint.OutputDeclaration;
import dev.ashlar.blueprint.ResourceDeclaration;
import dev.ashlar.expression.Compilation;
import dev.ashlar.expression.Scope;
import dev.ashlar.graph.CompiledTerm;
import dev.ashlar.graph.Node;
import dev.ashlar.graph.NodeId;
import dev.ashlar.graph.check.ConditionCheck;
import dev.ashlar.graph.check.ForEachCheck;
import dev.ashlar.graph.check.LifecycleCheck;
import dev.ashlar.graph.check.OperationCheck;
import dev.ashlar.graph.check.ReferenceCheck;
import dev.ashlar.graph.check.SchemaCheck;
import dev.ashlar.graph.check.SecretCheck;
import dev.ashlar.graph.link.Links;
import dev.ashlar.graph.link.Targets;
import dev.ashlar.graph.problem.Report;
import dev.ashlar.graph.scope.RecordedScope;
import dev.ashlar.graph.term.Expectation;
import dev.ashlar.graph.term.TermCompiler;
import dev.ashlar.graph.term.TermTypes;
import dev.ashlar.schema.ConfigurationSchema;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.value.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** Compiles and checks one declaration after the other. */
final class Nodes {
  private final BiFunction<String, Scope, Compilation> expressions;
  private final RecordedScope scope;
  private final Schemas schemas;
  private final Types types;
  private final Configurations configurations;
  private final Targets targets;
  private final ReferenceCheck references;
  private final Report report;
  private final Map<String, Expectation> expected = new HashMap<>();

  Nodes(
      BiFunction<String, Scope, Compilation> expressions,
      RecordedScope scope,
      Schemas schemas,
      Types types,
      Configurations configurations,
      Targets targets,
      Report report) {
    this.expressions = expressions;
    this.scope = scope;
    this.schemas = schemas;
    this.types = types;
    this.configurations = configurations;
    this.targets = targets;
    this.references = new ReferenceCheck(targets, schemas::of);
    this.report = report;
  }

  Node local(LocalDeclaration declaration, CompiledTerm value) {
    Node bare = new Node.LocalNode(declaration, value, List.of());
    return new Node.LocalNode(declaration, value, dependencies(bare, report));
  }

  Node output(OutputDeclaration declaration) {
    CompiledTerm value =
        new TermCompiler(expressions, scope, report)
            .compile(declaration.value(), Expectation.NOTHING);
    SecretCheck.output(declaration, value, scope, report);
    Node bare = new Node.OutputNode(declaration, value, List.of());
    return new Node.OutputNode(declaration, value, dependencies(bare, report));
  }

  Node provider(Configurations.Configuration configuration) {
    ConfigurationSchema schema =
        types.configuration(configuration.provider()).orElse(ConfigurationSchema.EMPTY);
    CompiledTerm terms =
        new TermCompiler(expressions, scope, report)
            .compile(configuration.terms(), Expectation.object(schema.attributes()));
    SchemaCheck.configuration(configuration.name(), schema, terms, configuration.place(), report);
    SecretCheck.providerScope(configuration.name(), schema, terms, report);
    Node bare = node(configuration, schema, terms, List.of());
    return node(configuration, schema, terms, dependencies(bare, report));
  }

  private static Node node(
      Configurations.Configuration configuration,
      ConfigurationSchema schema,
      CompiledTerm terms,
      List<NodeId> dependsOn) {
    return new Node.ProviderNode(
        configuration.name(), configuration.provider(), schema, terms, dependsOn);
  }

  /** Empty where the type or the provider is not known. */
  Optional<Node> lookup(LookupDeclaration declaration) {
    Report about = report.about(declaration.name(), declaration.canvas());
    Optional<NodeId> provider =
        configurations.serving(
            declaration.type(), declaration.provider(), declaration.place(), about);
    Optional<ResourceSchema> schema = schemas.of(declaration.type());
    Expectation expected =
        schema.map(LookupSchema::of).map(Expectation::properties).orElse(Expectation.NOTHING);
    CompiledTerm where =
        new TermCompiler(expressions, scope, about).compile(declaration.where(), expected);
    schema.ifPresent(
        known -> SchemaCheck.where(LookupSchema.of(known), where, declaration.place(), about));
    if (schema.isEmpty() || provider.isEmpty()) {
      return Optional.empty();
    }
    Node bare = new Node.LookupNode(declaration, schema.get(), provider.get(), where, List.of());
    return Optional.of(
        new Node.LookupNode(
            declaration, schema.get(), provider.get(), where, dependencies(bare, about)));
  }

  /** Empty where the type or the provider is not known. */
  Optional<Node> resource(ResourceDeclaration declaration) {
    Report about = report.about(declaration.name(), declaration.canvas());
    Optional<NodeId> provider =
        configurations.serving(
            declaration.type(), declaration.provider(), declaration.place(), about);
    Optional<ResourceSchema> schema = schemas.of(declaration.type());
    TermCompiler outside = new TermCompiler(expressions, scope, about);
    Optional<CompiledTerm> when =
        declaration.when().map(term -> ConditionCheck.compile("when", term, outside, about));
    Optional<CompiledTerm> forEach =
        declaration.forEach().map(term -> ForEachCheck.compile(term, outside, about));
    TermCompiler inside =
        forEach.isEmpty()
            ? outside
            : new TermCompiler(expressions, scope.inside(Each.of(forEach.get(), scope)), about);
    CompiledTerm properties = inside.compile(declaration.properties(), expected(schema));
    Optional<CompiledTerm> preventDestroy =
        declaration
            .lifecycle()
            .preventDestroy()
            .map(term -> ConditionCheck.compile("preventDestroy", term, inside, about));
    references.dependsOn(declaration, about);
    if (schema.isEmpty() || provider.isEmpty()) {
      return Optional.empty();
    }
    Value sketch = TermTypes.sketch(properties);
    SchemaCheck.properties(schema.get(), properties, sketch, declaration.place(), about);
    SecretCheck.identity(schema.get(), properties, sketch, about);
    LifecycleCheck.check(declaration, schema.get(), properties, about);
    OperationCheck.check(declaration, schema.get(), about);
    Parts parts = new Parts(declaration, schema.get(), provider.get(), properties, when, forEach);
    Node bare = parts.node(preventDestroy, List.of());
    return Optional.of(parts.node(preventDestroy, dependencies(bare, about)));
  }

  private Expectation expected(Optional<ResourceSchema> schema) {
    return schema.isEmpty()
        ? Expectation.NOTHING
        : expected.computeIfAbsent(
            schema.get().type(), type -> Expectation.properties(schema.get()));
  }

  private record Parts(
      ResourceDeclaration declaration,
      ResourceSchema schema,
      NodeId provider,
      CompiledTerm properties,
      Optional<CompiledTerm> when,
      Optional<CompiledTerm> forEach) {
    Node node(Optional<CompiledTerm> preventDestroy, List<NodeId> dependsOn) {
      return new Node.ResourceNode(
          declaration, schema, provider, properties, when, forEach, preventDestroy, dependsOn);
    }
  }

  private List<NodeId> dependencies(Node bare, Report about) {
    references.check(bare, about);
    return Links.targets(bare, targets);
  }
}
